/// The content folder that an import writes: every file below it, none through a symbolic link, each
/// whole or not at all.
struct ImportTarget {
  let manifest: ImportManifest
  private let root: String

  enum State {
    case missing
    /// It has the wanted bytes already.
    case same
    /// It is as an earlier import wrote it.
    case imported
    /// Somebody changed it since, or it was there before.
    case edited(ImportManifest.Entry?)
    /// The way to it leads through a symbolic link, or it is no file.
    case unsafe
  }

  /// - Parameter source: what is imported, which must not be the folder itself or hold it.
  init(_ folder: String, source: String) throws(OutputFault) {
    let (canonical, known) = try onDisk { () throws(FileSystemError) in
      try FileSystem.makeFolders(folder)
      let canonical = try FileSystem.canonicalPath(folder)
      let path = canonical + "/" + ImportManifest.name
      guard try FileSystem.kind(path) == .file else { return (canonical, ImportManifest()) }
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      return (canonical, ImportManifest(text))
    }
    let read = try onDisk { () throws(FileSystemError) in try FileSystem.canonicalPath(source) }
    guard canonical != read, !canonical.hasPrefix(read + "/") else {
      throw .outputInContent(output: canonical, content: read)
    }
    root = canonical
    manifest = known
  }

  func state(of path: String, digest: String) throws(OutputFault) -> State {
    guard path.staysInFolder else { return .unsafe }
    return try onDisk { () throws(FileSystemError) in
      var folder = root
      for part in path.pathParts.dropLast() {
        folder += "/" + part
        switch try FileSystem.kind(folder) {
        case .folder: break
        case nil: return .missing
        case .file, .symlink, .other: return .unsafe
        }
      }
      switch try FileSystem.kind(root + "/" + path) {
      case nil: return .missing
      case .folder, .symlink, .other: return .unsafe
      case .file: break
      }
      let found = Digest.sha256(try FileSystem.read(root + "/" + path))
      if found == digest { return .same }
      let entry = manifest[path]
      return found == entry?.digest ? .imported : .edited(entry)
    }
  }

  mutating func put(_ path: String, _ bytes: [UInt8]) throws(OutputFault) {
    let target = root + "/" + path
    try onDisk { () throws(FileSystemError) in
      if let slash = target.lastSlash {
        try FileSystem.makeFolders(String(target[..<slash]))
      }
      let part = target + ".wikiguide-part"
      try FileSystem.removeTree(part)
      try FileSystem.writeNew(part, bytes)
      try FileSystem.rename(part, to: target)
    }
  }

  /// Removes a file, and the folders that it leaves empty.
  mutating func remove(_ path: String) throws(OutputFault) {
    try onDisk { () throws(FileSystemError) in
      try FileSystem.removeTree(root + "/" + path)
      var folder = path[...]
      while let slash = folder.lastSlash {
        folder = folder[..<slash]
        guard try FileSystem.list(root + "/" + folder).isEmpty else { return }
        try FileSystem.removeTree(root + "/" + folder)
      }
    }
  }

  mutating func write(_ manifest: ImportManifest) throws(OutputFault) {
    guard manifest != self.manifest else { return }
    try put(ImportManifest.name, Array(manifest.text.utf8))
  }

}
