import GuideModel
import SourceText
import Syntax

/// Pages that every PukiWiki has and that need not be part of a published folder.
private let pagesOfTheWikiItself: Set<String> = [
  "RecentChanges", "RecentDeleted", "Help", "FormattingRules", "整形ルール", "SandBox", "MenuBar",
  "InterWikiName", "InterWiki", "WikiName", "BracketName", "PukiWiki",
]

extension Rule {
  static let brokenPageLink = Rule(
    name: "broken-page-link", severity: .error,
    summary: "a link names a page that does not exist",
    explanation: """
      A reader who follows the link finds nothing. Correct the name, write the page, or take the \
      link away and leave its words.
      """,
    wrong: Example(
      "a slip in the page's name",
      pages: [("Start.txt", "See [[Thunderbrid]].\n"), ("Thunderbird.txt", "*Thunderbird\n")]),
    right: Example(
      "the page's own name",
      pages: [("Start.txt", "See [[Thunderbird]].\n"), ("Thunderbird.txt", "*Thunderbird\n")]),
    check: { page, index in
      let file = page.document.file
      let included = page.facts.inclusions.map(\.page)
      let linked = page.facts.links.compactMap { link -> SourceRange? in
        guard case .page(let written, _) = link.target,
          WrittenAddress.of(link, in: page.document) == nil
        else { return nil }
        return written
      }
      let links = (included + linked).sorted().map { (range: $0, text: file.text($0)) }
      let original = page.originalName.map { (range: $0.evidence.range, text: $0.text) }
      let files = page.facts.links.compactMap { brokenFile($0, on: page, index) }
      return files
        + (links + (original.map { [$0] } ?? [])).compactMap { written, text in
          let name = PageDirectory.name(text, from: page)
          guard index.library.directory.entry(named: text, from: page) == nil,
            !index.knownUnreadNames.contains(name),
            !pagesOfTheWikiItself.contains(name), WikiTool.named(name) == nil
          else { return nil }
          let nearest = index.nearestPageName(to: name, house: page.house)
          let isCase = nearest?.lowercased() == name.lowercased() && name == text
          return Finding(
            range: written, message: "there is no page '\(name)'",
            help: nearest.map { "did you mean '\($0)'?" }
              ?? "write the page, or take the link away",
            suggestion: isCase && written != page.originalName?.evidence.range
              ? nearest.map { .init(written, replacement: $0) } : nil)
        }
    })

  /// A path that names neither a page nor a published file.
  private static func brokenFile(
    _ link: Link, on page: PageReading, _ index: SiteIndex
  ) -> Finding? {
    guard case .file(let range, _) = link.target else { return nil }
    let written = page.document.text(range)
    guard !written.isEmpty, AddressScheme.of(written) == nil,
      index.library.directory.entry(atPath: written, from: page) == nil,
      index.images.file(written, on: page) == nil
    else { return nil }
    guard let path = FilePath.resolved(written, on: page.path) else {
      return Finding(
        range: range, message: "'\(written)' leads out of the content folder",
        help: "link to a page of the content, or to an https: address")
    }
    let name = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    guard !index.knownUnreadNames.contains(name) else { return nil }
    let nearest = index.nearestPageName(to: name, house: page.house)
      .flatMap { index.library.directory[$0, house: page.house]?.path }
    let isCase =
      nearest?.lowercased() == path.lowercased()
      || nearest?.lowercased() == path.lowercased() + ".md"
    return Finding(
      range: range, message: "there is no page or file '\(path)'",
      help: (nearest ?? index.imagePaths.find(path)).map { "did you mean '\($0)'?" }
        ?? "write the page, or take the link away",
      suggestion: nearest.map {
        .init(
          range, replacement: FilePath.written($0, on: page.path, like: written),
          certainty: isCase ? .safe : .maybe)
      })
  }
}
