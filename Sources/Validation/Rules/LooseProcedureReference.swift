import GuideModel
import SourceText
import Syntax

extension Rule {
  static let looseProcedureReference = Rule(
    name: "loose-procedure-reference", severity: .note,
    summary: "a reference names a guide only roughly",
    explanation: """
      It was taken for the one guide whose name resembles the words, and leads there. If that is \
      right, write the guide's own name; if not, name the guide that is meant.
      """,
    wrong: Example(
      "half of a name",
      """
      **Setup (Outlook 2016)
      +Open the settings.
      +Repeat step 1 from the daily checking instructions.
      **Setup of daily checking and sending (Thunderbird)
      +Choose the account.
      """),
    right: Example(
      "the name",
      """
      **Setup (Outlook 2016)
      +Open the settings.
      +Repeat step 1 from the Thunderbird instructions.
      **Setup of daily checking and sending (Thunderbird)
      +Choose the account.
      """),
    shownCheck: { shown, index in
      shown.references.compactMap { range, target -> Finding? in
        guard target.isLoose, let found = target.guide else { return nil }
        let name = shown.page.document.file.text(range)
        return Finding(
          range: range, message: "'\(name)' is taken for the guide '\(found.title)'",
          help: "write the guide's own name", subject: name)
      }
    })
}
