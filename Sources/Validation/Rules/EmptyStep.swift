import GuideModel
import SourceText
import Syntax

extension Rule {
  static let emptyStep = Rule(
    name: "empty-step", severity: .warning,
    summary: "a step has a number and nothing else",
    explanation: """
      Readers wonder what they have missed. Write what is to be done, or take the number away and \
      number the steps behind it anew.
      """,
    wrong: Example(
      "nothing behind the number", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)\n-(3)名前を入力。\n"),
    right: Example(
      "what is to be done", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)追加を選択。\n-(3)名前を入力。\n"),
    check: { page, _ in
      let file = page.document.file
      return page.guides.flatMap(\.procedures).flatMap { procedure in
        procedure.steps.compactMap { step -> Finding? in
          guard step.images.isEmpty, step.substeps.isEmpty, step.details.isEmpty,
            VisibleText.of(step.content, in: file).allSatisfy(\.isWhitespace)
          else { return nil }
          return Finding(
            range: step.labelRange ?? step.range, message: "step '\(step.name)' says nothing",
            help: "write what is to be done, or take the number away", subject: step.name)
        }
      }
    })
}
