import Rendering
import SourceText

/// The findings as a log in SARIF 2.1.0, the form that code hosts show beside the lines of a change.
///
/// Hosts take no more than so many results of a run, and keep so many places of a result. The worst
/// findings come first, and a notification says what was left out.
enum SARIFLog {
  static let mostResults = 25_000
  static let mostPlaces = 100

  static func bytes(_ report: FindingsReport) -> [UInt8] {
    JSONText.bytes(
      .object([
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
        ("version", .string("2.1.0")),
        ("runs", .array([run(report)])),
      ]))
  }

  private static func run(_ report: FindingsReport) -> JSONText.Value {
    let rules = SARIFRules(report)
    let all = report.bySeverity.map { ($0, isKnown: false) } + known(report)
    let shown = all.prefix(mostResults)
    return .object([
      ("tool", .object([("driver", driver(report, rules))])),
      ("columnKind", .string("unicodeCodePoints")),
      ("invocations", .array([invocation(report, leftOut: all.count - shown.count)])),
      (
        "results",
        .array(
          shown.map { finding, isKnown in
            SARIFResult(
              finding, ruleIndex: rules.index(of: finding.rule),
              baseline: report.known == nil ? .none : isKnown ? .unchanged : .new
            ).value
          })
      ),
    ])
  }

  /// What the baseline keeps out comes last, so that it takes no new finding's place.
  private static func known(_ report: FindingsReport) -> [(FindingRecord, isKnown: Bool)] {
    (report.known ?? []).map { ($0, isKnown: true) }
  }

  private static func driver(_ report: FindingsReport, _ rules: SARIFRules) -> JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [
      ("name", .string(report.tool.name)), ("version", .string(report.tool.version)),
      ("semanticVersion", .string(report.tool.version)),
    ]
    if let url = report.tool.informationURL { members.append(("informationUri", .string(url))) }
    members.append(("rules", .array(rules.values)))
    return .object(members)
  }

  private static func invocation(_ report: FindingsReport, leftOut: Int) -> JSONText.Value {
    var notifications: [String] = []
    if leftOut > 0 {
      notifications.append(
        "\(leftOut) of the findings are left out, the least severe ones: a run may have "
          + "\(mostResults) results")
    }
    let crowded = (report.findings + (report.known ?? [])).filter { places($0) > mostPlaces }
    for finding in crowded {
      notifications.append(
        "\(places(finding) - mostPlaces) places of the finding \(finding.fingerprint) are left out: "
          + "a result may have \(mostPlaces)")
    }
    var members: [(key: String, value: JSONText.Value)] = [
      ("executionSuccessful", .boolean(report.isComplete))
    ]
    if !notifications.isEmpty {
      members.append(
        (
          "toolExecutionNotifications",
          .array(
            notifications.map { text in
              .object([
                ("level", .string("warning")),
                ("message", .object([("text", .string(SARIFText.message(text)))])),
              ])
            })
        ))
    }
    return .object(members)
  }

  private static func places(_ finding: FindingRecord) -> Int {
    1 + finding.notes.count { $0.place != nil }
  }
}
