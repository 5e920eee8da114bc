import GuideModel
import SourceText
import Syntax

extension Rule {
  static let duplicateAnchor = Rule(
    name: "duplicate-anchor", severity: .warning,
    summary: "two places of a page have the same anchor",
    explanation: """
      Links to it always lead to the first of the two. It happens when a section is copied with its \
      anchor. Give one of them a name of its own, and correct the links that mean it.
      """,
    wrong: Example("one name for two", "*Sending [#setup]\ntext\n*Receiving [#setup]\ntext\n"),
    right: Example("a name each", "*Sending [#sending]\ntext\n*Receiving [#receiving]\ntext\n"),
    check: { page, _ in
      // Where headings are anchors, the wiki counts those that are alike.
      guard page.facts.anchors.count > 1, !page.document.naming.headingsAreAnchors else {
        return []
      }
      let file = page.document.file
      var firsts: [String: SourceRange] = [:]
      return page.facts.anchors.sorted().compactMap { anchor in
        let name = file.text(anchor)
        guard !name.isEmpty else { return nil }
        guard let first = firsts[name] else {
          firsts[name] = anchor
          return nil
        }
        return Finding(
          range: anchor, message: "the anchor '\(name)' stands on this page already",
          notes: [.init("the first one", at: SourcePlace(page.path, first))],
          help: "give one of the two a name of its own", subject: name)
      }
    })
}
