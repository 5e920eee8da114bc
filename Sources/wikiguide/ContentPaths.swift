import Site

/// How files of the content are named from where the command runs, which is what programs that read
/// the findings look for: `content/Mail.txt` for `Mail.txt`.
struct ContentPaths {
  /// Empty, or ends in `/`.
  private let prefix: String
  /// Files that are not of the content, by the path under which findings name them.
  private var others: [String: String] = [:]

  /// - Parameter content: a folder or one page, as the user names it.
  init(content: String) {
    let isFile = (try? FileSystem.kindFollowingLinks(content)) == .file
    var folder = content
    if isFile {
      folder = content.lastIndex(of: "/").map { String(content[...$0]) } ?? "."
    }
    prefix = Self.prefix(folder)
  }

  /// - Parameter folder: the content folder itself.
  init(folder: String) { prefix = Self.prefix(folder) }

  mutating func add(_ path: String, as shown: String) { others[path] = shown }

  func shown(_ path: String) -> String { others[path] ?? prefix + path }

  /// A folder elsewhere has no name from here; its files are named as seen from it.
  private static func prefix(_ folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    if !folder.hasPrefix("/"), !parts.contains("..") {
      return parts.map { $0 + "/" }.joined()
    }
    guard let here = try? FileSystem.canonicalPath("."),
      let there = try? FileSystem.canonicalPath(folder), there.hasPrefix(here + "/")
    else { return "" }
    return there.dropFirst(here.count + 1) + "/"
  }
}
