import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unknownSupportLevel = Rule(
    name: "unknown-support-level", severity: .warning,
    summary: "the words for a client's support level are not understood",
    explanation: """
      The client is shown with the words as written and counts as unknown. Use one of the known \
      words, such as 正式に対応, 手動対応, 一部対応, 非対応 or 未検証, or add your own to the \
      vocabulary in the configuration.
      """,
    wrong: Example("no known word", "**対応メールソフト\n-そのほか\n--Thunderbird\n"),
    right: Example("a known word", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n"),
    check: { page, _ in
      var reported: Set<SourceRange> = []
      return page.statements.compactMap { statement in
        guard statement.level == nil else { return nil }
        let words = statement.levelAsWritten
        // One category may hold many clients: it is said once.
        guard reported.insert(words.evidence.range).inserted else { return nil }
        guard !words.text.isEmpty else { return withoutLevel(statement, on: page) }
        return Finding(
          range: page.document.file.place(of: words.text, in: words.evidence.range),
          message: "'\(words.text)' is no support level that is known",
          help: "use a known word, or add this one under 'vocabulary: levels'")
      }
    })

  private static func withoutLevel(
    _ statement: SupportStatement, on page: PageReading
  ) -> Finding? {
    guard let evidence = statement.evidence.first else { return nil }
    let range = page.place(of: statement.clientID, at: evidence)
    return Finding(
      range: range, message: "no support level is given for '\(page.document.file.text(range))'",
      help: "list it under a category that names a level")
  }
}
