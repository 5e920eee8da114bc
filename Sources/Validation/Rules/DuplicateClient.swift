import GuideModel
import SourceText
import Syntax

extension Rule {
  static let duplicateClient = Rule(
    name: "duplicate-client", severity: .warning,
    summary: "a page states the same client twice for the same feature",
    explanation: """
      Sooner or later one of the two is changed and the other forgotten. Keep one. Two versions of \
      a client are two entries and are not reported.
      """,
    wrong: Example("Thunderbird twice", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n--Thunderbird\n"),
    right: Example("Thunderbird once", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n--Sylpheed\n"),
    check: { page, index in
      var firsts: [StatedClient: SupportStatement] = [:]
      return page.statements.compactMap { statement in
        let client = StatedClient(statement)
        guard let first = firsts[client] else {
          firsts[client] = statement
          return nil
        }
        // Two levels are a contradiction: another rule's matter.
        if let level = statement.level, let earlier = first.level, level != earlier { return nil }
        guard let later = statement.evidence.first, let earlier = first.evidence.first else {
          return nil
        }
        let range = page.place(of: statement.clientID, at: later)
        return Finding(
          range: range,
          message: "'\(page.document.file.text(range))' is listed a second time",
          notes: [
            .init(
              "the first one",
              at: SourcePlace(page.path, page.place(of: first.clientID, at: earlier)))
          ],
          help: "keep one of the two")
      }
    })
}

/// What makes two statements speak of the same thing.
private struct StatedClient: Hashable {
  let clientID: String
  let featureID: String
  let claims: Set<Claim>

  init(_ statement: SupportStatement) {
    clientID = statement.clientID
    featureID = statement.featureID
    claims = Set(Claim.all(of: statement.versions).map(\.claim))
  }
}
