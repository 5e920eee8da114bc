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
  /// Those of them that look at pages.
  private let pageRules: [(rule: Rule, severity: Severity)]

  /// - Parameter severities: severities by rule name where they differ from the rule's own; nil
  ///   turns a rule off, a name that is not listed leaves it as it is.
  package init(index: SiteIndex, severities: [String: Severity?]) {
    self.index = index
    self.severities = severities
    rules = RuleCatalog.all.compactMap { rule in
      severities[rule.name, default: rule.severity].map { (rule, $0) }
    }
    pageRules = rules.filter(\.rule.looksAtPages)
  }

  /// All findings, sorted by place: those of pages, whose numbers `map` may work through in parallel,
  /// and those of the site as a whole. What a page's author allows is left out.
  package func findings(
    map: ([Int], @escaping @Sendable (Int) -> Judged) -> [Judged]
  ) -> Judged {
    let pages = index.library.pages
    let ofSite = Dictionary(grouping: siteFindings(), by: \.place.path)
    let perPage = map(Array(pages.indices)) { number in
      judge(index.shown(number), ofSite: ofSite.isEmpty ? [] : ofSite[pages[number].path] ?? [])
    }
    var diagnostics: [Diagnostic] = []
    diagnostics.reserveCapacity(perPage.reduce(0) { $0 + $1.diagnostics.count })
    var allowed = 0
    for page in perPage {
      diagnostics += page.diagnostics
      allowed += page.allowed
    }
    for (path, findings) in ofSite where index.library.page(at: path) == nil {
      diagnostics += findings
    }
    diagnostics.sort()
    return (diagnostics, allowed)
  }

  /// Findings, and how many others authors allow.
  package typealias Judged = (diagnostics: [Diagnostic], allowed: Int)

  private func judge(_ shown: ShownPage, ofSite: [Diagnostic]) -> Judged {
    let kept = Allowances(shown.page, severities: severities)
      .apply(to: findings(on: shown) + ofSite)
    guard !kept.diagnostics.isEmpty else { return kept }
    return (StepPlaces(shown, index.library).located(kept.diagnostics), kept.allowed)
  }

  private func findings(on shown: ShownPage) -> [Diagnostic] {
    var diagnostics = shown.page.document.diagnostics + shown.page.diagnostics
    for (rule, severity) in pageRules {
      rule.find(on: shown, index, severity: severity, into: &diagnostics)
    }
    return distinct(diagnostics)
  }

  /// Steps that the guides of several clients share are looked at with each, and spoken of once.
  private func distinct(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    struct Said: Hashable {
      let rule: String
      let range: SourceRange
      let message: String
    }
    var seen: Set<Said> = []
    return diagnostics.filter { diagnostic in
      guard let range = diagnostic.place.range else { return true }
      return seen.insert(
        Said(rule: diagnostic.rule, range: range, message: diagnostic.message)
      ).inserted
    }
  }

  private func siteFindings() -> [Diagnostic] {
    rules.flatMap { rule, severity in rule.diagnostics(ofSite: index, severity: severity) }
  }
}
