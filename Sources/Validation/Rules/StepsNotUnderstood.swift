import GuideModel
import SourceText
import Syntax

extension Rule {
  static let stepsNotUnderstood = Rule(
    name: "steps-not-understood", severity: .note,
    summary: "what looks like the steps of a guide is not read as steps",
    explanation: """
      The page is published as it stands, but not as a guide: nobody can tick its steps off, and it \
      is missing from its client's page. Number what is to be done, one step after the other, outside \
      of tables. It is said once for a page, at the first place that sets a client up.
      """,
    wrong: Example(
      "items without numbers",
      markdown: "# Set up Thunderbird\n\n- Open the menu.\n- Choose **New**.\n- Press **Save**.\n"),
    right: Example(
      "numbered items",
      markdown:
        "# Set up Thunderbird\n\n1. Open the menu.\n2. Choose **New**.\n3. Press **Save**.\n"),
    check: { page, _ in
      page.unreadSteps.compactMap { unread -> Finding? in
        let place = page.document.file.line(around: unread.range.lower)
        switch unread.form {
        case .withoutNumbers:
          let client = unread.clientName.map { "'\($0)'" } ?? "a client"
          return Finding(
            range: SourceRange(unread.range.lower, min(unread.range.upper, place.upper)),
            message: "how to set up \(client) is told here without numbered steps",
            help: "number what is to be done, such as '1. Open the settings.'")
        case .withoutClient:
          return Finding(
            range: SourceRange(unread.range.lower, min(unread.range.upper, place.upper)),
            message: "these steps are not read as a guide: no client is named here or above",
            help: "name the client in the heading, the title or the front matter: 'client: NAME'")
        case .inTable:
          return Finding(
            range: unread.range, message: "steps in the cells of a table are not read as steps",
            help: "write the steps as a numbered list")
        case .withoutBlank: return nil
        }
      }
    })
}
