/// What the output folder holds before a build: the files that may be kept, and the folders.
struct OutputTree: Sendable {
  /// Sizes of regular files, by path relative to the output.
  private(set) var files: [String: Int] = [:]
  private(set) var folders: Set<String> = []
  /// Whether there is something that no build makes, such as a symbolic link.
  private(set) var hasForeignEntries = false

  /// An output that does not exist yet.
  init() {}

  /// Walks a folder; symbolic links are seen, never followed.
  init(of root: String) throws(FileSystemError) {
    try walk(root, prefix: "")
  }

  private mutating func walk(_ folder: String, prefix: String) throws(FileSystemError) {
    for entry in try FileSystem.list(folder) {
      let path = prefix + entry.name
      switch entry.kind {
      case .file: files[path] = entry.size
      case .folder:
        folders.insert(path)
        try walk(folder + "/" + entry.name, prefix: path + "/")
      case .symlink, .other: hasForeignEntries = true
      }
    }
  }
}
