import SourceText

/// All that the forms for machines are made from: the findings of one run, and who found them.
package struct FindingsReport: Sendable {
  package var tool: Tool
  /// The rules that can be explained, in the order of their documentation.
  package var rules: [RuleDescription]
  /// The page that explains the rules; a rule's name is an anchor on it. Nil where there is none.
  package var rulesURL: String?
  /// Sorted by place.
  package var findings: [FindingRecord]
  /// Findings that the baseline keeps out; nil where there is no baseline.
  package var known: [FindingRecord]?
  /// From which severity on findings make the run fail; nil where none does.
  package var failOn: Severity?
  /// False where the run ended before the content was judged.
  package var isComplete: Bool
  /// Whether the whole list stands in the summary of a job on GitHub.
  package var hasJobSummary = false

  package struct Tool: Sendable {
    package let name: String
    package let version: String
    package let informationURL: String?

    package init(name: String, version: String, informationURL: String? = nil) {
      self.name = name
      self.version = version
      self.informationURL = informationURL
    }
  }

  package init(
    tool: Tool, rules: [RuleDescription], rulesURL: String? = nil, findings: [FindingRecord],
    known: [FindingRecord]? = nil, failOn: Severity? = .error, isComplete: Bool = true
  ) {
    self.tool = tool
    self.rules = rules
    self.rulesURL = rulesURL
    self.findings = findings
    self.known = known
    self.failOn = failOn
    self.isComplete = isComplete
  }

  func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  func count(fixable certainty: Diagnostic.Suggestion.Certainty) -> Int {
    findings.count { $0.fix?.certainty == certainty }
  }

  /// The worst first; among equals, by place.
  var bySeverity: [FindingRecord] {
    Severity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  /// `2 errors, 1 warning`, or `no findings`.
  var countsText: String {
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : Self.counted(count, severity.rawValue)
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The address that explains a rule.
  func helpURL(_ rule: String) -> String? {
    guard let rulesURL, rules.contains(where: { $0.name == rule }) else { return nil }
    return rulesURL + "#" + rule
  }
}
