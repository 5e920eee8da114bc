/// What a folder of the output holds: the files, by which they are compared, and the folders.
struct OutputTree: Sendable {
  /// All that is no folder, by path: files, and what no build makes, such as symbolic links.
  private(set) var files = PathTable()
  private(set) var folders = PathTable()
  /// Numbers of the folders in which there is nothing.
  private(set) var emptyFolders: [Int] = []

  /// An output that does not exist yet.
  init() {}

  /// Walks a folder; symbolic links are seen, never followed.
  init(of root: OpenFolder) throws(FileSystemError) {
    var (files, filled) = (PathTable(), [Bool]())
    folders = try root.walk(except: OutputPlace.namesInside) { entry, folders in
      if let parent = entry.parent {
        filled += Array(repeating: false, count: folders.count - filled.count)
        filled[parent] = true
      }
      if entry.kind != .folder { files.insert(entry, in: folders) }
    }
    self.files = files
    filled += Array(repeating: false, count: folders.count - filled.count)
    emptyFolders = filled.indices.filter { !filled[$0] }
  }
}
