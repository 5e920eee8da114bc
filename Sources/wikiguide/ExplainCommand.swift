import ArgumentParser
import Findings
import Site
import SourceText
import Validation

/// `wikiguide explain`: the documentation of a rule or of a file's keys, or the list of all rules.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule or a file's keys, or list all rules.",
    discussion: """
      Examples:
        wikiguide explain
        wikiguide explain broken-page-link
        wikiguide explain wikiguide.yml
        wikiguide explain vocabulary
        wikiguide explain --format markdown > Rules.md
      """)

  @Argument(
    help: """
      The rule's name, as findings show it in brackets; or wikiguide.yml, provider.yml, clients.yml, \
      features.yml for their keys; or vocabulary for the words by which pages are understood.
      """, completion: .rules)
  var rule: String?

  @Option(help: "The form of the explanation; 'markdown' and 'json' explain all rules at once.")
  var format = Form.text

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  func run() throws {
    guard let rule else { return try RunReporter.print(list) }
    if let file = ConfigurationReference(rawValue: rule) { return try explain(file) }
    if rule == VocabularyReference.name {
      return try RunReporter.print(VocabularyReference.markdown())
    }
    guard let found = RuleCatalog.rule(named: rule) else {
      let nearest = RuleCatalog.nearest(to: rule).map { "; did you mean '\($0.name)'?" }
      RunReporter.reportFault(
        "there is no rule '\(rule)'\(nearest ?? "; 'wikiguide explain' lists all rules")")
      throw ExitCode.wrongUsage
    }
    switch format {
    case .text: try RunReporter.print(RuleExplanation(found).text)
    case .markdown: try RunReporter.print(RulePages.markdown(RuleDescription(found)))
    case .json: try RunReporter.print(RulePages.json([RuleDescription(found)]))
    }
  }

  private func explain(_ file: ConfigurationReference) throws {
    switch format {
    case .text: try RunReporter.print(file.text)
    case .markdown: try RunReporter.print(file.markdown)
    case .json:
      RunReporter.reportFault("'--format json' explains rules only")
      throw ExitCode.wrongUsage
    }
  }

  private var list: [UInt8] {
    switch format {
    case .text: Array(table.utf8)
    case .markdown: Array(RulePages.markdown(RuleDescription.all).utf8)
    case .json: RulePages.json(RuleDescription.all)
    }
  }

  private var table: String {
    var table = AlignedTable()
    for rule in RuleCatalog.all { table.add(rule.name, rule.severity.rawValue, rule.summary) }
    return table.text(indent: "")
  }
}
