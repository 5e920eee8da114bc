import GuideModel
import SourceText

/// One thing that can be wrong with a page, with its documentation and its check.
package struct Rule: Sendable {
  /// A claim in kebab-case of what is wrong: `broken-page-link`.
  package let name: String
  /// How bad it is unless the site's configuration says otherwise.
  package let severity: Severity
  /// One line.
  package let summary: String
  /// Why it matters, and how to mend it.
  package let explanation: String
  /// Pages on which the rule finds something.
  package let wrong: Example
  /// The same pages mended: the rule finds nothing.
  package let right: Example
  package let check: @Sendable (PageReading, SiteIndex) -> [Finding]

  func diagnostics(
    on page: PageReading, index: SiteIndex, severity: Severity
  ) -> [Diagnostic] {
    check(page, index).map { finding in
      Diagnostic(
        rule: name, severity: severity, place: SourcePlace(page.path, finding.range),
        message: finding.message, notes: finding.notes, help: finding.help,
        suggestion: finding.suggestion, subject: finding.subject)
    }
  }
}
