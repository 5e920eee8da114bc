import GuideModel
import SourceText
import Syntax

extension Rule {
  static let duplicateStepNumber = Rule(
    name: "duplicate-step-number", severity: .error,
    summary: "two steps of a procedure have the same number",
    explanation: """
      A reference to that number means either of the two. Number the steps anew, with the \
      references to them. Numbers that begin again at 1 are another list and are not reported.
      """,
    wrong: Example(
      "two steps 2", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)追加を選択。\n-(2)名前を入力。\n"),
    right: Example(
      "each number once", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)追加を選択。\n-(3)名前を入力。\n"),
    shownCheck: { shown, _ in
      let page = shown.page
      guard !shown.numbersGoOn else { return [] }
      return page.guides.flatMap(\.procedures).flatMap(StepRuns.of).flatMap {
        duplicates(in: $0, on: page)
      }
    })

  private static func duplicates(
    in run: [StepRuns.NumberedStep], on page: PageReading
  ) -> [Finding] {
    let file = page.document.file
    var firsts: [Int: StepRuns.NumberedStep] = [:]
    return run.compactMap { step in
      guard let first = firsts[step.number] else {
        firsts[step.number] = step
        return nil
      }
      return Finding(
        range: step.place(in: file),
        message: "the number '\(step.text(in: file))' is taken by an earlier step",
        notes: [.init("the first one", at: SourcePlace(page.path, first.place(in: file)))],
        help: "number the steps anew, with the references to them")
    }
  }
}
