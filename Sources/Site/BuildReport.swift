import SourceText

/// What a run found and did. Nothing here is printed by whoever makes it.
package struct BuildReport: Sendable {
  /// Sorted by place.
  package var diagnostics: [Diagnostic]
  /// How many more findings the authors of pages say are meant.
  package var allowed = 0
  /// The files that findings point into, by path.
  package var sources: [String: SourceFile]
  package let pages: Int
  package let clients: Int
  package let guides: Int
  package let steps: Int
  /// Files of the content that were not read, because nothing says what they are.
  package let unreadFiles: [String]
  /// Everything that was read, for whoever ends the process and need not take it apart before.
  package var everythingRead: (any Sendable & AnyObject)?
  /// Links of a published site that was read.
  package var links = 0
  /// Nil when nothing was published.
  package private(set) var publication: Publication?
  /// Mends pages where they lie; nil where none was read.
  package var rewriter: PageRewriter?

  package struct Publication: Sendable {
    package let output: String
    package let written: Int
    package let unchanged: Int
    package let removed: Int
  }

  /// The same report with the findings on one file alone.
  func only(about path: String?) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics.filter { $0.place.path == path }, sources: sources, pages: pages,
      clients: clients, guides: guides, steps: steps, unreadFiles: [], publication: publication)
  }

  /// The same findings where nothing was published for them.
  var unpublished: BuildReport {
    var report = self
    report.publication = nil
    return report
  }

  package func reaches(_ severity: Severity?) -> Bool {
    guard let severity else { return false }
    return diagnostics.contains { $0.severity >= severity }
  }
}

/// Why a run could not do its work at all.
package enum SiteFault: Error, Sendable {
  /// What the command was asked to do makes no sense.
  case usage(String)
  /// The configuration is wrong; the report's findings say where.
  case configuration(BuildReport)
  /// The disk or its permissions failed.
  case disk(String)
}
