import Site
import SourceText

/// The lines at the end of a run: how much was found, read and published.
enum Summary {
  /// `2 errors, 1 warning`
  static func findings(_ report: BuildReport) -> String {
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = report.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let text = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    return report.allowed == 0 ? text : "\(text), \(report.allowed) allowed by their pages"
  }

  /// From so many findings on, nobody counts by eye which rule found how many.
  private static let countedByEye = 5
  /// The most rules that are listed.
  private static let listedRules = 12

  /// A line a rule, those with the most findings first; nothing where there are few findings.
  ///
  /// ```
  ///   12 warnings  missing-alt-text
  ///    2 errors    broken-page-link
  ///   and 3 more rules with 4 findings
  /// ```
  static func byRule(_ report: BuildReport) -> [String] {
    guard report.diagnostics.count > countedByEye else { return [] }
    let counts = FindingCount.all(report.diagnostics)
    let shown = counts.prefix(listedRules)
    let width = shown.first.map { String($0.count).count } ?? 0
    let words = shown.map { count in
      String(repeating: " ", count: width - String(count.count).count)
        + counted(count.count, count.severity.rawValue)
    }
    let column = words.map(\.count).max() ?? 0
    var lines = zip(shown, words).map { count, words in
      "  \(DisplayWidth.padded(words, to: column))  \(count.rule)"
    }
    let rest = counts.dropFirst(listedRules)
    if !rest.isEmpty {
      let findings = rest.reduce(0) { $0 + $1.count }
      lines.append(
        "  and \(counted(rest.count, "more rule")) with \(counted(findings, "finding"))")
    }
    return lines
  }

  /// `took 1.24 s`
  static func time(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let hundredths = (milliseconds + 5) / 10
    let rest = String(hundredths % 100)
    return "took \(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest) s\n"
  }

  /// `6 pages read: 12 clients, 3 guides, 27 steps`
  static func content(_ report: BuildReport) -> String {
    let parts = [
      counted(report.clients, "client"), counted(report.guides, "guide"),
      counted(report.steps, "step"),
    ]
    var text = "\(counted(report.pages, "page")) read: \(parts.joined(separator: ", "))\n"
    if !report.unreadFiles.isEmpty { text += "not read: \(list(report.unreadFiles))\n" }
    return text
  }

  /// `114 pages with 3210 links read in 'output'`
  static func published(_ report: BuildReport, _ folder: String) -> String {
    "\(counted(report.pages, "page")) with \(counted(report.links, "link")) read in "
      + "'\(folder.escapingControls)'\n"
  }

  /// `published in 'output': 4 files written, 10 unchanged, 1 removed`
  static func publication(_ publication: BuildReport.Publication) -> String {
    "published in '\(publication.output.escapingControls)': "
      + "\(counted(publication.written, "file")) written, \(publication.unchanged) unchanged, "
      + "\(publication.removed) removed\n"
  }

  /// `content: 3 files added, 1 changed, 0 removed, 20 unchanged`, below them what was done to which.
  static func imported(_ report: ImportReport, into folder: String) -> String {
    let signs = [("+", report.added), ("~", report.changed), ("-", report.removed)]
    let lines = signs.flatMap { sign, paths in
      paths.sorted().map { "\(sign) \($0.escapingControls)\n" }
    }
    return lines.joined()
      + "\(folder.escapingControls): \(counted(report.added.count, "file")) added, "
      + "\(report.changed.count) changed, \(report.removed.count) removed, "
      + "\(report.unchanged) unchanged\n"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(5).map { "'\($0.escapingControls)'" }.joined(separator: ", ")
    return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
  }
}
