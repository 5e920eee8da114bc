/// The address that opens a place of a file in the author's editor.
///
/// ```
/// vscode://file/{path}:{line}:{column}
/// ```
struct EditorAddress: Sendable {
  private let pattern: String

  /// - Parameter pattern: as the configuration says it, which has checked its scheme.
  init(pattern: String) { self.pattern = pattern }

  /// - Parameter systemPath: absolute.
  func address(of systemPath: String, line: Int, column: Int) -> String {
    let path = SitePath.encoded(systemPath)
    // `file/{path}` and `file{path}` mean the same.
    let joined = pattern.contains("/{path}") ? String(path.drop { $0 == "/" }) : path
    return
      pattern
      .replacing("{path}", with: joined)
      .replacing("{line}", with: String(line))
      .replacing("{column}", with: String(column))
  }
}
