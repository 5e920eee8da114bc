#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder or a file that somebody wants to hear of, whether it is there or not.
struct WatchedPlace: Sendable {
  let path: String

  init(_ path: String) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// What stands there now, symbolic links followed; nil where nothing does.
  var standing: FileStamp? { FileStamp(path, followingLinks: true) }

  /// The folder that must be watched: the place itself or, for a file and for nothing, the one around it.
  var anchor: Anchor {
    if let standing, standing.isFolder { return Anchor(path: path, stamp: standing) }
    return Anchor(path: parent, stamp: FileStamp(parent, followingLinks: true))
  }

  struct Anchor: Sendable {
    let path: String
    let stamp: FileStamp?

    func isSameFolder(as other: Anchor) -> Bool {
      guard path == other.path else { return false }
      guard let stamp, let theirs = other.stamp else { return stamp == other.stamp }
      return stamp.isSameFile(as: theirs)
    }
  }

  /// The folder that a file of this name is in.
  private var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of the path.
  var name: Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// Whether a name is none of the author's: hidden, or a copy that an editor keeps.
  static func isIgnored(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~")
  }

  /// The path of a name in a folder.
  static func join(_ folder: String, _ name: some StringProtocol) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The names in a folder that are not ignored; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let record = readdir(stream) {
      guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { break }
      let start = (UnsafeRawPointer(record) + offset).assumingMemoryBound(to: CChar.self)
      let name = String(cString: start)
      if !isIgnored(name) { names.append(name) }
    }
    return names
  }
}
