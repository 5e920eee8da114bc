import GuideModel
import SourceText
import Syntax

extension Rule {
  static let stepWithoutSpace = Rule(
    name: "step-without-space", severity: .note,
    summary: "a number has no space behind it, so that Markdown does not take it for a step",
    explanation: """
      It is read as a step here, since that is what was meant. Other programs that show the same page \
      run such lines together into one paragraph. Put a space between the number's mark and the text.
      """,
    wrong: Example(
      "numbers without spaces", markdown: "# Thunderbirdの設定\n\n1.メニューを開きます。\n2.設定を選びます。\n"),
    right: Example(
      "numbers with spaces", markdown: "# Thunderbirdの設定\n\n1. メニューを開きます。\n2. 設定を選びます。\n"),
    check: { page, _ in
      let file = page.document.file
      return page.unreadSteps.compactMap { unread -> Finding? in
        guard unread.form == .withoutBlank else { return nil }
        let label = file.text(unread.range)
        return Finding(
          range: unread.range,
          message: "'\(label)' has no space behind it: Markdown takes it for text",
          help: "write '\(label) '",
          suggestion: Diagnostic.Suggestion(unread.range, replacement: label + " "), subject: label)
      }
    })
}
