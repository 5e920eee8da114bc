import Synchronization

/// A site in the making: a folder beside the output, whose files take the output's place at the end.
///
/// Only what is new or changed is written; many files may be added side by side. Until `commit` the old
/// output is untouched, and stays so if anything fails. Call `commit` or `discard` at the end, when
/// nobody adds any more; a lock keeps a second build out until then.
package final class OutputStage: Sendable {
  private let hold: OutputHold
  private let stage: OpenFolder
  /// Nil where there is no output yet.
  private let output: OpenFolder?
  private let old: OutputTree
  private let limit: PiecewiseLimit
  private let state: Mutex<State>

  private struct State {
    var files: StagedFiles
    var isFinished = false
  }

  /// What a build did to the files of the output.
  package struct Counts: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
  }

  private static let markerText = """
    wikiguide made this folder and replaces it whole with every build.
    Files that are put here by hand are lost.

    """

  private var place: OutputPlace { hold.place }

  /// Checks that the output may be replaced, and opens an empty stage beside it.
  /// - Parameters:
  ///   - sources: the folders that are read, which the output may not touch.
  ///   - limit: up to where files are moved one by one.
  package convenience init(
    output: String, sources: [String], limit: PiecewiseLimit = PiecewiseLimit()
  ) throws(OutputFault) {
    try self.init(OutputHold(output: output, sources: sources), limit: limit)
  }

  /// Looks at the old output, and opens an empty stage beside it.
  init(_ hold: OutputHold, limit: PiecewiseLimit = PiecewiseLimit()) throws(OutputFault) {
    let place = hold.place
    do throws(FileSystemError) {
      let output = place.exists ? try OpenFolder(place.output) : nil
      let old = try output.map { folder throws(FileSystemError) in try OutputTree(of: folder) }
      try FileSystem.makeFolders(place.stage)
      stage = try OpenFolder(place.stage)
      self.output = output
      self.old = old ?? OutputTree()
    } catch {
      hold.release()
      throw .disk(error)
    }
    state = Mutex(State(files: StagedFiles(old: old.files.count)))
    self.hold = hold
    self.limit = limit
  }

  /// How the files of the site look; nil where somebody takes one away meanwhile, and where the output's
  /// own folder is changed by every build.
  var stamps: FileStamps? {
    guard !place.isInside else { return nil }
    let files = state.withLock { $0.files }
    let kept = (files.old(.kept) + files.old(.replaced)).map { old.files.path($0) }
    let new = (0..<files.new.count).map { files.new.path($0) }
    return FileStamps(of: kept + new, in: place.output)
  }

  /// Adds a file by its path relative to the output.
  package func add(path: String, bytes: [UInt8]) throws(OutputFault) {
    guard Self.isSafe(path), path != OutputPlace.marker else { throw .unsafePath(path) }
    try put(path, bytes)
  }

  /// Adds a file that has the bytes of another, such as an image of the content.
  package func add(path: String, copyOf source: String) throws(OutputFault) {
    let bytes = try onDisk { () throws(FileSystemError) in try FileSystem.read(source) }
    try add(path: path, bytes: bytes)
  }

  /// Puts the stage in the output's place; where nothing changed, the output stays as it is.
  package func commit() throws(OutputFault) -> Counts {
    defer { discard() }
    var counts = state.withLock { $0.files.counts }
    // The marker is ours: nobody wants it counted.
    let isMarkerNew = try !put(OutputPlace.marker, Array(Self.markerText.utf8))
    if old.files.number(of: OutputPlace.marker) != nil { counts.removed -= 1 }
    let isSame =
      !isMarkerNew && counts.written == 0 && counts.removed == 0 && old.emptyFolders.isEmpty
    guard !isSame else { return counts }
    let files = state.withLock { $0.files }
    try onDisk { () throws(FileSystemError) in
      try OutputPublication(place, stage: stage, output: output, old: old, files)
        .publish(limit)
    }
    return counts
  }

  /// Removes the stage and ends the lock; the output stays as it is. May be called again.
  package func discard() {
    state.withLock { $0.isFinished = true }
    hold.release()
  }

  /// - Returns: whether the old output holds the file with these bytes.
  @discardableResult
  private func put(_ path: String, _ bytes: [UInt8]) throws(OutputFault) -> Bool {
    let number = old.files.number(of: path)
    let isSame = number != nil && output?.holds(path, bytes) == true
    let (isFinished, isNew) = state.withLock { state in
      guard !state.isFinished else { return (true, false) }
      return (false, state.files.add(path, old: number, isSame: isSame))
    }
    // Without this a file added after a failure would bring the stage back, outside the lock.
    guard !isFinished else { throw .finished(place.output) }
    guard isNew else { throw .samePathTwice(path) }
    guard !isSame else { return true }
    try onDisk { () throws(FileSystemError) in try stage.write(path, bytes) }
    return false
  }

  private static func isSafe(_ path: String) -> Bool {
    guard path.staysInFolder else { return false }
    guard path.utf8.first == UInt8(ascii: ".") else { return true }
    // By bytes: a letter's accent behind the slash would hide it.
    let name = path.utf8.prefix { $0 != UInt8(ascii: "/") }
    return !OutputPlace.namesInside.contains(String(Substring(name)))
  }
}
