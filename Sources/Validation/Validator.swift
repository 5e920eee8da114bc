import GuideModel
import SourceText
import Syntax

/// Collects all findings on a page: those of parsing, those of reading, those of the rules.
///
/// Holds no state that changes, so that pages can be validated in parallel.
package struct Validator: Sendable {
  private let index: SiteIndex
  private let severities: [String: Severity?]
  /// Those that are not turned off.
  private let rules: [(rule: Rule, severity: Severity)]

  /// - Parameter severities: severities by rule name where they differ from the rule's own; nil
  ///   turns a rule off, a name that is not listed leaves it as it is.
  package init(index: SiteIndex, severities: [String: Severity?]) {
    self.index = index
    self.severities = severities
    rules = RuleCatalog.all.compactMap { rule in
      severities[rule.name, default: rule.severity].map { (rule, $0) }
    }
  }

  /// All findings, sorted by place: those of pages, which `map` may work out in parallel, and those
  /// of the site as a whole. What a page's author allows is left out.
  package func findings(
    map: ([PageReading], @escaping @Sendable (PageReading) -> Judged) -> [Judged]
  ) -> Judged {
    let pages = index.library.pages
    let ofSite = Dictionary(grouping: siteFindings(), by: \.place.path)
    let perPage = map(pages) { judge($0, ofSite: ofSite[$0.path] ?? []) }
    var diagnostics = perPage.flatMap(\.diagnostics)
    let allowed = perPage.reduce(0) { $0 + $1.allowed }
    let paths = Set(pages.map(\.path))
    for (path, findings) in ofSite where !paths.contains(path) { diagnostics += findings }
    return (diagnostics.sorted(), allowed)
  }

  /// Findings, and how many others authors allow.
  package typealias Judged = (diagnostics: [Diagnostic], allowed: Int)

  private func judge(_ page: PageReading, ofSite: [Diagnostic]) -> Judged {
    let kept = Allowances(page, severities: severities).apply(to: findings(on: page) + ofSite)
    guard !kept.diagnostics.isEmpty else { return kept }
    return (StepPlaces(page, index.library).located(kept.diagnostics), kept.allowed)
  }

  private func findings(on page: PageReading) -> [Diagnostic] {
    var diagnostics = page.document.diagnostics + page.diagnostics
    for (rule, severity) in rules {
      diagnostics += rule.diagnostics(on: page, index: index, severity: severity)
    }
    return distinct(diagnostics)
  }

  /// Steps that the guides of several clients share are looked at with each, and spoken of once.
  private func distinct(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<[String]> = []
    return diagnostics.filter { diagnostic in
      guard let range = diagnostic.place.range else { return true }
      let place = "\(range.lower)-\(range.upper)"
      return seen.insert([diagnostic.rule, place, diagnostic.message]).inserted
    }
  }

  private func siteFindings() -> [Diagnostic] {
    rules.flatMap { rule, severity in rule.diagnostics(ofSite: index, severity: severity) }
  }
}
