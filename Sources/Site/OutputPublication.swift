#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a finished stage becomes the output, so that readers see no file missing and none half.
///
/// Where much changed, the stage gets what is unchanged as hard links and changes places with the
/// output, in one step. Where little of a large site changed, where the output is a place of its own such
/// as a mounted volume, and where the file system cannot exchange, the changed files are moved into the
/// output one by one (`OutputMove`).
struct OutputPublication {
  private let place: OutputPlace
  private let stage: OpenFolder
  private let output: OpenFolder?
  private let old: OutputTree
  private let files: StagedFiles

  init(
    _ place: OutputPlace, stage: OpenFolder, output: OpenFolder?, old: OutputTree,
    _ files: StagedFiles
  ) {
    (self.place, self.stage, self.output, self.old) = (place, stage, output, old)
    self.files = files
  }

  func publish(_ limit: PiecewiseLimit) throws(FileSystemError) {
    guard let output else {
      try FileSystem.settle(place.stage)
      try FileSystem.rename(place.stage, to: place.output)
      return try FileSystem.settle(folder: place.parent)
    }
    if !isPiecewise(limit) {
      let kept = files.old(.kept)
      try output.link(old.files, kept, into: stage)
      FileSystem.makeAlike(place.stage, to: place.output)
      try FileSystem.settle(place.stage)
      if try exchange() { return try FileSystem.settle(folder: place.parent) }
      // What stays where it is need not be moved; overlays would not move it onto itself.
      try stage.remove(old.files, kept)
    }
    let move = OutputMove(place)
    try move.announce(removing: removals)
    try move.finish()
  }

  /// Finishes or clears what a killed build left, even one of somebody who may not write beside the
  /// output.
  static func recover(_ place: OutputPlace) throws(FileSystemError) {
    if !place.isInside {
      try recoverHere(place.otherwise)
      try FileSystem.removeTree(place.otherwise.lock)
    }
    try recoverHere(place)
  }

  private static func recoverHere(_ place: OutputPlace) throws(FileSystemError) {
    switch try FileSystem.kind(place.changes) {
    case nil: break
    case .folder where place.exists: try OutputMove(place).finish()
    case .folder, .file, .symlink, .other: try FileSystem.removeTree(place.changes)
    }
    try FileSystem.removeTree(place.stage)
  }

  // MARK: - Choices

  private func isPiecewise(_ limit: PiecewiseLimit) -> Bool {
    place.isInside || limit.admits(files.counts) && !isFolderWhereFileWas
  }

  /// Then there is no order of single moves in which nothing is missing for a moment.
  private var isFolderWhereFileWas: Bool {
    (0..<files.new.count).contains { number in
      let path = files.new.path(number)
      return old.folders.number(of: path) != nil
        || Self.folders(above: path).contains { old.files.number(of: $0) != nil }
    }
  }

  private static func folders(above path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// What the new site does not have, with a NUL behind each path: files first, then empty folders.
  private var removals: [UInt8] {
    var bytes: [UInt8] = []
    for number in files.old(.gone) { bytes += old.files.spelling(of: number) + [0] }
    for number in old.emptyFolders { bytes += old.folders.spelling(of: number) + [0] }
    return bytes
  }

  // MARK: - In one step

  /// - Returns: false where the file system cannot do it, or not with this folder: one that lies in a
  ///   lower layer of an overlay, such as the image of a container, is not renamed.
  private func exchange() throws(FileSystemError) -> Bool {
    do throws(FileSystemError) {
      try FileSystem.swap(place.stage, place.output)
      return true
    } catch {
      guard [EINVAL, ENOSYS, ENOTSUP, EXDEV, EBUSY].contains(error.code) else { throw error }
      return false
    }
  }
}
