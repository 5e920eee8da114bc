import GuideModel
import SourceText
import Syntax

extension Rule {
  static let reversedStepRange = Rule(
    name: "reversed-step-range", severity: .warning,
    summary: "a range of steps ends before it begins",
    explanation: """
      Nobody can repeat the steps from 5 to 3. Most often one of the two numbers was left behind \
      when the steps were numbered anew.
      """,
    wrong: Example(
      "the wrong way round",
      "**Setup (Thunderbird)\n+Open the menu.\n+Choose the account.\n+Repeat steps 2-1.\n"),
    right: Example(
      "from the first to the last",
      "**Setup (Thunderbird)\n+Open the menu.\n+Choose the account.\n+Repeat steps 1-2.\n"),
    shownCheck: { shown, _ in
      let file = shown.page.document.file
      return shown.stepReferences.compactMap { written -> Finding? in
        let reference = written.reference
        guard reference.label != reference.last, let first = Int(reference.label),
          let last = Int(reference.last), last < first
        else { return nil }
        return Finding(
          range: reference.range, message: "'\(file.text(reference.range))' ends before it begins",
          help: "is it from \(last) to \(first), or is one of the numbers wrong?",
          subject: file.text(reference.range))
      }
    })
}
