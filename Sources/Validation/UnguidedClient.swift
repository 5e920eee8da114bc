import GuideModel
import SourceText

/// A client that the site says works, and for which no page has a guide.
struct UnguidedClient: Sendable {
  let clientID: String
  let level: SupportLevel
  /// The first place that says that it works.
  let evidence: Evidence

  static func all(in library: GuideLibrary) -> [UnguidedClient] {
    var seen = Set(library.guides.compactMap(\.clientID))
    return library.statements.compactMap { statement in
      guard let level = statement.level, works(level), let evidence = statement.evidence.first,
        seen.insert(statement.clientID).inserted
      else { return nil }
      return UnguidedClient(clientID: statement.clientID, level: level, evidence: evidence)
    }
  }

  private static func works(_ level: SupportLevel) -> Bool {
    switch level {
    case .native, .manual, .partial: true
    case .unsupported, .untested: false
    }
  }
}
