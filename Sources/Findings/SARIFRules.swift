import Rendering
import SourceText

/// The rules of a SARIF log: all that can be explained, and those of other findings by name alone.
struct SARIFRules {
  let values: [JSONText.Value]
  private let indexes: [String: Int]

  init(_ report: FindingsReport) {
    let explained = Set(report.rules.map(\.name))
    let others = Set((report.findings + (report.known ?? [])).map(\.rule))
      .subtracting(explained).sorted()
    let names = report.rules.map(\.name) + others
    indexes = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    values =
      report.rules.map { Self.value($0, report) }
      + others.map { .object([("id", .string($0))]) }
  }

  func index(of rule: String) -> Int { indexes[rule] ?? -1 }

  private static func value(
    _ rule: RuleDescription, _ report: FindingsReport
  ) -> JSONText.Value {
    var members: [(key: String, value: JSONText.Value)] = [
      ("id", .string(rule.name)),
      ("shortDescription", text(rule.summary)),
      ("fullDescription", text(rule.explanation)),
    ]
    if let url = report.helpURL(rule.name) { members.append(("helpUri", .string(url))) }
    members += [
      (
        "help",
        .object([
          ("text", .string(rule.explanation)),
          ("markdown", .string(RulePages.body(rule))),
        ])
      ),
      (
        "defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])
      ),
    ]
    return .object(members)
  }

  private static func text(_ text: String) -> JSONText.Value {
    .object([("text", .string(text))])
  }
}
