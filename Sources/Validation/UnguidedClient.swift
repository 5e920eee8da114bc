import GuideModel
import SourceText

/// A client that the site says works, and for which no page has a guide.
struct UnguidedClient: Sendable {
  let clientID: String
  let level: SupportLevel
  /// The first place that says that it works.
  let evidence: Evidence

  static func all(
    in statements: [SupportStatement], guides: [Guide]
  ) -> [UnguidedClient] {
    var seen = Set(guides.compactMap(\.clientID))
    return statements.compactMap { statement in
      guard let level = statement.level, level.works, let evidence = statement.evidence.first,
        seen.insert(statement.clientID).inserted
      else { return nil }
      return UnguidedClient(clientID: statement.clientID, level: level, evidence: evidence)
    }
  }
}
