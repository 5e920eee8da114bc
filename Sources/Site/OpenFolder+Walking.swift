#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension OpenFolder {
  /// One name in a folder, as the disk has it.
  struct Entry {
    /// The folder that it lies in, held open.
    let folder: OpenFolder
    /// The number of that folder in the walk; nil for the one that the walk began with.
    let parent: Int?
    let name: UnsafePointer<CChar>
    let kind: FileSystem.Kind
  }

  /// Shows every name below, those of one folder together. Symbolic links are seen, never followed, and
  /// few folders are open at a time, however deep they lie.
  /// - Parameters:
  ///   - makingWritable: whether names are to be removed while they are shown.
  ///   - excluded: names in this folder that are passed over.
  ///   - visit: is given each name, and the folders so far.
  /// - Returns: the folders below, each behind the one that it lies in.
  @discardableResult
  func walk(
    makingWritable: Bool = false, except excluded: Set<String> = [],
    _ visit: (Entry, _ folders: PathTable) throws(FileSystemError) -> Void
  ) throws(FileSystemError) -> PathTable {
    var folders = PathTable()
    if makingWritable { makeWritable() }
    try show(parent: nil, except: excluded, &folders, visit)
    var descent = FolderDescent(self)
    var next = 0
    while next < folders.count {
      let folder = try folders.withPath(next) { path throws(FileSystemError) in
        try descent.folder(path)
      }
      if makingWritable { folder.makeWritable() }
      try folder.show(parent: next, except: [], &folders, visit)
      next += 1
    }
    return folders
  }

  private func show(
    parent: Int?, except excluded: Set<String>, _ folders: inout PathTable,
    _ visit: (Entry, PathTable) throws(FileSystemError) -> Void
  ) throws(FileSystemError) {
    // The stream closes what it is given.
    guard let stream = fdopendir(dup(descriptor)) else { throw failure(.list, ".") }
    defer { closedir(stream) }
    rewinddir(stream)
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw failure(.list, ".") }
        return
      }
      guard let entry = try entry(record, parent) else { continue }
      if parent == nil, excluded.contains(String(cString: entry.name)) { continue }
      if entry.kind == .folder { folders.insert(folder: entry) }
      try visit(entry, folders)
    }
  }

  private func makeWritable() {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IRWXU != S_IRWXU else { return }
    _ = fchmod(descriptor, S_IRWXU)
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0

  /// Nil for the folder itself, the one above it, and what is gone since the folder was read.
  private func entry(
    _ record: UnsafeMutablePointer<dirent>, _ parent: Int?
  ) throws(FileSystemError) -> Entry? {
    let name = (UnsafeRawPointer(record) + Self.nameOffset).assumingMemoryBound(to: CChar.self)
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    if name[0] == dot, name[1] == 0 || name[1] == dot && name[2] == 0 { return nil }
    let kind: FileSystem.Kind?
    switch Int(record.pointee.d_type) {
    case Int(DT_REG): kind = .file
    case Int(DT_DIR): kind = .folder
    case Int(DT_LNK): kind = .symlink
    // Some file systems do not tell.
    case Int(DT_UNKNOWN): kind = try self.kind(of: name)
    default: kind = .other
    }
    return kind.map { Entry(folder: self, parent: parent, name: name, kind: $0) }
  }
}

extension PathTable {
  /// Adds what a walk shows.
  /// - Parameter folders: those of the walk so far.
  mutating func insert(_ entry: OpenFolder.Entry, in folders: PathTable) {
    insert(entry.name, below: entry.parent.map { folders.spelling(of: $0) } ?? [])
  }

  fileprivate mutating func insert(folder entry: OpenFolder.Entry) {
    // A copy, since the bytes move while they are added to.
    let parent = entry.parent.map { Array(spelling(of: $0)) } ?? []
    insert(entry.name, below: parent[...])
  }

  private mutating func insert(_ name: UnsafePointer<CChar>, below folder: ArraySlice<UInt8>) {
    insert(UnsafeRawBufferPointer(start: name, count: strlen(name)), below: folder)
  }
}
