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
