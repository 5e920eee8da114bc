import Synchronization

/// A site in the making: a folder beside the output, whose files take the output's place at the end.
///
/// Only what is new or changed is written; many files may be added side by side. Until `commit` the old
/// output is untouched, and stays so if anything fails. Call `commit` or `discard` at the end, when
/// nobody adds any more; a lock keeps a second build out until then.
package final class OutputStage: Sendable {
  private let hold: OutputHold
  private let old: OutputTree
  private let state = Mutex(State())

  private struct State {
    var added: Set<String> = []
    var unchanged: [String] = []
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
  /// - Parameter sources: the folders that are read, which the output may not touch.
  package convenience init(output: String, sources: [String]) throws(OutputFault) {
    try self.init(OutputHold(output: output, sources: sources))
  }

  /// Looks at the old output, and opens an empty stage beside it.
  init(_ hold: OutputHold) throws(OutputFault) {
    self.hold = hold
    do throws(FileSystemError) {
      let exists = try FileSystem.exists(hold.place.output)
      old = exists ? try OutputTree(of: hold.place.output) : OutputTree()
      try FileSystem.makeFolders(hold.place.stage)
    } catch {
      hold.release()
      throw .disk(error)
    }
  }

  /// How the files of the site look; nil where somebody takes one away meanwhile, and where the output's own
  /// folder is changed by every build.
  var stamps: FileStamps? {
    place.isInside ? nil : FileStamps(of: state.withLock { $0.added }, in: place.output)
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
    // The marker is ours: nobody wants it counted.
    let isMarkerNew = try !put(OutputPlace.marker, Array(Self.markerText.utf8))
    let state = state.withLock { $0 }
    let unchanged = state.unchanged.count - (isMarkerNew ? 0 : 1)
    let counts = Counts(
      written: state.added.count - 1 - unchanged, unchanged: unchanged,
      removed: old.files.keys.count { !state.added.contains($0) })
    let isSame =
      !isMarkerNew && counts.written == 0 && counts.removed == 0 && !old.hasForeignEntries
      && OutputTree.folders(of: state.added) == old.folders
    guard !isSame else { return counts }
    try onDisk { () throws(FileSystemError) in
      try OutputPublication(place, old: old).publish(state.added, unchanged: state.unchanged)
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
    let isSame = isUnchanged(path, bytes)
    let (isFinished, isNew) = state.withLock { state in
      guard !state.isFinished else { return (true, false) }
      guard state.added.insert(path).inserted else { return (false, false) }
      if isSame { state.unchanged.append(path) }
      return (false, true)
    }
    // Without this a file added after a failure would bring the stage back, outside the lock.
    guard !isFinished else { throw .finished(place.output) }
    guard isNew else { throw .samePathTwice(path) }
    guard !isSame else { return true }
    try onDisk { () throws(FileSystemError) in
      try FileSystem.writeNewMakingFolders(place.stage + "/" + path, bytes)
    }
    return false
  }

  /// One that cannot be read is written anew.
  private func isUnchanged(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard old.files[path] == bytes.count else { return false }
    return (try? FileSystem.sameBytes(place.output + "/" + path, bytes)) ?? false
  }

  private static func isSafe(_ path: String) -> Bool {
    let bytes = path.utf8
    guard !bytes.isEmpty, !bytes.contains(0) else { return false }
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && !OutputPlace.namesInside.contains(String(names[0]))
  }
}
