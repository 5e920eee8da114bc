import GuideModel
import SourceText
import Syntax

extension Rule {
  static let deprecatedWithoutSuccessor = Rule(
    name: "deprecated-without-successor", severity: .warning,
    summary: "a feature is called deprecated, and nothing is named to use instead",
    explanation: """
      Readers learn that they should not use it any more, and not what they should use. Name the \
      features that take its place: 'superseded_by: [smtp.auth]'.
      """,
    wrong: Example(
      "nothing instead",
      pages: [
        ("Example.txt", "*APOP\n"),
        ("features.yml", "pop.apop:\n  source: RFC 1939\n  status: {deprecated: true}\n"),
      ], facts: { $0.features[0].curatedStatus = .deprecated(for: []) }),
    right: Example(
      "TLS instead",
      pages: [
        ("Example.txt", "*APOP\n"),
        (
          "features.yml",
          "pop.apop:\n  source: RFC 1939\n  status: {deprecated: true, superseded_by: [tls]}\n"
        ),
      ], facts: { $0.features[0].curatedStatus = .deprecated(for: ["tls"]) }),
    siteCheck: { index in
      let known = Set(index.facts.features.map(\.id))
      // Those of which neither a page nor a statement speaks yet.
      let others = index.library.curated.features.filter { !known.contains($0.id) }.map { other in
        var feature = Feature(
          id: other.id, name: other.name(in: nil) ?? other.id, evidence: [other.evidence])
        feature.curatedStatus = other.status
        return feature
      }
      return (index.facts.features + others).compactMap { feature in
        let status = feature.curatedStatus?.value
        guard status?.isDeprecated ?? feature.isDeprecated,
          (status?.supersededBy ?? feature.supersededBy).isEmpty,
          let place = feature.curatedStatus?.evidence.first ?? feature.evidence.first
        else { return nil }
        return (
          place.path,
          Finding(
            range: place.range,
            message: "'\(feature.name)' is deprecated, and no feature is named to use instead",
            help: "name it under 'superseded_by'", subject: feature.id)
        )
      }
    })
}

extension Sourced<Feature.Status> {
  /// The status that the examples' file gives.
  fileprivate static func deprecated(for successors: [String]) -> Sourced {
    Sourced(
      .init(isStandard: true, isDeprecated: true, supersededBy: successors), basis: .curated,
      evidence: [Evidence(path: "features.yml", range: SourceRange(0, 8))],
      reference: "RFC 1939")
  }
}
