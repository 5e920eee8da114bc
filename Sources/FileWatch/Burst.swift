/// Changes that come one after the other and belong together.
///
/// A burst is over when nothing has changed for a while; where a file is being written, when its writer
/// closes it, or seems to have forgotten to.
struct Burst {
  private let quiet: Int
  private let limit: Int
  private var paths: Set<String> = []
  private var isComplete = true
  /// Files with bytes written whose writer has not closed them.
  private var openFiles: Set<String> = []
  private var quietEnd: Moment?
  private var latestEnd: Moment?

  init(quiet: Int, limit: Int) {
    self.quiet = quiet
    self.limit = limit
  }

  var isEmpty: Bool { latestEnd == nil }
  var changes: FileChanges { FileChanges(paths: paths, isComplete: isComplete) }

  /// What a change says of the file's writer.
  enum Writing { case goesOn, hasEnded, unknown }

  mutating func take(_ path: String, writing: Writing = .hasEnded) {
    paths.insert(path)
    switch writing {
    case .goesOn: openFiles.insert(path)
    case .hasEnded: openFiles.remove(path)
    case .unknown: break
    }
    goOn()
  }

  /// Something changed, nobody knows what.
  mutating func takeUnknown() {
    isComplete = false
    openFiles = []
    goOn()
  }

  private mutating func goOn() {
    quietEnd = .now.adding(milliseconds: quiet)
    if latestEnd == nil { latestEnd = .now.adding(milliseconds: limit) }
  }

  /// Milliseconds until it may be over; nil where it has not begun.
  var wait: Int? {
    guard let quietEnd, let latestEnd else { return nil }
    return openFiles.isEmpty ? min(quietEnd.remaining, latestEnd.remaining) : latestEnd.remaining
  }

  var isOver: Bool { wait == 0 }
}
