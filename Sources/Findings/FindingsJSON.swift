import Rendering
import SourceText

/// The findings as one JSON object with everything that is known of each; `Findings.md` of the
/// documentation describes it.
///
/// Keys stand in one order, and what a finding does not have is left out.
enum FindingsJSON {
  /// Grows when a program that reads the form would have to change.
  static let schemaVersion = 1

  static func bytes(_ report: FindingsReport) -> [UInt8] {
    JSONText.bytes(
      .object([
        ("schemaVersion", .integer(schemaVersion)),
        (
          "tool",
          .object([
            ("name", .string(report.tool.name)), ("version", .string(report.tool.version)),
          ])
        ),
        ("complete", .boolean(report.isComplete)),
        ("counts", counts(report)),
        ("findings", .array(report.findings.map { finding($0, report) })),
      ]))
  }

  private static func counts(_ report: FindingsReport) -> JSONText.Value {
    var members = Severity.allCases.sorted(by: >).map { severity in
      (key: severity.rawValue, value: JSONText.Value.integer(report.count(severity)))
    }
    members += [
      ("fixable", .integer(report.count(fixable: .safe))),
      ("maybeFixable", .integer(report.count(fixable: .maybe))),
      ("keptOut", .integer(report.known?.count ?? 0)),
    ]
    return .object(members)
  }

  private static func finding(
    _ finding: FindingRecord, _ report: FindingsReport
  ) -> JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)),
    ]
    members += place(finding.place)
    if let help = finding.help { members.append(("help", .string(help))) }
    if let subject = finding.subject { members.append(("subject", .string(subject))) }
    if let context = context(finding.context) { members.append(("context", context)) }
    if !finding.notes.isEmpty { members.append(("notes", .array(finding.notes.map(note)))) }
    if let fix = finding.fix {
      members.append(
        (
          "fix",
          .object(
            [("certainty", .string(fix.certainty.rawValue))] + region(fix.region)
              + [("replacement", .string(fix.replacement))])
        ))
    }
    members.append(("fingerprint", .string(finding.fingerprint)))
    if let url = report.helpURL(finding.rule) { members.append(("url", .string(url))) }
    return .object(members)
  }

  private static func place(_ place: FindingPlace) -> [(key: String, value: JSONText.Value)] {
    var members: [(key: String, value: JSONText.Value)] = [("path", .string(place.path))]
    if let region = place.region { members += self.region(region) }
    if let excerpt = place.excerpt {
      members.append(
        (
          "excerpt",
          .object([("text", .string(excerpt.text)), ("column", .integer(excerpt.column))])
        ))
    }
    return members
  }

  private static func region(_ region: TextRegion) -> [(key: String, value: JSONText.Value)] {
    [
      ("line", .integer(region.startLine)), ("column", .integer(region.startColumn)),
      ("endLine", .integer(region.endLine)), ("endColumn", .integer(region.endColumn)),
    ]
  }

  private static func context(_ context: Diagnostic.Context) -> JSONText.Value? {
    let members = [
      ("guide", context.guide), ("client", context.client), ("section", context.section),
      ("step", context.step),
    ].compactMap { key, value in value.map { (key: key, value: JSONText.Value.string($0)) } }
    return members.isEmpty ? nil : .object(members)
  }

  private static func note(_ note: FindingRecord.Note) -> JSONText.Value {
    .object([("message", .string(note.message))] + (note.place.map(place) ?? []))
  }
}
