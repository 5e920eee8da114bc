import CompatibilityChanges

/// Changes between lists as JSON after `changes-schema-1.json`.
package enum ChangesJSON {
  private typealias Value = JSONText.Value

  /// The schema; it names itself as seen from the record beside which it is published.
  static var schema: [UInt8] { BuiltInFiles.changesSchema }

  /// - Parameter schema: the address of the schema; nil names none.
  package static func bytes(_ history: ChangeHistory, schema: String? = nil) -> [UInt8] {
    let start: [(String, Value)] = schema.map { [("$schema", .string($0))] } ?? []
    return JSONText.bytes(
      object(
        start + [
          ("schema_version", .string("1.0.0")), ("begins", .string(history.begins)),
          ("entries", .array(history.entries.map(entry))),
        ]))
  }

  private static func object(_ members: [(String, Value)]) -> Value {
    .object(members.map { (key: $0.0, value: $0.1) })
  }

  private static func entry(_ entry: ChangeHistory.Entry) -> Value {
    var members: [(String, Value)] = [
      ("id", .string(entry.id)), ("from", .string(entry.before.asOf)),
      ("as_of", .string(entry.after.asOf)), ("severity", .string(entry.weight.rawValue)),
      ("changes", .array(entry.changes.map(change))),
    ]
    if entry.omitted > 0 { members.append(("omitted", .integer(entry.omitted))) }
    return object(
      members + [
        ("evidence_moved", .integer(entry.movedEvidence)),
        ("pages_changed", .integer(entry.changedPages)),
        (
          "statistics",
          object([
            ("before", statistics(entry.before.statistics)),
            ("after", statistics(entry.after.statistics)),
          ])
        ),
      ])
  }

  private static func statistics(_ statistics: ListStatistics) -> Value {
    object(statistics.counts.map { ($0.name, .integer($0.number)) })
  }

  private static func change(_ change: SupportChange) -> Value {
    var members: [(String, Value)] = [
      ("kind", .string(change.section.rawValue)), ("aspect", .string(change.aspect.rawValue)),
    ]
    if let feature = change.feature { members.append(("feature", subject(feature))) }
    if !change.clients.isEmpty {
      members.append(("clients", .array(change.clients.map(subject))))
    }
    return object(
      members + [("before", .strings(change.before)), ("after", .strings(change.after))])
  }

  private static func subject(_ subject: SupportChange.Subject) -> Value {
    var members: [(String, Value)] = [
      ("id", .string(subject.id)), ("name", .string(subject.name)),
    ]
    if !subject.versions.isEmpty { members.append(("versions", .strings(subject.versions))) }
    return object(members)
  }
}
