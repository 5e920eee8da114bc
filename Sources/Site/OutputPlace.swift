/// Where the output is and what stands beside it while a build runs, checked to be safe to replace.
struct OutputPlace: Sendable {
  /// Absolute, without symbolic links.
  let output: String
  let exists: Bool
  /// Whether all that a build needs lies in the output itself: a mounted volume, or a folder beside
  /// which nothing may be made.
  private(set) var isInside: Bool
  var stage: String { helper(.stage) }
  var lock: String { helper(.lock) }
  /// What is being moved into the output.
  var changes: String { helper(.changes) }

  private enum Role: String, CaseIterable { case stage, lock, changes }

  /// Names that an output may have within itself while a build runs, or since it was killed, and that no
  /// file of a site may have.
  static let namesInside = Set(Role.allCases.map { ".wikiguide-\($0.rawValue)" })
    .union([OutputMove.removals])

  /// Its presence says that wikiguide made a folder and may replace it.
  static let marker = ".wikiguide-site"

  /// The folder in which the output lies.
  let parent: String
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
    let isParentWritable = FileSystem.isWritable(folder: parent)
    guard isParentWritable || exists && FileSystem.isWritable(folder: output) else {
      throw .parentNotWritable(parent)
    }
    isInside = exists && (!isParentWritable || FileSystem.isMounted(output, in: parent))
    if exists { try Self.checkReplaceable(output) }
  }

  /// The same output, as a build would see it that may write beside it where this one may not, or the
  /// other way round.
  var otherwise: OutputPlace {
    var other = self
    other.isInside.toggle()
    return other
  }

  private func helper(_ role: Role) -> String {
    isInside
      ? "\(output)/.wikiguide-\(role.rawValue)"
      : (parent == "/" ? "" : parent) + "/.\(name).wikiguide-\(role.rawValue)"
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
      .filter { !namesInside.contains($0.name) }
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
