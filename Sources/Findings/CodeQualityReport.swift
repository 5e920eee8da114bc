import Rendering
import SourceText

/// The findings as GitLab's widget for code quality reads them: an array with a line, a severity and a
/// fingerprint each.
enum CodeQualityReport {
  static func bytes(_ report: FindingsReport) -> [UInt8] {
    JSONText.bytes(.array(report.findings.map(issue)))
  }

  private static func issue(_ finding: FindingRecord) -> JSONText.Value {
    let help = finding.help.map { "; \($0)" } ?? ""
    return .object([
      ("description", .string(finding.message + help)),
      ("check_name", .string(finding.rule)),
      ("fingerprint", .string(finding.fingerprint)),
      ("severity", .string(severity(finding.severity))),
      (
        "location",
        .object([
          ("path", .string(finding.place.path)),
          // GitLab shows no finding without a line.
          (
            "lines", .object([("begin", .integer(finding.place.region?.startLine ?? 1))])
          ),
        ])
      ),
    ])
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
