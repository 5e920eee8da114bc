import Rendering
import SourceText

/// One finding as a result of a SARIF log.
struct SARIFResult {
  /// How a finding stands to the baseline.
  enum Baseline { case none, new, unchanged }

  let value: JSONText.Value

  init(_ finding: FindingRecord, ruleIndex: Int, baseline: Baseline) {
    var members: [(key: String, value: JSONText.Value)] = [
      ("ruleId", .string(finding.rule)), ("ruleIndex", .integer(ruleIndex)),
      ("level", .string(finding.severity.rawValue)),
      ("message", Self.message(Self.text(finding))),
      ("locations", .array([Self.location(finding.place, finding.context)])),
    ]
    let related = finding.notes.filter { $0.place != nil }.prefix(SARIFLog.mostPlaces - 1)
    if !related.isEmpty {
      members.append(("relatedLocations", .array(related.enumerated().map(Self.related))))
    }
    // The first is the one name that GitHub compares from run to run.
    members.append(
      (
        "partialFingerprints",
        .object([
          ("primaryLocationLineHash", .string(finding.fingerprint)),
          ("wikiguide/v1", .string(finding.fingerprint)),
        ])
      ))
    if let fix = finding.fix { members.append(("fixes", .array([Self.fix(fix, of: finding)]))) }
    switch baseline {
    case .none: break
    case .new: members.append(("baselineState", .string("new")))
    case .unchanged:
      members.append(("baselineState", .string("unchanged")))
      members.append(
        (
          "suppressions",
          .array([
            .object([
              ("kind", .string("external")),
              ("justification", .string("the baseline lists it")),
            ])
          ])
        ))
    }
    value = .object(members)
  }

  // MARK: - Parts

  /// What is wrong, what belongs to it and has no place, and what would help.
  private static func text(_ finding: FindingRecord) -> String {
    let notes = finding.notes.filter { $0.place == nil }.map(\.message)
    return ([finding.message] + notes + (finding.help.map { [$0] } ?? []))
      .joined(separator: "\n")
  }

  private static func message(_ text: String) -> JSONText.Value {
    .object([("text", .string(SARIFText.message(text)))])
  }

  private static func location(
    _ place: FindingPlace, _ context: Diagnostic.Context
  ) -> JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [
      ("physicalLocation", physical(place))
    ]
    let logical = logical(context)
    if !logical.isEmpty { members.append(("logicalLocations", .array(logical))) }
    return .object(members)
  }

  private static func related(_ id: Int, _ note: FindingRecord.Note) -> JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [("id", .integer(id + 1))]
    if let place = note.place { members.append(("physicalLocation", physical(place))) }
    members.append(("message", message(note.message)))
    return .object(members)
  }

  private static func physical(_ place: FindingPlace) -> JSONText.Value {
    var members = [(key: "artifactLocation", value: artifact(place.path))]
    if let region = place.region { members.append(("region", self.region(region))) }
    return .object(members)
  }

  /// A relative address counts from where the content was checked out.
  private static func artifact(_ path: String) -> JSONText.Value {
    guard !path.hasPrefix("/") else {
      return .object([("uri", .string("file://" + SARIFText.uri(path)))])
    }
    return .object([
      ("uri", .string(SARIFText.uri(path))), ("uriBaseId", .string("%SRCROOT%")),
    ])
  }

  private static func region(_ region: TextRegion) -> JSONText.Value {
    .object([
      ("startLine", .integer(region.startLine)), ("startColumn", .integer(region.startColumn)),
      ("endLine", .integer(region.endLine)), ("endColumn", .integer(region.endColumn)),
    ])
  }

  /// Client, section and step, each with the names of what it stands in before its own.
  private static func logical(_ context: Diagnostic.Context) -> [JSONText.Value] {
    let levels = [
      ("client", context.client), ("section", context.section), ("step", context.step),
    ]
    var names: [String] = []
    return levels.compactMap { kind, name in
      guard let name else { return nil }
      names.append(name)
      return .object([
        ("name", .string(name)), ("fullyQualifiedName", .string(names.joined(separator: " > "))),
        ("kind", .string(kind)),
      ])
    }
  }

  private static func fix(_ fix: FindingRecord.Fix, of finding: FindingRecord) -> JSONText.Value {
    let replacement = JSONText.Value.object([
      ("deletedRegion", region(fix.region)),
      ("insertedContent", .object([("text", .string(fix.replacement))])),
    ])
    let change = JSONText.Value.object([
      ("artifactLocation", artifact(finding.place.path)), ("replacements", .array([replacement])),
    ])
    let words = fix.certainty == .safe ? "replace the text" : "replace the text if that is meant"
    return .object([
      ("description", .object([("text", .string(words))])), ("artifactChanges", .array([change])),
    ])
  }
}
