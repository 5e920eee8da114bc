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
