import SourceText

/// What a site's curators wrote down of clients and features in data files beside the pages.
///
/// Every fact names its line and what it was taken from. Pages are read with the names that it adds.
package struct CuratedData: Sendable {
  /// Sorted by id.
  package var clients: [CuratedClient] = []
  /// Sorted by id.
  package var features: [CuratedFeature] = []
  /// In the order of the file; each rests on the curator's word or on a test.
  package var statements: [SupportStatement] = []
  /// Where entries name features by their ids: what they support, what superseded them.
  package var mentions: [FeatureMention] = []
  /// The files themselves, by path.
  package var files: [String: SourceFile] = [:]
  /// What each fact was taken from, as its curator names it, by the fact's place.
  package var references: [Evidence: String] = [:]
  /// The language of words of which it is told, by their place.
  package var languages: [Evidence: String] = [:]

  package init() {}

  /// The id of a feature, and where it is written.
  package struct FeatureMention: Sendable, Equatable {
    package let id: String
    package let evidence: Evidence

    package init(id: String, evidence: Evidence) {
      self.id = id
      self.evidence = evidence
    }
  }

  package func client(_ id: String) -> CuratedClient? { clients.first { $0.id == id } }

  package func feature(_ id: String) -> CuratedFeature? { features.first { $0.id == id } }

  /// How a fact is known that stands at some places: a page states it, or a curator does.
  package func basis(of places: [Evidence]) -> SupportStatement.Basis {
    places.contains { files[$0.path] != nil } ? .curated : .stated
  }
}

/// One entry of `clients.yml`.
package struct CuratedClient: Sendable {
  package let id: String
  /// Where the entry begins.
  package let evidence: Evidence
  package var name: Sourced<String>?
  /// Spellings by which pages name it.
  package var aliases: [String] = []
  package var kind: Sourced<Client.Kind>?
  package var vendor: Sourced<String>?
  package var platforms: Sourced<[ClientProfile.Platform]>?
  package var lifecycle: Sourced<Lifecycle>?
  package var license: Sourced<String>?
  package var distribution: Sourced<Distribution.Model>?
  package var links: [ClientLink] = []

  package init(id: String, evidence: Evidence) {
    self.id = id
    self.evidence = evidence
  }
}

/// One entry of `features.yml`.
package struct CuratedFeature: Sendable {
  package let id: String
  /// Where the entry begins.
  package let evidence: Evidence
  /// In the order of the file.
  package var names: [Wording] = []
  /// Spellings by which pages name it.
  package var aliases: [String] = []
  package var descriptions: [Wording] = []
  package var specifications: [Sourced<String>] = []
  package var status: Sourced<Feature.Status>?

  /// Words in one language; nil where nobody says in which.
  package struct Wording: Sendable {
    package let language: String?
    package let text: Sourced<String>

    package init(language: String?, text: Sourced<String>) {
      self.language = language
      self.text = text
    }
  }

  package init(id: String, evidence: Evidence) {
    self.id = id
    self.evidence = evidence
  }

  /// What it is called in a language, else in the first one.
  package func name(in language: String?) -> String? {
    (names.first { $0.language == language } ?? names.first)?.text.value
  }
}
