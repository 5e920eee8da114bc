import ArgumentParser
import GuideModel
import Inspection
import Site
import SourceText
import Syntax

/// `wikiguide inspect`: what was understood of one page, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show what is understood of one page, and why.",
    discussion: """
      Findings go to standard error and never make this command fail.

      --against says how the page differs from an earlier revision in terms of clients, guides and \
      steps, and which references now lead to another step than they did. REVISION is one of:
        FILE          another file
        previous      the newest revision that the wiki or the folder 'PAGE.history' keeps
        revision:N    the Nth that is kept, the oldest is 1
        git:REV       what a commit of Git holds in the page's place, such as git:HEAD~1

      Examples:
        wikiguide inspect content/Thunderbird.txt
        wikiguide inspect content/Thunderbird.txt --tree
        wikiguide inspect content/Thunderbird.txt --format json | jq .guides
        wikiguide inspect content/Thunderbird.txt --against git:HEAD~1
        wikiguide inspect --schema > inspect-schema-1.json
      """)

  @Argument(help: "The page's file.", completion: .pages)
  var page: String?

  @Flag(help: "Show the page's syntax tree instead.")
  var tree = false

  @Option(help: "The form of the answer.")
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "Say how the page differs from an earlier revision.", valueName: "revision"))
  var against: String?

  @Flag(help: "Print the JSON Schema of the form 'json' and do nothing else.")
  var schema = false

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    guard schema || page != nil else { throw ValidationError("name the file of one page") }
    guard !tree || format == .text && against == nil else {
      throw ValidationError("--tree goes with no other form and with no --against")
    }
  }

  func run() throws {
    guard !schema, let page else { return try RunReporter.print(PageJSON.schema) }
    // Nothing dated is made here, so any date will do.
    let builder = SiteBuilder(content: page, asOf: "1970-01-01", version: MainCommand.version)
    let read = try RunReporter.run { () throws(SiteFault) in try builder.reading(of: page) }
    if let against { return try compare(read, page, with: against) }
    RunReporter.reportFindings(read.report)
    if tree {
      let text = DocumentDump.text(read.reading.document)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return try RunReporter.print(
        lines.map { String($0).escapingControls }.joined(separator: "\n"))
    }
    switch format {
    case .text:
      try RunReporter.print(PageInspection(read.reading, palette: .standardOutput).text)
    case .json: try RunReporter.print(PageJSON.bytes(read.inspected(as: page)))
    }
  }

  private func compare(_ read: ReadPage, _ path: String, with revision: String) throws {
    let (earlier, title) = try RunReporter.run { () throws(SiteFault) in
      try read.revision(RevisionName(revision))
    }
    let old = InspectedPage(
      reading: earlier.reading, library: earlier.library, dialect: earlier.dialect,
      siteLanguage: read.siteLanguage, findings: [], shownPath: title)
    let difference = PageDifference(from: old, to: read.inspected(as: path))
    switch format {
    case .text:
      let text = DifferenceText(
        difference: difference, against: title, palette: .standardOutput
      ).text
      try RunReporter.print(text)
    case .json: try RunReporter.print(DifferenceJSON.bytes(difference, against: title))
    }
  }
}

extension ReadPage {
  /// - Parameter path: how the user named the page.
  fileprivate func inspected(as path: String) -> InspectedPage {
    InspectedPage(
      reading: reading, library: library, dialect: dialect, siteLanguage: siteLanguage,
      findings: report.diagnostics, shownPath: path)
  }
}
