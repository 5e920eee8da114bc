import GuideModel
import SourceText
import Syntax

extension Rule {
  static let brokenAnchor = Rule(
    name: "broken-anchor", severity: .error,
    summary: "a link names a place that its page does not have",
    explanation: """
      The reader lands at the top of the page, not at the place that was meant. Name one of the \
      page's anchors, or give the heading one: `*Heading [#name]`.
      """,
    wrong: Example(
      "an anchor of another name", "*Setting up [#setup]\ntext\n\nBack to [[the start>#start]].\n"),
    right: Example(
      "an anchor of the page", "*Setting up [#setup]\ntext\n\nBack to [[the start>#setup]].\n"),
    check: { page, index in
      page.facts.links.compactMap { brokenAnchor(of: $0, on: page, index: index) }
    })

  private static func brokenAnchor(
    of link: Link, on page: PageReading, index: SiteIndex
  ) -> Finding? {
    let file = page.document
    let directory = index.library.directory
    let entry: PageDirectory.Entry?
    let range: SourceRange
    switch link.target {
    case .anchor(let anchor): (entry, range) = (directory[page], anchor)
    case .page(let written, let anchor?):
      (entry, range) = (directory.entry(named: file.text(written), from: page), anchor)
    case .file(let written, let anchor?):
      (entry, range) = (directory.entry(atPath: file.text(written), from: page), anchor)
    case .page, .url, .mail, .interWiki, .attachment, .file: return nil
    }
    // A page that does not exist is another rule's matter.
    guard let entry else { return nil }
    let written = file.text(range)
    let name = entry.naming.anchor(written)
    guard !name.isEmpty, !entry.hasPlace(named: name), !isNumbered(written),
      // A step of the page's guide, which has a rule of its own.
      index.library.step(named: written, onPageAt: entry.path) == nil
    else { return nil }
    // Readers of other tools expect the page's top under this name.
    guard written.lowercased() != "top" || !page.document.namesHeadingsByWords else { return nil }
    let places = index.places(of: entry)
    let nearest = places.index.nearest(to: name)
    let existing = existing(places.names, headingsAreAnchors: entry.naming.headingsAreAnchors)
    return Finding(
      range: range, message: "the page '\(entry.name)' has no anchor '\(written)'",
      help: nearest.map { "did you mean '\($0)'? " + existing } ?? existing)
  }

  /// `content_1_2`: PukiWiki gives each heading such an anchor of its own accord.
  private static func isNumbered(_ anchor: String) -> Bool {
    let parts = anchor.split(separator: "_", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "content" && Int(parts[1]) != nil
      && Int(parts[2]) != nil
  }

  private static func existing(_ anchors: [String], headingsAreAnchors: Bool) -> String {
    guard !anchors.isEmpty else {
      if headingsAreAnchors { return "that page has no headings, which links could name" }
      return "that page has no anchors; give the heading one: [#name]"
    }
    let shown = anchors.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
    let rest = anchors.count > 10 ? " and \(anchors.count - 10) more" : ""
    return "its anchors are \(shown)\(rest)"
  }
}
