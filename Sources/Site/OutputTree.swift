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
      if prefix.isEmpty, OutputPlace.namesInside.contains(path) { continue }
      switch entry.kind {
      case .file: files[path] = entry.size
      case .folder:
        folders.insert(path)
        try walk(folder + "/" + entry.name, prefix: path + "/")
      case .symlink, .other: hasForeignEntries = true
      }
    }
  }

  /// All folders that files of these paths lie in.
  static func folders(of paths: Set<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    return folders
  }
}
