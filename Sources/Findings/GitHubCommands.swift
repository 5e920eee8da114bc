import SourceText

/// Findings as the workflow commands by which GitHub shows annotations beside the lines.
///
/// GitHub shows ten annotations of a kind for each step of a job and drops the others without a word.
/// So the worst come first, only as many as are shown are written, and the first annotation says how
/// many there are and how many are left out.
enum GitHubCommands {
  static let mostOfAKind = 10

  static func text(_ report: FindingsReport) -> String {
    var lines: [String] = []
    var leftOut = 0
    for severity in Severity.allCases.sorted(by: >) {
      // The summary is a notice too.
      let room = severity == .note ? mostOfAKind - 1 : mostOfAKind
      let findings = report.findings.filter { $0.severity == severity }
      lines += findings.prefix(room).map(command)
      leftOut += max(0, findings.count - room)
    }
    return ([summary(report, leftOut: leftOut)] + lines).map { $0 + "\n" }.joined()
  }

  private static func summary(_ report: FindingsReport, leftOut: Int) -> String {
    var text = report.countsText
    if let known = report.known, !known.isEmpty { text += "; \(known.count) kept out" }
    if leftOut > 0 {
      text +=
        "; \(leftOut) not shown here" + (report.hasJobSummary ? ", see the job's summary" : "")
    }
    return "::notice title=\(property(report.tool.name))::\(data(text))"
  }

  private static func command(_ finding: FindingRecord) -> String {
    let kind =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["file=\(property(finding.place.path))"]
    if let region = finding.place.region {
      properties += ["line=\(region.startLine)", "endLine=\(region.endLine)"]
      // Columns are refused for several lines.
      if region.startLine == region.endLine {
        properties += ["col=\(region.startColumn)", "endColumn=\(region.endColumn)"]
      }
    }
    properties.append("title=\(property(finding.rule))")
    return "::\(kind) \(properties.joined(separator: ","))::\(data(message(finding)))"
  }

  private static func message(_ finding: FindingRecord) -> String {
    let notes = finding.notes.map { note in
      guard let place = note.place else { return note.message }
      let line = place.region.map { ":\($0.startLine)" } ?? ""
      return "\(note.message): \(place.path)\(line)"
    }
    return ([finding.message] + notes + (finding.help.map { [$0] } ?? []))
      .map(\.escapingControls).joined(separator: "\n")
  }

  /// Text behind the command, which ends with the line.
  private static func data(_ text: String) -> String {
    text.escaping { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  /// The value of a property, which ends at a comma or a colon too.
  private static func property(_ text: String) -> String {
    data(text.escapingControls).escaping { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }
}
