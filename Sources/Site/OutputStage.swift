#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A site in the making: a folder beside the output that takes its place in one step.
///
/// Files that are the same as in the old output are hard-linked, so they keep their identity and
/// cost no write. Until `commit` the old output is untouched, and stays so if anything fails. Call
/// `commit` or `discard` at the end; a lock keeps a second build out until then.
package struct OutputStage: Sendable {
  private let place: OutputPlace
  private let lock: Int32
  private let old: OutputTree
  private var added: Set<String> = []
  private var folders: Set<String> = []
  private var isFinished = false

  package private(set) var counts = Counts()

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

  /// Checks that the output may be replaced, and opens an empty stage beside it.
  /// - Parameter sources: the folders that are read, which the output may not touch.
  package init(output: String, sources: [String]) throws(OutputFault) {
    let place = try OutputPlace(output, sources: sources)
    let lock = try onDisk { () throws(FileSystemError) in try FileSystem.lock(place.lock) }
    guard let lock else { throw .busy(place.output) }
    do throws(FileSystemError) {
      old = try Self.prepare(place)
    } catch {
      FileSystem.unlock(place.lock, lock)
      throw .disk(error)
    }
    self.place = place
    self.lock = lock
  }

  /// Whether each file stands in the old output with the same bytes; many are looked at side by side.
  func unchanged(_ files: [(path: String, bytes: [UInt8])], _ progress: WorkProgress) -> [Bool] {
    Parallel.map(files, counting: progress) { isUnchanged($0.path, $0.bytes) }
  }

  /// Adds a file by its path relative to the output.
  /// - Parameter isUnchanged: what is known already of the same file in the old output.
  package mutating func add(
    path: String, bytes: [UInt8], isUnchanged: Bool? = nil
  ) throws(OutputFault) {
    do throws(OutputFault) {
      guard Self.isSafe(path), path != OutputPlace.marker else { throw .unsafePath(path) }
      try put(path, bytes, isUnchanged: isUnchanged)
    } catch {
      discard()
      throw error
    }
  }

  /// Adds a file that has the bytes of another, such as an image of the content.
  package mutating func add(path: String, copyOf source: String) throws(OutputFault) {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(source)
    } catch {
      discard()
      throw .disk(error)
    }
    try add(path: path, bytes: bytes)
  }

  /// Puts the stage in the output's place; where nothing changed, the output stays as it is.
  package mutating func commit() throws(OutputFault) -> Counts {
    do throws(OutputFault) {
      let files = counts
      try put(OutputPlace.marker, Array(Self.markerText.utf8))
      // The marker is ours: nobody wants it counted.
      let isMarkerNew = counts.written > files.written
      counts = files
      counts.removed = old.files.keys.count { !added.contains($0) }
      if isMarkerNew || !isSameAsOld { try publish() }
    } catch {
      discard()
      throw error
    }
    discard()
    return counts
  }

  /// Removes the stage and ends the lock; the output stays as it is. May be called again.
  package mutating func discard() {
    guard !isFinished else { return }
    isFinished = true
    // What cannot be removed now, the next build removes.
    try? FileSystem.removeTree(place.stage)
    FileSystem.unlock(place.lock, lock)
  }

  private var isSameAsOld: Bool {
    counts.written == 0 && counts.removed == 0 && !old.hasForeignEntries && folders == old.folders
  }

  /// Clears what a killed build left, and looks at the old output.
  private static func prepare(_ place: OutputPlace) throws(FileSystemError) -> OutputTree {
    if try FileSystem.exists(place.old) {
      if try FileSystem.exists(place.output) {
        try FileSystem.removeTree(place.old)
      } else {
        try FileSystem.rename(place.old, to: place.output)
      }
    }
    try FileSystem.removeTree(place.stage)
    let exists = try FileSystem.exists(place.output)
    let old = exists ? try OutputTree(of: place.output) : OutputTree()
    try FileSystem.makeFolders(place.stage)
    return old
  }

  /// One that cannot be read is written anew.
  private func isUnchanged(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard old.files[path] == bytes.count else { return false }
    return (try? FileSystem.sameBytes(place.output + "/" + path, bytes)) ?? false
  }

  private mutating func put(
    _ path: String, _ bytes: [UInt8], isUnchanged: Bool? = nil
  ) throws(OutputFault) {
    // Without this a file added after a failure would bring the stage back, outside the lock.
    guard !isFinished else { throw .finished(place.output) }
    guard added.insert(path).inserted else { throw .samePathTwice(path) }
    do throws(FileSystemError) {
      try makeFolder(of: path)
      let target = place.stage + "/" + path
      let previous = place.output + "/" + path
      let isSame = isUnchanged ?? self.isUnchanged(path, bytes)
      if isSame { counts.unchanged += 1 } else { counts.written += 1 }
      if isSame, link(previous, to: target) { return }
      try FileSystem.writeNew(target, bytes)
    } catch {
      throw .disk(error)
    }
  }

  /// Some file systems have no hard links; then the same bytes are written.
  private func link(_ previous: String, to target: String) -> Bool {
    do throws(FileSystemError) {
      try FileSystem.hardLink(previous, to: target)
      return true
    } catch {
      return false
    }
  }

  private mutating func makeFolder(of path: String) throws(FileSystemError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    var folder = path[..<slash]
    guard !folders.contains(String(folder)) else { return }
    try FileSystem.makeFolders(place.stage + "/" + folder)
    folders.insert(String(folder))
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      folders.insert(String(folder))
    }
  }

  private func publish() throws(OutputFault) {
    do throws(FileSystemError) {
      guard try FileSystem.exists(place.output) else {
        return try FileSystem.rename(place.stage, to: place.output)
      }
      do throws(FileSystemError) {
        try FileSystem.swap(place.stage, place.output)
      } catch {
        guard [EINVAL, ENOSYS, ENOTSUP].contains(error.code) else { throw error }
        try replaceWithoutSwap()
      }
    } catch {
      throw .disk(error)
    }
  }

  /// Two renames, for file systems that cannot swap; the next build mends a death between them.
  private func replaceWithoutSwap() throws(FileSystemError) {
    try FileSystem.rename(place.output, to: place.old)
    do throws(FileSystemError) {
      try FileSystem.rename(place.stage, to: place.output)
    } catch {
      try FileSystem.rename(place.old, to: place.output)
      throw error
    }
    // Under the stage's name it is removed with the stage.
    try? FileSystem.rename(place.old, to: place.stage)
  }

  private static func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
