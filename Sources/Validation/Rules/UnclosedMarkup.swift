import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unclosedMarkup = Rule(
    name: "unclosed-markup", severity: .warning,
    summary: "a mark is opened on a line and not closed there",
    explanation: """
      Readers see the mark itself instead of what it should do. Close it on the same line, or take \
      it away.
      """,
    wrong: Example("bold that never ends", "''Important: receive first.\n"),
    right: Example("bold that ends", "''Important:'' receive first.\n"),
    check: { page, _ in
      page.facts.unclosedMarks.map { range in
        let mark = page.document.file.text(range)
        return Finding(
          range: range, message: "\"\(mark)\" is opened but not closed on this line",
          help: "close it on the same line, or take it away")
      }
    })
}
