import GuideModel
import SourceText
import Syntax

extension Rule {
  static let overlappingVersions = Rule(
    name: "overlapping-versions", severity: .warning,
    summary: "two entries for a client name the same version, with the same level",
    explanation: """
      One of the two says nothing new for that version, and sooner or later one is changed and the \
      other forgotten. Let the ranges follow each other, or keep the wider entry alone. Versions \
      are compared as numbers, part by part; two different levels are a contradiction, which is \
      another rule's matter.
      """,
    wrong: Example(
      "version 6 twice", "**対応メールソフト\n-手動対応ソフト\n--OE6/OE5.5\n--OE6.0\n"),
    right: Example("each version once", "**対応メールソフト\n-手動対応ソフト\n--OE6/OE5.5\n--OE5\n"),
    siteCheck: { index in
      // Two pages may well say the same: in two languages, for example.
      let pages = Dictionary(grouping: index.facts.statements, by: \.path)
      return pages.sorted { $0.key < $1.key }.flatMap { path, statements in
        SupportStatement.cells(statements).flatMap { cell in
          StatementMeeting.all(in: cell).compactMap { meeting in
            finding(meeting, index).map { (path, $0) }
          }
        }
      }
    })

  private static func finding(_ meeting: StatementMeeting, _ index: SiteIndex) -> Finding? {
    let (first, second) = (meeting.earlier, meeting.later)
    guard let versions = meeting.versions, !meeting.isContradiction,
      // The same versions throughout: the client itself stands there twice.
      Set(Claim.all(of: first.versions).map(\.claim))
        != Set(Claim.all(of: second.versions).map(\.claim)),
      let earlier = first.evidence.first, let later = second.evidence.first
    else { return nil }
    let name = index.clientName(second.clientID)
    return Finding(
      range: index.place(of: second.clientID, at: later).range,
      message: "'\(versions)' of '\(name)' is named by two entries",
      notes: [.init("the other one", at: index.place(of: first.clientID, at: earlier))],
      help: "keep it in one of the two", subject: versions)
  }
}
