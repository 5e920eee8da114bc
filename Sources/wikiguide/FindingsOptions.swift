import ArgumentParser
import Findings

/// How findings are given out and which of them count: options of every command that judges a site.
struct FindingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The form of the findings. Any but 'text' goes to standard output, alone, and the rest of what \
      is said to standard error.
      """))
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "Write that form to this file; what is said to people stays as it is.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Keep out findings that this file lists; see 'check --write-baseline'.", valueName: "file"))
  var baseline: String?

  @Option(
    name: .customLong("rules-url"),
    help: ArgumentHelp(
      "The page that explains the rules, for links from SARIF, JSON and Markdown.",
      valueName: "url"))
  var rulesURL: String?

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, junit, codequality, markdown

    /// Nil for the form that people and editors read.
    var forMachines: FindingsForm? {
      switch self {
      case .text: nil
      case .json: .json
      case .sarif: .sarif
      case .github: .github
      case .junit: .junit
      case .codequality: .codequality
      case .markdown: .markdown
      }
    }
  }

  /// Whether standard output holds the findings and nothing else.
  var takesOutput: Bool { format.forMachines != nil && report == nil }
}
