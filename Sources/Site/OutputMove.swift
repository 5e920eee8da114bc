#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Moves the files of a stage into the output one by one.
///
/// First come those that are new, then those that others took the place of; at last the old ones go. So
/// whatever page a reader has, what it leads to is there. The stage's name changes before the first move;
/// from then on a build that was killed is finished by the next one. No symbolic link within the output
/// is followed.
struct OutputMove {
  private let place: OutputPlace

  init(_ place: OutputPlace) { self.place = place }

  /// The file of the stage that names what shall go, with a NUL behind each path.
  static let removals = ".wikiguide-removals"

  /// Makes the stage what shall be moved. A failure of power keeps it.
  func announce(removing removals: [UInt8]) throws(FileSystemError) {
    try FileSystem.writeNew(place.stage + "/" + Self.removals, removals)
    try FileSystem.settle(place.stage)
    try FileSystem.rename(place.stage, to: place.changes)
    try FileSystem.settle(folder: place.isInside ? place.output : place.parent)
  }

  /// May be done again from any point at which it ended.
  func finish() throws(FileSystemError) {
    let (changes, output) = (try OpenFolder(place.changes), try OpenFolder(place.output))
    let list = place.changes + "/" + Self.removals
    let gone = try FileSystem.exists(list) ? FileSystem.read(list) : []
    let tree = try OutputTree(of: changes)
    var way = FolderDescent(output)
    for number in 0..<tree.folders.count {
      try tree.folders.withPath(number) { path throws(FileSystemError) in
        try makeFolder(path, &way)
      }
    }
    try move(tree.files, from: changes, &way)
    try remove(gone.split(separator: 0), &way)
    try FileSystem.settle(place.output)
    try FileSystem.removeTree(place.changes)
  }

  // MARK: - What comes

  /// Makes a folder, where need be in the place of a file, or of a link, which leads who knows where.
  private func makeFolder(
    _ path: UnsafePointer<CChar>, _ way: inout FolderDescent
  ) throws(FileSystemError) {
    let (folder, name) = try way.place(of: path)
    let kind = try folder.kind(of: name)
    if kind == .folder { return }
    guard kind == nil || unlinkat(folder.descriptor, name, 0) == 0 else {
      throw folder.failure(.remove, name)
    }
    guard mkdirat(folder.descriptor, name, 0o777) == 0 else {
      throw folder.failure(.makeFolder, name)
    }
  }

  private func move(
    _ files: PathTable, from changes: OpenFolder, _ way: inout FolderDescent
  ) throws(FileSystemError) {
    // Without its marker, an output that is filled for the first time would not be known as ours.
    let marker = files.number(of: OutputPlace.marker)
    if let marker { try move(files, marker, from: changes, &way, replacing: true) }
    var later: [Int] = []
    for number in 0..<files.count where number != marker {
      let isMoved = try move(files, number, from: changes, &way, replacing: false)
      if !isMoved { later.append(number) }
    }
    for number in later { try move(files, number, from: changes, &way, replacing: true) }
  }

  /// - Returns: whether it was moved; not where something stands in its place that shall not be replaced.
  @discardableResult
  private func move(
    _ files: PathTable, _ number: Int, from changes: OpenFolder, _ way: inout FolderDescent,
    replacing: Bool
  ) throws(FileSystemError) -> Bool {
    try files.withPath(number) { path throws(FileSystemError) in
      let (folder, name) = try way.place(of: path)
      let kind = try folder.kind(of: name)
      guard kind == nil || replacing else { return false }
      if kind == .folder { try FileSystem.removeTree(folder.whole(name)) }
      guard renameat(changes.descriptor, path, folder.descriptor, name) == 0 else {
        throw folder.failure(.rename, name)
      }
      return true
    }
  }

  // MARK: - What goes

  /// Removes files and empty folders, and the folders that held nothing else.
  private func remove(
    _ paths: [ArraySlice<UInt8>], _ way: inout FolderDescent
  ) throws(FileSystemError) {
    // Each behind the one that it lies in.
    var folders = PathTable()
    // The list lies where others may write.
    for path in paths where path.staysInFolder {
      for end in path.indices where path[end] == UInt8(ascii: "/") {
        folders.insert(path[..<end])
      }
      if try !remove(path, &way) { folders.insert(path) }
    }
    for number in (0..<folders.count).reversed() {
      try folders.withPath(number) { path throws(FileSystemError) in
        guard let (folder, name) = try way.placeIfThere(of: path) else { return }
        // One that holds something stays.
        _ = unlinkat(folder.descriptor, name, AT_REMOVEDIR)
      }
    }
  }

  /// - Returns: false for a folder.
  private func remove(
    _ path: ArraySlice<UInt8>, _ way: inout FolderDescent
  ) throws(FileSystemError) -> Bool {
    let path = path.map { CChar(bitPattern: $0) } + [0]
    guard let (folder, name) = try way.placeIfThere(of: path) else { return true }
    guard try folder.kind(of: name) != .folder else { return false }
    guard unlinkat(folder.descriptor, name, 0) == 0 || errno == ENOENT else {
      throw folder.failure(.remove, name)
    }
    return true
  }
}
