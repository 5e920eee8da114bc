import Findings
import Validation

extension RuleDescription {
  /// All rules of the catalogue, as the forms for machines know them.
  static let all = RuleCatalog.all.map(RuleDescription.init)

  init(_ rule: Rule) {
    self.init(
      name: rule.name, severity: rule.severity, summary: rule.summary,
      explanation: rule.explanation, wrong: Self.example(rule.wrong),
      right: Self.example(rule.right))
  }

  private static func example(_ example: Validation.Example) -> Example {
    Example(title: example.title, pages: example.pages, remarks: example.remarks)
  }
}
