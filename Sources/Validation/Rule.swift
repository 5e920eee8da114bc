import GuideModel
import SourceText

/// One thing that can be wrong with a page, with its documentation and its check.
///
/// An object and not a value: all rules are walked for each page, and their texts need not be counted
/// each time.
package final class Rule: Sendable {
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
  private let check: Check

  /// What a rule looks at: each page for itself, or the site as a whole.
  private enum Check: Sendable {
    case page(@Sendable (ShownPage, SiteIndex) -> [Finding])
    case site(@Sendable (SiteIndex) -> [(path: String, finding: Finding)])
    case both(
      @Sendable (ShownPage, SiteIndex) -> [Finding],
      @Sendable (SiteIndex) -> [(path: String, finding: Finding)])
    /// Found in the published site, by the part that reads files.
    case output
  }

  /// Whether the rule speaks of the published site, and not of the wiki's pages.
  package var isFoundInOutput: Bool { if case .output = check { true } else { false } }

  convenience init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example, check: @escaping @Sendable (PageReading, SiteIndex) -> [Finding]
  ) {
    self.init(
      name, severity, summary, explanation, wrong, right, .page { check($0.page, $1) })
  }

  /// - Parameter shownCheck: looks at what several rules ask for of a page, such as its words or its
  ///   pictures.
  convenience init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example, shownCheck: @escaping @Sendable (ShownPage, SiteIndex) -> [Finding]
  ) {
    self.init(name, severity, summary, explanation, wrong, right, .page(shownCheck))
  }

  /// - Parameter siteCheck: gives findings with the paths of the files that they are about, which
  ///   need not be pages.
  convenience init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example,
    siteCheck: @escaping @Sendable (SiteIndex) -> [(path: String, finding: Finding)]
  ) {
    self.init(name, severity, summary, explanation, wrong, right, .site(siteCheck))
  }

  /// A rule for pages that finds the same in files that are none.
  convenience init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example, shownCheck: @escaping @Sendable (ShownPage, SiteIndex) -> [Finding],
    siteCheck: @escaping @Sendable (SiteIndex) -> [(path: String, finding: Finding)]
  ) {
    self.init(name, severity, summary, explanation, wrong, right, .both(shownCheck, siteCheck))
  }

  /// A rule that is found in the published site.
  convenience init(
    name: String, severity: Severity, summary: String, explanation: String, wrong: Example,
    right: Example, isFoundInOutput: Bool
  ) {
    self.init(name, severity, summary, explanation, wrong, right, .output)
  }

  private init(
    _ name: String, _ severity: Severity, _ summary: String, _ explanation: String,
    _ wrong: Example, _ right: Example, _ check: Check
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
    self.check = check
  }

  /// Whether the rule looks at pages one by one.
  var looksAtPages: Bool {
    switch check {
    case .page, .both: true
    case .site, .output: false
    }
  }

  /// What the rule finds on a page.
  func findings(on shown: ShownPage, _ index: SiteIndex) -> [Finding] {
    switch check {
    case .page(let check), .both(let check, _): check(shown, index)
    case .site, .output: []
    }
  }

  /// Adds what the rule finds on a page.
  func find(
    on shown: ShownPage, _ index: SiteIndex, severity: Severity,
    into diagnostics: inout [Diagnostic]
  ) {
    let found = findings(on: shown, index)
    for finding in found.prefix(Self.mostOnAPage) {
      diagnostics.append(diagnostic(finding, path: shown.page.path, severity))
    }
    guard found.count > Self.mostOnAPage else { return }
    diagnostics.append(
      Diagnostic(
        rule: name, severity: severity, place: diagnostics[diagnostics.count - 1].place,
        message: "\(found.count - Self.mostOnAPage) more of these on the page are not listed"))
  }

  /// A page of nothing but open brackets has millions of them, and nobody reads those.
  private static let mostOnAPage = 10_000

  func diagnostics(ofSite index: SiteIndex, severity: Severity) -> [Diagnostic] {
    let find: @Sendable (SiteIndex) -> [(path: String, finding: Finding)]
    switch check {
    case .site(let check), .both(_, let check): find = check
    case .page, .output: return []
    }
    return find(index).map { diagnostic($0.finding, path: $0.path, severity) }
  }

  private func diagnostic(_ finding: Finding, path: String, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      rule: name, severity: severity, place: SourcePlace(path, finding.range),
      message: finding.message, notes: finding.notes, help: finding.help,
      suggestion: finding.suggestion, subject: finding.subject)
  }
}
