/// The forms in which findings are given out for programs.
package enum FindingsForm: String, Sendable, CaseIterable {
  case json, sarif, github, junit, codequality, markdown

  package func bytes(_ report: FindingsReport) -> [UInt8] {
    switch self {
    case .json: FindingsJSON.bytes(report)
    case .sarif: SARIFLog.bytes(report)
    case .github: Array(GitHubCommands.text(report).utf8)
    case .junit: Array(JUnitReport.text(report).utf8)
    case .codequality: CodeQualityReport.bytes(report)
    case .markdown: Array(MarkdownReport.comment(report).utf8)
    }
  }
}
