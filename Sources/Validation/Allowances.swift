import GuideModel
import SourceText
import Syntax

/// What a page's author says is meant, held against what was found there.
struct Allowances {
  private let page: PageReading
  private let severities: [String: Severity?]

  init(_ page: PageReading, severities: [String: Severity?]) {
    self.page = page
    self.severities = severities
  }

  /// The findings that remain, with those on the allowances themselves, and how many were left out.
  func apply(to findings: [Diagnostic]) -> (diagnostics: [Diagnostic], allowed: Int) {
    guard !page.allowances.isEmpty else { return (findings, 0) }
    var isUsed = page.allowances.map { _ in false }
    let ofRule = Dictionary(grouping: page.allowances.indices) { page.allowances[$0].rule }
    var kept: [Diagnostic] = []
    for finding in findings {
      let holding = (ofRule[finding.rule] ?? []).filter { covers(page.allowances[$0], finding) }
      for index in holding { isUsed[index] = true }
      if holding.isEmpty { kept.append(finding) }
    }
    let allowed = findings.count - kept.count
    for (allowance, isUsed) in zip(page.allowances, isUsed) {
      kept += remarks(on: allowance, isUsed: isUsed)
    }
    return (kept, allowed)
  }

  /// A finding on the page as a whole is covered by what is said of the whole page.
  private func covers(_ allowance: Allowance, _ finding: Diagnostic) -> Bool {
    guard allowance.rule == finding.rule, RuleCatalog.rule(named: finding.rule) != nil else {
      return false
    }
    return allowance.scope.contains(
      finding.place.range ?? SourceRange(0, page.document.file.bytes.count))
  }

  private func remarks(on allowance: Allowance, isUsed: Bool) -> [Diagnostic] {
    guard RuleCatalog.rule(named: allowance.rule) != nil else {
      let nearest = RuleCatalog.nearest(to: allowance.rule).map { "did you mean '\($0.name)'?" }
      return [
        finding(
          "unknown-directive", .error, allowance,
          "there is no rule '\(allowance.rule)' to allow",
          help: nearest ?? "'wikiguide explain' lists all rules")
      ]
    }
    var remarks: [Diagnostic] = []
    // A rule that is off finds nothing that could be allowed.
    let isOff = severities[allowance.rule] == .some(nil)
    if !isUsed, !isOff {
      remarks += setting(.unusedAllowance).map { severity in
        finding(
          Rule.unusedAllowance.name, severity, allowance,
          "nothing here is found by '\(allowance.rule)'", help: "take the comment away")
      }
    }
    if allowance.reason == nil {
      remarks += setting(.allowanceWithoutReason).map { severity in
        finding(
          Rule.allowanceWithoutReason.name, severity, allowance,
          "no reason is given for allowing '\(allowance.rule)'",
          help: "write 'allow \(allowance.rule) because …'")
      }
    }
    return remarks
  }

  /// The rule's severity on this site, or none where it is off.
  private func setting(_ rule: Rule) -> [Severity] {
    severities[rule.name, default: rule.severity].map { [$0] } ?? []
  }

  private func finding(
    _ rule: String, _ severity: Severity, _ allowance: Allowance, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, place: SourcePlace(page.path, allowance.range),
      message: message, help: help, subject: allowance.rule)
  }
}
