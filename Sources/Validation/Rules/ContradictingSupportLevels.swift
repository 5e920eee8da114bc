import GuideModel
import SourceText
import Syntax

extension Rule {
  static let contradictingSupportLevels = Rule(
    name: "contradicting-support-levels", severity: .error,
    summary: "two places give the same client two levels for the same feature",
    explanation: """
      Readers choose a mail program by this list, and one of the two places misleads them. Find \
      out which is right, and correct the other one, or name the versions that each speaks of.
      """,
    wrong: Example(
      "both by hand and fully",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n-正式に対応したソフト\n--Thunderbird\n"),
    right: Example(
      "once", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n-正式に対応したソフト\n--Sylpheed\n"),
    check: { page, index in
      index.contradictions(on: page.path).map { found in
        let range = page.place(of: found.clientID, at: found.later)
        return Finding(
          range: range,
          message: "'\(page.document.file.text(range))' has \(found.level.rawValue) support here, "
            + "but \(found.earlierLevel.rawValue) support elsewhere",
          notes: [.init("\(found.earlierLevel.rawValue) support", at: found.earlier.place)],
          help: "correct one of the two, or name the versions")
      }
    })
}
