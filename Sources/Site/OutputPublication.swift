#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a finished stage becomes the output, so that readers see no file missing and none half.
///
/// Where much changed, the stage gets what is unchanged as hard links and changes places with the
/// output, in one step. Where little of a large site changed, and where the output is a place of its own
/// such as a mounted volume, the changed files are moved into the output one by one: first those that
/// are new, then those that others took the place of, at last the old ones go. The stage's name changes
/// before the first move; from then on a build that was killed is finished by the next one.
struct OutputPublication {
  private let place: OutputPlace
  private let old: OutputTree

  init(_ place: OutputPlace, old: OutputTree) {
    self.place = place
    self.old = old
  }

  /// The file of the stage that names what shall go, with a NUL behind each path.
  private static let removals = ".wikiguide-removals"

  /// - Parameters:
  ///   - added: all files of the new site.
  ///   - unchanged: those of them that the old output holds with the same bytes.
  func publish(_ added: Set<String>, unchanged: [String]) throws(FileSystemError) {
    guard place.exists else {
      try FileSystem.settle(place.stage)
      try FileSystem.rename(place.stage, to: place.output)
      return try FileSystem.settle(folder: place.parent)
    }
    guard movesFiles(added, unchanged: unchanged) else {
      for path in unchanged { try keep(path) }
      try FileSystem.settle(place.stage)
      try exchange()
      return try FileSystem.settle(folder: place.parent)
    }
    let gone = old.files.keys.filter { !added.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try FileSystem.writeNew(
      place.stage + "/" + Self.removals, Array(gone.joined(separator: "\0").utf8))
    try FileSystem.settle(place.stage)
    try FileSystem.rename(place.stage, to: place.changes)
    try Self.move(place)
  }

  /// Finishes or clears what a killed build left.
  static func recover(_ place: OutputPlace) throws(FileSystemError) {
    if try FileSystem.exists(place.changes) {
      if try FileSystem.exists(place.output) {
        try move(place)
      } else {
        try FileSystem.removeTree(place.changes)
      }
    }
    if try FileSystem.exists(place.old) {
      if try FileSystem.exists(place.output) {
        try FileSystem.removeTree(place.old)
      } else {
        try FileSystem.rename(place.old, to: place.output)
      }
    }
    try FileSystem.removeTree(place.stage)
  }

  // MARK: - One by one

  /// Whether files are moved one by one: few of a site so large that linking all others would take
  /// longer than anything else.
  private func movesFiles(_ added: Set<String>, unchanged: [String]) -> Bool {
    guard !place.isInside else { return true }
    let changes = added.count - unchanged.count
    let gone = old.files.count - unchanged.count
    return unchanged.count >= 1000 && (changes + gone) * 16 <= unchanged.count
      && !old.hasForeignEntries && !isFolderWhereFileWas(added)
  }

  private func isFolderWhereFileWas(_ added: Set<String>) -> Bool {
    added.contains { old.folders.contains($0) }
      || OutputTree.folders(of: added).contains { old.files[$0] != nil }
  }

  /// May be done again from any point at which it ended.
  private static func move(_ place: OutputPlace) throws(FileSystemError) {
    let list = place.changes + "/" + removals
    let gone = try FileSystem.exists(list) ? FileSystem.read(list) : []
    let paths = try OutputTree(of: place.changes).files.keys.filter { $0 != removals }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var replacing: [String] = []
    for path in paths {
      if try FileSystem.exists(place.output + "/" + path) {
        replacing.append(path)
      } else {
        try move(path, place)
      }
    }
    for path in replacing { try move(path, place) }
    for path in gone.split(separator: 0) {
      try remove(String(decoding: path, as: UTF8.self), place)
    }
    try FileSystem.settle(place.output)
    try FileSystem.removeTree(place.changes)
  }

  private static func move(_ path: String, _ place: OutputPlace) throws(FileSystemError) {
    let target = place.output + "/" + path
    try clearWay(to: path, place)
    if try FileSystem.kind(target) == .folder { try FileSystem.removeTree(target) }
    try FileSystem.rename(place.changes + "/" + path, to: target)
  }

  /// Makes the folders of a file, where need be in the place of files, or of links, which lead who
  /// knows where.
  private static func clearWay(to path: String, _ place: OutputPlace) throws(FileSystemError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    try clearWay(to: folder, place)
    let kind = try FileSystem.kind(place.output + "/" + folder)
    if kind == .folder { return }
    if kind != nil { try FileSystem.removeTree(place.output + "/" + folder) }
    try FileSystem.makeFolders(place.output + "/" + folder)
  }

  /// Removes a file, and the folders that held nothing else.
  private static func remove(_ path: String, _ place: OutputPlace) throws(FileSystemError) {
    guard try FileSystem.kind(place.output + "/" + path) == .file else { return }
    try FileSystem.removeTree(place.output + "/" + path)
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard FileSystem.removeEmpty(folder: place.output + "/" + folder) else { return }
    }
  }

  // MARK: - In one step

  /// Some file systems have no hard links; then the same bytes are written.
  private func keep(_ path: String) throws(FileSystemError) {
    let (old, new) = (place.output + "/" + path, place.stage + "/" + path)
    do throws(FileSystemError) {
      try FileSystem.hardLinkMakingFolders(old, to: new)
    } catch {
      try FileSystem.writeNewMakingFolders(new, FileSystem.read(old))
    }
  }

  private func exchange() throws(FileSystemError) {
    do throws(FileSystemError) {
      try FileSystem.swap(place.stage, place.output)
    } catch {
      guard [EINVAL, ENOSYS, ENOTSUP].contains(error.code) else { throw error }
      try replaceWithoutSwap()
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
}
