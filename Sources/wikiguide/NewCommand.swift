import ArgumentParser
import Site
import SourceText
import Syntax

/// `wikiguide new`: pages and sites to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a guide or a whole site to start from.",
    subcommands: [NewGuideCommand.self, NewSiteCommand.self])
}

/// `wikiguide new site`: a folder with a small site.
struct NewSiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Make a folder with a small site.",
    discussion: """
      Writes wikiguide.yml, a front page, a list of clients, one guide, a provider.yml to fill in and \
      a .gitignore. The folder must be new or empty; nothing is ever overwritten.

      Examples:
        wikiguide new site
        wikiguide new site help --language en --dialect markdown
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder = "content"

  @Option(help: "How pages are written.")
  var dialect = Dialect.pukiwiki

  @Option(help: "The language of the site.")
  var language = StartingLanguage.ja

  func run() throws {
    let paths = try RunReporter.run { () throws(SiteFault) in
      try NewSite.write(in: folder, dialect: dialect, language: language)
    }
    let place = folder == "content" ? "" : " \(folder)"
    try RunReporter.print(
      (paths.map { "wrote \($0)\n" }.joined()
        + "next: 'wikiguide check\(place)', then 'wikiguide build\(place)' and open "
        + "output/index.html\n").escapingLines)
  }
}

/// `wikiguide new guide`: a page with the steps of a guide.
struct NewGuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "Make a page with the steps of a guide.",
    discussion: """
      The file's name comes from the client's, its dialect and language from the pages of the site \
      unless they are given. Only the new page is written; what to add to the list of clients is \
      told. Steps have no pictures yet: a comment in the page says how to add one.

      Examples:
        wikiguide new guide --client "Becky!"
        wikiguide new guide --client "Outlook 2021" --feature IMAP --steps 8
        wikiguide new guide --client Sylpheed --into wiki --dialect markdown --language en
      """)

  @Option(help: ArgumentHelp("The client that the guide is for.", valueName: "name"))
  var client: String

  @Option(
    help: ArgumentHelp(
      "The feature that the guide is about, such as IMAP. (default: none)", valueName: "name"))
  var feature: String?

  @Option(help: "How the page is written. (default: as most pages of the site)")
  var dialect: Dialect?

  @Option(help: "The page's language. (default: that of the site)")
  var language: StartingLanguage?

  @Option(help: ArgumentHelp("How many steps the guide has.", valueName: "count"))
  var steps = 5

  @Option(
    help: ArgumentHelp("The folder to write the page in.", valueName: "dir"),
    completion: .directory)
  var into = "content"

  func validate() throws {
    guard (1...99).contains(steps) else {
      throw ValidationError("a guide to start from has 1 to 99 steps")
    }
  }

  func run() throws {
    let request = NewGuide.Request(
      client: client, feature: feature, dialect: dialect, language: language, steps: steps,
      folder: into)
    let guide = try RunReporter.run { () throws(SiteFault) in try NewGuide.write(request) }
    try RunReporter.print(
      """
      wrote \(guide.path): \(Summary.counted(guide.steps, "step")), \(guide.dialect.rawValue), \
      \(guide.language.rawValue)
      next:
        1. write in each step what the client's windows say
        2. \(listing(guide.list))
        3. \(guide.pictureHint.joined(separator: " "))
        4. wikiguide check\(into == "content" ? "" : " \(into)")

      """.escapingLines)
  }

  private func listing(_ listing: NewGuide.Listing) -> String {
    let paths = ContentPaths(content: into)
    return switch listing {
    case .none: "the site has no list of clients for it; nothing is to be added"
    case .listed(let path, let line):
      "nothing is to be added to the list of clients: \(paths.shown(path)), line \(line)"
    case .missing(let path, let line, let text?):
      "add to the list of clients, \(paths.shown(path)) behind line \(line): '\(text)'"
    case .missing(let path, let line, nil):
      "add '\(client)' to the list of clients, \(paths.shown(path)) near line \(line)"
    }
  }
}

extension Dialect: ExpressibleByArgument {}
extension StartingLanguage: ExpressibleByArgument {}

extension String {
  /// Names of files and clients shown without what would steer the terminal; line ends stay.
  fileprivate var escapingLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).escapingControls }.joined(separator: "\n")
  }
}
