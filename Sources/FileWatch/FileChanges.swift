/// What changed on the disk since somebody last asked.
package struct FileChanges: Sendable, Equatable {
  /// Files and folders that were written, made, moved or removed, in byte order. A folder stands for
  /// all that is in it.
  package private(set) var paths: [String]
  /// Whether the paths are all that changed. Where they are not, everything must be looked at again.
  package private(set) var isComplete: Bool

  init(paths: Set<String> = [], isComplete: Bool = true) {
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.isComplete = isComplete
  }
}
