import GuideModel
import SourceText

/// What a site says of clients and features, whether one of its pages or a curated file says it.
package struct CompatibilityFacts: Sendable {
  package var clients: [Client]
  package var features: [Feature]
  package var statements: [SupportStatement]
  /// What curated facts were taken from, by their places.
  package var references: [Evidence: String]
  /// The entries of curated files.
  package var curatedEntries: [Entry]

  /// An entry of a curated file, with the place of its id.
  package struct Entry: Sendable {
    let id: String
    let evidence: Evidence
  }

  package init(_ library: GuideLibrary) {
    clients = library.clients
    features = library.features
    statements = library.statements
    references = library.curated.references
    curatedEntries =
      library.curated.clients.map { Entry(id: $0.id, evidence: $0.evidence) }
      + library.curated.features.map { Entry(id: $0.id, evidence: $0.evidence) }
  }
}

extension SiteIndex {
  /// The words that name a client within its evidence; the evidence itself in files without pages.
  func place(of clientID: String, at evidence: Evidence) -> SourcePlace {
    let page = library.page(at: evidence.path)
    return SourcePlace(
      evidence.path, page?.place(of: clientID, at: evidence) ?? evidence.range)
  }
}

extension SupportLevel {
  /// Whether a client with this level can be used; nobody knows for one that nobody tried.
  var works: Bool {
    switch self {
    case .native, .manual, .partial: true
    case .unsupported, .untested: false
    }
  }
}
