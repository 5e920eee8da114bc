import GuideModel
import SourceText
import Syntax

extension Rule {
  static let renumberedStepReference = Rule(
    name: "renumbered-step-reference", severity: .warning,
    summary: "a reference's number now belongs to another step than when it was written",
    explanation: """
      A step was put in or taken out before it, and the number was left as it was. What each \
      reference meant is remembered in the published site; the step that was meant has another \
      number now. Write that number; or, where the new step is meant, allow this finding.
      """,
    wrong: Example(
      "a step was put in",
      "**Setup (Thunderbird)\n+Start the program.\n+Open the menu.\n+Add the account.\n"
        + "+If it fails, go back to step 2.\n",
      remembered: "**Setup (Thunderbird)\n+Start the program.\n+Add the account.\n"
        + "+If it fails, go back to step 2.\n"),
    right: Example(
      "the number of the step that was meant",
      "**Setup (Thunderbird)\n+Start the program.\n+Open the menu.\n+Add the account.\n"
        + "+If it fails, go back to step 3.\n",
      remembered: "**Setup (Thunderbird)\n+Start the program.\n+Add the account.\n"
        + "+If it fails, go back to step 2.\n"),
    check: { page, index in
      guard !index.steps.isEmpty, !page.guides.isEmpty else { return [] }
      let file = page.document.file
      return MeantStep.all(on: page, index.library).compactMap { meant in
        guard let old = index.steps[meant.key], let title = meant.title, old != title,
          let number = meant.number(of: old)
        else { return nil }
        let range = file.place(of: meant.label, in: meant.range)
        return Finding(
          range: meant.isEntryPoint ? range : meant.range,
          message: "step \(meant.label) is now '\(title)', no longer '\(old)'",
          help: "did you mean step \(number)?",
          suggestion: range == meant.range && file.text(range) != meant.label
            ? nil : .init(range, replacement: number, certainty: .maybe),
          subject: meant.key.words)
      }
    })
}
