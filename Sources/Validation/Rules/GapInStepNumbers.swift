import GuideModel
import SourceText
import Syntax

extension Rule {
  static let gapInStepNumbers = Rule(
    name: "gap-in-step-numbers", severity: .warning,
    summary: "a number is left out between two steps",
    explanation: """
      The reader cannot tell whether a step is missing or only its number. Write the missing step, \
      or number the steps anew, with the references to them.
      """,
    wrong: Example("no step 2", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(3)追加を選択。\n"),
    right: Example("each number once", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)追加を選択。\n"),
    shownCheck: { shown, _ in
      let page = shown.page
      guard !shown.numbersGoOn else { return [] }
      return page.guides.flatMap(\.procedures).flatMap(StepRuns.of).flatMap {
        gaps(in: $0, on: page)
      }
    })

  private static func gaps(in run: [StepRuns.NumberedStep], on page: PageReading) -> [Finding] {
    let file = page.document.file
    let numbers = run.map(\.number).sorted()
    return zip(run, run.dropFirst()).compactMap { before, step in
      guard step.number > before.number, step.number - 1 > before.number else { return nil }
      let missing = (before.number + 1)..<step.number
      // A number that stands elsewhere in the run is out of order, not left out.
      guard !holdsAny(of: missing, numbers) else { return nil }
      let left =
        missing.count == 1
        ? "step \(missing.lowerBound) is" : "steps \(missing.lowerBound) to \(step.number - 1) are"
      return Finding(
        range: step.place(in: file),
        message: "'\(step.text(in: file))' follows '\(before.text(in: file))': \(left) left out",
        notes: [
          .init("the step before it", at: SourcePlace(page.path, before.place(in: file)))
        ],
        help: "write what is missing, or number the steps anew")
    }
  }

  /// - Parameter numbers: sorted.
  private static func holdsAny(of missing: Range<Int>, _ numbers: [Int]) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < missing.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && missing.contains(numbers[low])
  }
}
