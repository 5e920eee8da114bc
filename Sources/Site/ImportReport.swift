import SourceText

/// What an import did to the content folder, and what it found.
package struct ImportReport: Sendable {
  /// Sorted by place.
  package private(set) var diagnostics: [Diagnostic]
  /// The files that findings point into, by path.
  package let sources: [String: SourceFile]
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []
  package var unchanged = 0

  init(source: ImportSource) {
    diagnostics = source.diagnostics
    sources = source.texts
  }

  /// The same findings in the form in which those of a build are told.
  package var findings: BuildReport {
    BuildReport(
      diagnostics: diagnostics, sources: sources, pages: 0, clients: 0, guides: 0, steps: 0,
      unreadFiles: [], publication: nil)
  }

  mutating func finish() { diagnostics.sort() }

  mutating func add(edited path: String) {
    report(
      "edited-since-import", .warning, path,
      "'\(path)' was edited here, and is another file in the source now",
      help: "take over by hand what you need, or overwrite it with --force")
  }

  mutating func add(keptThoughGone path: String) {
    report(
      "gone-from-source", .warning, path,
      "'\(path)' is no longer in the source, and was edited here; it is kept",
      help: "remove it by hand if nobody needs it")
  }

  mutating func add(unsafe path: String) {
    report(
      "unsafe-import-path", .error, path,
      "'\(path)' cannot be written: a symbolic link or another file stands in its way",
      help: "remove what stands there")
  }

  mutating func add(unreadable file: ImportSource.File, _ error: FileSystemError) {
    report(
      "unreadable-file", .error, file.path, "'\(file.origin)' cannot be read: \(error.reason)",
      help: nil)
  }

  private mutating func report(
    _ rule: String, _ severity: Severity, _ path: String, _ message: String, help: String?
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity, place: SourcePlace(path), message: message, help: help))
  }
}
