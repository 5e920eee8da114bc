import Site
import SourceText

/// The findings of a site, sorted out once for all who ask for those of a page.
struct JudgedSite: Sendable {
  let sources: [String: SourceFile]
  /// By the path of the file that they are about, in the order of the report.
  private let findings: [String: [Diagnostic]]
  /// Files with findings, those with the worst ones first.
  let places: [Place]

  /// A file with findings.
  struct Place: Sendable {
    let path: String
    let counts: [Severity: Int]
  }

  init(_ report: BuildReport) {
    sources = report.sources
    let findings = Dictionary(grouping: report.diagnostics, by: \.place.path)
    self.findings = findings
    let severities = Severity.allCases.sorted(by: >)
    let weighed = findings.map { path, findings in
      let counts = Dictionary(grouping: findings, by: \.severity).mapValues(\.count)
      return (
        place: Place(path: path, counts: counts), weight: severities.map { -(counts[$0] ?? 0) }
      )
    }
    places = weighed.sorted {
      $0.weight == $1.weight
        ? $0.place.path < $1.place.path : $0.weight.lexicographicallyPrecedes($1.weight)
    }.map(\.place)
  }

  func findings(on paths: [String]) -> [Diagnostic] { paths.flatMap { findings[$0] ?? [] } }
}
