import GuideModel
import SourceText
import Syntax

extension Rule {
  static let danglingProcedureReference = Rule(
    name: "dangling-procedure-reference", severity: .error,
    summary: "the text sends the reader to a step of a guide that the site does not have",
    explanation: """
      The reader looks for instructions that are not there, because they were renamed, moved or \
      never written. Name a guide or a heading of the site, or write out what the reader shall do.
      """,
    wrong: Example(
      "a guide that is not there",
      """
      **Setup (Outlook 2016)
      +Open the settings.
      +Repeat step 1 from the Eudora instructions.
      """),
    right: Example(
      "a guide of the site",
      """
      **Setup (Outlook 2016)
      +Open the settings.
      +Repeat step 1 from the Thunderbird instructions.
      **Setup (Thunderbird)
      +Choose the account.
      """),
    shownCheck: { shown, index in
      shown.references.compactMap { range, target -> Finding? in
        guard target.guide == nil else { return nil }
        let name = shown.page.document.file.text(range)
        let (titles, names) = index.guideTitles
        return Finding(
          range: range, message: "there is no guide '\(name)' to take a step from",
          help: names.nearest(to: name).map { "did you mean '\($0)'?" }
            ?? guidesThereAre(titles), subject: name)
      }
    })

  private static func guidesThereAre(_ titles: [String]) -> String {
    let shown = titles.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let rest = titles.count > 5 ? " and \(titles.count - 5) more" : ""
    return "name a guide of the site, such as \(shown)\(rest)"
  }
}
