import WikiStore

extension StoreFolder {
  /// A folder of the disk, to be read and never written.
  static func onDisk(_ path: String) -> StoreFolder {
    StoreFolder(
      files: { folder throws(StoreFault) in
        let path = path + "/" + folder
        return try reading(path) { () throws(FileSystemError) in
          guard try FileSystem.kindFollowingLinks(path) == .folder else { return [] }
          return try FileSystem.list(path).filter { $0.kind != .folder }.map {
            Entry(
              name: $0.name, size: $0.size, modified: $0.modified, isFile: $0.kind == .file)
          }
        }
      },
      tree: { folder throws(StoreFault) in
        try reading(path + "/" + folder) { () throws(FileSystemError) in
          try tree(path + "/" + folder)
        }
      },
      folders: { () throws(StoreFault) in
        try reading(path) { () throws(FileSystemError) in
          try FileSystem.list(path).filter { entry in
            if entry.kind == .folder { return true }
            let target = try? FileSystem.kindFollowingLinks(path + "/" + entry.name)
            return entry.kind == .symlink && target == .folder
          }.map(\.name)
        }
      },
      read: { file throws(StoreFault) in
        try reading(path + "/" + file) { () throws(FileSystemError) in
          try FileSystem.read(path + "/" + file)
        }
      })
  }

  /// All files below a folder by their paths, in byte order of these; none where there is no folder.
  private static func tree(
    _ root: String, _ folder: String = ""
  ) throws(FileSystemError) -> [Entry] {
    let path = root + (folder.isEmpty ? "" : "/" + folder)
    guard try FileSystem.kindFollowingLinks(path) == .folder else { return [] }
    var entries: [Entry] = []
    for entry in try FileSystem.list(path) where !entry.name.hasPrefix(".") {
      let name = folder.isEmpty ? entry.name : folder + "/" + entry.name
      if entry.kind == .folder {
        entries += try tree(root, name)
      } else {
        entries.append(
          Entry(
            name: name, size: entry.size, modified: entry.modified, isFile: entry.kind == .file))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func reading<Result>(
    _ path: String, _ body: () throws(FileSystemError) -> Result
  ) throws(StoreFault) -> Result {
    do throws(FileSystemError) {
      return try body()
    } catch {
      throw StoreFault(path: path, reason: error.reason)
    }
  }
}
