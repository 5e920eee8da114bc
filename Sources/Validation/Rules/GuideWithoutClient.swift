import GuideModel
import SourceText
import Syntax

extension Rule {
  static let guideWithoutClient = Rule(
    name: "guide-without-client", severity: .warning,
    summary: "a guide does not say which client it is for",
    explanation: """
      It can be found from no client's page. Name the client in the heading, or in a comment below \
      it: `//wikiguide: client NAME`, in Markdown `<!-- wikiguide: client NAME -->`. A page of \
      Markdown may name it in its front matter: `client: NAME`. A client that wikiguide does not \
      know is told in `wikiguide.yml`, under `clients`.
      """,
    wrong: Example("a heading without a client", "**設定例\n-(1)ツールを選択。\n-(2)追加を選択。\n"),
    right: Example(
      "a heading with a client", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)追加を選択。\n"),
    check: { page, _ in
      let file = page.document.file
      return page.guides.compactMap { guide in
        guard guide.clientID == nil else { return nil }
        return Finding(
          range: file.place(of: guide.title, in: guide.range),
          message: "'\(guide.title)' does not say which client it is for",
          help: "name the client in the heading, or \(elsewhere(on: page.document)); one that "
            + "wikiguide does not know also goes under 'clients:' in wikiguide.yml")
      }
    })

  /// Where else an author says which client a guide is for, in words of the page's dialect.
  private static func elsewhere(on document: Document) -> String {
    let below = "below it in '\(AnnotationLayout.line("client NAME", on: document))'"
    return document.namesHeadingsByWords
      ? "\(below), or for the whole page in its front matter, 'client: NAME'" : below
  }
}
