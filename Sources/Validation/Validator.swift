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

  /// All findings, sorted by place: those of pages, which `map` may work out in parallel, and those
  /// of the site as a whole. What a page's author allows is left out.
  package func findings(
    map: ([PageReading], @escaping @Sendable (PageReading) -> [Diagnostic]) -> [[Diagnostic]]
  ) -> (diagnostics: [Diagnostic], allowed: Int) {
    let pages = index.library.pages
    let ofSite = Dictionary(grouping: siteFindings(), by: \.place.path)
    let perPage = map(pages) { findings(on: $0) + (ofSite[$0.path] ?? []) }
    var diagnostics: [Diagnostic] = []
    var allowed = 0
    for (page, findings) in zip(pages, perPage) {
      let kept = Allowances(page, severities: severities).apply(to: findings)
      allowed += kept.allowed
      guard !kept.diagnostics.isEmpty else { continue }
      diagnostics += StepPlaces(page, index.library).located(kept.diagnostics)
    }
    let paths = Set(pages.map(\.path))
    for (path, findings) in ofSite where !paths.contains(path) { diagnostics += findings }
    return (diagnostics.sorted(), allowed)
  }

  private func findings(on page: PageReading) -> [Diagnostic] {
    var diagnostics = page.document.diagnostics + page.diagnostics
    for rule in RuleCatalog.all {
      guard let severity = severities[rule.name, default: rule.severity] else { continue }
      diagnostics += rule.diagnostics(on: page, index: index, severity: severity)
    }
    return diagnostics
  }

  private func siteFindings() -> [Diagnostic] {
    RuleCatalog.all.flatMap { rule -> [Diagnostic] in
      guard let severity = severities[rule.name, default: rule.severity] else { return [] }
      return rule.diagnostics(ofSite: index, severity: severity)
    }
  }
}
