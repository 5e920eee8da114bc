import GuideModel
import SourceText
import Syntax

/// Collects all findings on a page: those of parsing, those of reading, those of the rules.
///
/// Holds no state that changes, so that pages can be validated in parallel.
package struct Validator: Sendable {
  private let index: SiteIndex
  private let severities: [String: Severity?]

  /// - Parameter severities: severities by rule name where they differ from the rule's own; nil
  ///   turns a rule off, a name that is not listed leaves it as it is.
  package init(index: SiteIndex, severities: [String: Severity?]) {
    self.index = index
    self.severities = severities
  }

  package func findings(on page: PageReading) -> [Diagnostic] {
    var diagnostics = page.document.diagnostics + page.diagnostics
    for rule in RuleCatalog.all {
      guard let severity = severities[rule.name, default: rule.severity] else { continue }
      diagnostics += rule.diagnostics(on: page, index: index, severity: severity)
    }
    return diagnostics.sorted()
  }
}
