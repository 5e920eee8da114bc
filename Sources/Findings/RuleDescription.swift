import SourceText

/// A rule's documentation, as the forms need it that explain rules.
package struct RuleDescription: Sendable {
  package let name: String
  package let severity: Severity
  /// One line.
  package let summary: String
  /// Why it matters, and how to mend it.
  package let explanation: String
  package let wrong: Example
  package let right: Example

  /// Pages that show the rule at work.
  package struct Example: Sendable {
    package let title: String
    package let pages: [(path: String, text: String)]
    /// What is to be known beside the pages, such as what is remembered of an address.
    package let remarks: [String]

    package init(title: String, pages: [(path: String, text: String)], remarks: [String] = []) {
      self.title = title
      self.pages = pages
      self.remarks = remarks
    }
  }

  package init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }
}
