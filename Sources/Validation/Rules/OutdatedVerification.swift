import GuideModel
import SourceText
import Syntax

extension Rule {
  static let outdatedVerification = Rule(
    name: "outdated-verification", severity: .note,
    summary: "nobody has tried for long what a page or an entry says",
    explanation: """
      Mail programs change their windows, and servers their settings. It is asked only where a day \
      is told, as by 'wikiguide check --as-of 2026-11-25 --max-age 365', so that the same pages \
      give the same findings on every day. What was never tried at all is in \
      'wikiguide worklist guides'.
      """,
    wrong: Example(
      "tried before the day", "*Thunderbird\n//wikiguide: checked 2024-05-01\n",
      outdatedBefore: "2025-11-25"),
    right: Example(
      "tried since", "*Thunderbird\n//wikiguide: checked 2026-05-01\n",
      outdatedBefore: "2025-11-25"),
    siteCheck: { index in
      guard let limit = index.outdatedBefore else { return [] }
      var seen: Set<Evidence> = []
      let pages = index.library.pages.compactMap { page in
        page.checked.map { (day: $0.day, evidence: $0.evidence) }
      }
      let statements = index.facts.statements.compactMap { statement in
        statement.verification.map { (day: $0.on, evidence: $0.evidence) }
      }
      return (pages + statements).compactMap { day, evidence in
        guard day.text < limit.text, seen.insert(evidence).inserted else { return nil }
        return (
          evidence.path,
          Finding(
            range: evidence.range,
            message: "this was tried last on \(day.text), before \(limit.text)",
            help: "try it again, and write down the new day", subject: day.text)
        )
      }
    })
}
