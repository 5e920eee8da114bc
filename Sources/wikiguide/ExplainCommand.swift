import ArgumentParser
import SourceText
import Validation

/// `wikiguide explain`: the documentation of a rule, or the list of all rules.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or list all rules.",
    discussion: """
      Examples:
        wikiguide explain
        wikiguide explain broken-page-link
      """)

  @Argument(help: "The rule's name, as findings show it in brackets.")
  var rule: String?

  func run() throws {
    guard let rule else { return try RunReporter.print(list) }
    guard let found = RuleCatalog.rule(named: rule) else {
      let nearest = RuleCatalog.nearest(to: rule).map { "; did you mean '\($0.name)'?" }
      RunReporter.reportFault(
        "there is no rule '\(rule)'\(nearest ?? "; 'wikiguide explain' lists all rules")")
      throw ExitCode.wrongUsage
    }
    try RunReporter.print(RuleExplanation(found).text)
  }

  private var list: String {
    var table = AlignedTable()
    for rule in RuleCatalog.all { table.add(rule.name, rule.severity.rawValue, rule.summary) }
    return table.text(indent: "")
  }
}
