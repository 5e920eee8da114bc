import GuideModel
import SourceText

/// Entries of `features.yml`.
extension CuratedDecoder {
  enum FeatureKey: String, CaseIterable {
    case name, aliases, description, status, source
    case specifications = "spec_urls"
  }

  enum StatusKey: String, CaseIterable {
    case deprecated
    case standardTrack = "standard_track"
    case supersededBy = "superseded_by"
  }

  mutating func readFeatures(_ root: ConfigurationNode) {
    forEachEntry(of: root, named: "feature", isID: Self.isFeatureID) { $0.readFeature($1) }
    data.features.sort { $0.id < $1.id }
  }

  private static func isFeatureID(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z0-9]+([._-][a-z0-9]+)*/) != nil
  }

  private mutating func readFeature(_ node: ConfigurationNode) {
    var feature = CuratedFeature(id: entry.id, evidence: entryEvidence())
    for (key, value) in values.entries(node, FeatureKey.self, of: "a feature") {
      switch key {
      case .name: feature.names = wordings(value, of: key.rawValue)
      case .aliases: feature.aliases = values.texts(value, of: key.rawValue)
      case .description: feature.descriptions = wordings(value, of: key.rawValue)
      case .specifications: feature.specifications = specifications(value)
      case .status: feature.status = status(value)
      case .source: break
      }
    }
    data.features.append(feature)
  }

  private mutating func specifications(_ node: ConfigurationNode) -> [Sourced<String>] {
    values.list(node, of: "spec_urls").compactMap { item in
      guard let fact = fact(item, of: "spec_urls"),
        let url = address(fact.node, of: "spec_urls")
      else { return nil }
      return fact.sourced(url)
    }
  }

  private mutating func status(_ node: ConfigurationNode) -> Sourced<Feature.Status>? {
    guard let fact = fact(node, of: "status") else { return nil }
    var isStandard: Bool?
    var isDeprecated: Bool?
    var supersededBy: [String] = []
    let entries = values.entries(fact.node, StatusKey.self, of: "'status'")
    for (key, value) in entries {
      switch key {
      case .standardTrack: isStandard = values.truth(value, of: key.rawValue)
      case .deprecated: isDeprecated = values.truth(value, of: key.rawValue)
      case .supersededBy: supersededBy = successors(value)
      }
    }
    guard let isStandard, let isDeprecated else {
      for name in [StatusKey.standardTrack, .deprecated]
      where !entries.contains(where: { $0.0 == name }) {
        values.report(
          "'status' has no '\(name.rawValue)'", fact.node,
          help: "add '\(name.rawValue): true' or '\(name.rawValue): false'")
      }
      return nil
    }
    return fact.sourced(
      Feature.Status(
        isStandard: isStandard, isDeprecated: isDeprecated, supersededBy: supersededBy))
  }

  private mutating func successors(_ node: ConfigurationNode) -> [String] {
    values.list(node, of: "superseded_by").compactMap { item in
      guard let id = values.text(item, of: "superseded_by") else { return nil }
      data.mentions.append(
        .init(id: id, evidence: Evidence(path: file.path, range: item.range)))
      return id
    }
  }
}
