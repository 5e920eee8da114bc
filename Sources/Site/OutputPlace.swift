/// Where the output is and what stands beside it while a build runs, checked to be safe to replace.
struct OutputPlace: Sendable {
  /// Absolute, without symbolic links.
  let output: String
  let exists: Bool
  var stage: String { sibling("stage") }
  var lock: String { sibling("lock") }
  /// The old output's place on file systems that cannot swap.
  var old: String { sibling("old") }

  /// Its presence says that wikiguide made a folder and may replace it.
  static let marker = ".wikiguide-site"

  private let parent: String
  private let name: String

  /// - Parameter sources: folders that are read and must lie elsewhere.
  init(_ written: String, sources: [String]) throws(OutputFault) {
    let resolved = try Self.resolve(written)
    output = resolved.path
    exists = resolved.exists
    let slash = output.lastIndex(of: "/") ?? output.startIndex
    parent = slash == output.startIndex ? "/" : String(output[..<slash])
    name = String(output[slash...].dropFirst())
    for source in sources { try Self.check(output, apartFrom: source) }
    if ReleaseFolder.isRelease(output) { throw .isRelease(output) }
    guard FileSystem.isWritable(folder: parent) else { throw .parentNotWritable(parent) }
    if exists { try Self.checkReplaceable(output) }
  }

  private func sibling(_ role: String) -> String {
    (parent == "/" ? "" : parent) + "/.\(name).wikiguide-\(role)"
  }

  static func resolve(
    _ written: String
  ) throws(OutputFault) -> (path: String, exists: Bool) {
    if try onDisk({ () throws(FileSystemError) in try FileSystem.exists(written) }) {
      let kind = try onDisk { () throws(FileSystemError) in
        try FileSystem.kindFollowingLinks(written)
      }
      guard kind == .folder else { throw .notAFolder(written) }
      let path = try onDisk { () throws(FileSystemError) in
        try FileSystem.canonicalPath(written)
      }
      return (path, true)
    }
    var trimmed = written[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let slash = trimmed.lastIndex(of: "/")
    let name = slash.map { trimmed[trimmed.index(after: $0)...] } ?? trimmed
    let parent = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
    guard !name.isEmpty, name != ".", name != ".." else { throw .unsafePath(written) }
    let kind = try onDisk { () throws(FileSystemError) in
      try FileSystem.kindFollowingLinks(parent)
    }
    guard kind == .folder else { throw .parentMissing(parent) }
    let folder = try onDisk { () throws(FileSystemError) in
      try FileSystem.canonicalPath(parent)
    }
    return ((folder == "/" ? "" : folder) + "/" + name, false)
  }

  static func check(
    _ output: String, apartFrom content: String
  ) throws(OutputFault) {
    let content = try onDisk { () throws(FileSystemError) in
      try FileSystem.canonicalPath(content)
    }
    if contains(content, output) { throw .outputInContent(output: output, content: content) }
    if contains(output, content) { throw .contentInOutput(output: output, content: content) }
  }

  private static func contains(_ folder: String, _ path: String) -> Bool {
    // Bytes, not characters: two spellings of a name are two names to most file systems.
    let folder = Array((folder == "/" ? "" : folder).utf8) + [UInt8(ascii: "/")]
    return (Array(path.utf8) + [UInt8(ascii: "/")]).starts(with: folder)
  }

  private static func checkReplaceable(_ output: String) throws(OutputFault) {
    let entries = try onDisk { () throws(FileSystemError) in try FileSystem.list(output) }
    guard let first = entries.first else { return }
    guard entries.contains(where: { $0.name == marker && $0.kind == .file }) else {
      throw .notMadeByWikiguide(output, example: first.name)
    }
    if entries.contains(where: { $0.name == ".git" }) { throw .holdsRepository(output) }
  }
}

/// Says that a failure of the disk is one of the output.
func onDisk<Result>(
  _ work: () throws(FileSystemError) -> Result
) throws(OutputFault) -> Result {
  do throws(FileSystemError) {
    return try work()
  } catch {
    throw .disk(error)
  }
}
