import SourceText

/// How many findings one rule has of one severity.
struct FindingCount: Equatable {
  let rule: String
  let severity: Severity
  let count: Int

  /// One for each rule, the most findings first, then the gravest, then by name.
  static func all(_ diagnostics: [Diagnostic]) -> [FindingCount] {
    struct Key: Hashable {
      let rule: String
      let severity: Severity
    }
    return Dictionary(grouping: diagnostics) { Key(rule: $0.rule, severity: $0.severity) }
      .map { FindingCount(rule: $0.key.rule, severity: $0.key.severity, count: $0.value.count) }
      .sorted { one, other in
        if one.count != other.count { return one.count > other.count }
        if one.severity != other.severity { return one.severity > other.severity }
        return one.rule < other.rule
      }
  }
}
