import GuideModel
import SourceText
import Syntax

extension Rule {
  static let contradictingSupportLevels = Rule(
    name: "contradicting-support-levels", severity: .error,
    summary: "two places give the same client two levels for the same feature",
    explanation: """
      Readers choose a mail program by this list, and one of the two places misleads them. Find \
      out which is right, and correct the other one, or name the versions that each speaks of. A \
      version that lies in a range is one of it; versions are compared as numbers, part by part.
      """,
    wrong: Example(
      "both by hand and fully",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n-正式に対応したソフト\n--Thunderbird\n"),
    right: Example(
      "once", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n-正式に対応したソフト\n--Sylpheed\n"),
    siteCheck: { index in
      Contradiction.all(in: index.facts.statements).map { found in
        let place = index.place(of: found.clientID, at: found.later)
        let name =
          index.library.page(at: place.path).flatMap { page in
            place.range.map(page.document.file.text)
          } ?? index.clientName(found.clientID)
        return (
          place.path,
          Finding(
            range: place.range,
            message: "'\(name)' has \(found.level.rawValue) support here, "
              + "but \(found.earlierLevel.rawValue) support elsewhere"
              + (found.versions.map { ", for '\($0)'" } ?? ""),
            notes: [.init("\(found.earlierLevel.rawValue) support", at: found.earlier.place)],
            help: "correct one of the two, or name the versions")
        )
      }
    })
}
