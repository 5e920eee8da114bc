import SourceText
import Syntax

/// Which files of the content are pages, images and configuration, in a fixed order.
///
/// Takes a folder, or a single file that is then the only page. Looks at names and kinds only; what
/// is in the files is for others to read. Hidden files are not seen at all.
package struct ContentDiscovery: Sendable {
  /// The folder that all paths are relative to.
  package let root: String
  /// Whether a folder was named, and not one page.
  let isFolder: Bool
  private let canonicalRoot: String
  /// All lists are in byte order of the paths.
  package private(set) var pages: [Page] = []
  package private(set) var images: [String] = []
  package private(set) var configuration: String?
  /// What the hosting company tells of its servers.
  package private(set) var provider: String?
  /// Files of curated data.
  package private(set) var curated: [String] = []
  /// Files that hang on pages: all that lies in a folder named as the page, with `.attachments`.
  package private(set) var attachments: [String] = []
  /// Files that belong to a wiki and to no page: all that lies in the folder `media` and is neither a
  /// page nor a picture.
  package private(set) var media: [String] = []
  /// Earlier revisions of pages: texts in a folder named as the page, with `.history`.
  package private(set) var revisions: [String] = []
  /// Files of the folder `theme`.
  package private(set) var theme: [String] = []
  /// Where pages were brought from.
  package private(set) var manifest: String?
  /// Files that are none of the above.
  package private(set) var unread: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// A wiki page: its file, and its name in the wiki, which is the path without the ending.
  package struct Page: Sendable, Hashable {
    package let name: String
    package let path: String
  }

  package static let configurationName = "wikiguide.yml"
  package static let providerName = "provider.yml"
  package static let attachmentEnding = ".attachments"
  package static let mediaFolder = "media"
  package static let historyEnding = ".history"
  package static let pageExtensions = Set(Dialect.allCases.flatMap(\.fileExtensions))
  package static let imageExtensions: Set<String> = [
    "png", "gif", "jpg", "jpeg", "webp", "svg", "avif",
  ]

  package init(_ content: String) throws(FileSystemError) {
    if try FileSystem.kindFollowingLinks(content) == .file {
      let (folder, name) = Self.splitFolder(content)
      root = folder
      isFolder = false
      canonicalRoot = ""
      takeOnly(name)
    } else {
      root = content
      isFolder = true
      canonicalRoot = try FileSystem.canonicalPath(content)
      try walk("", canonicalRoot: canonicalRoot)
      sort()
    }
  }

  /// The path of a folder in the content; nil where it lies elsewhere, empty for the content itself.
  func pathInside(_ folder: String) -> String? {
    guard let path = try? FileSystem.canonicalPath(folder) else { return nil }
    if path == canonicalRoot { return "" }
    return path.hasPrefix(canonicalRoot + "/")
      ? String(path.dropFirst(canonicalRoot.count + 1)) : nil
  }

  /// Leaves out what lies in folders of the content that are read in another way.
  mutating func leaveOut(_ folders: [String]) {
    func isIn(_ path: String) -> Bool {
      folders.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
    }
    pages.removeAll { isIn($0.path) }
    images.removeAll(where: isIn)
    unread.removeAll(where: isIn)
    attachments.removeAll(where: isIn)
    media.removeAll(where: isIn)
    revisions.removeAll(where: isIn)
  }

  /// The nearest folder above a file that has a configuration, and the file's path in it.
  static func site(
    around file: String
  ) throws(FileSystemError) -> (folder: String, path: String)? {
    var (folder, path) = splitFolder(try FileSystem.canonicalPath(file))
    while true {
      if try FileSystem.kind(folder + "/" + configurationName) == .file { return (folder, path) }
      let (parent, name) = splitFolder(folder)
      guard !name.isEmpty, parent != folder else { return nil }
      path = name + "/" + path
      folder = parent
    }
  }

  private static func splitFolder(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// Where a file of the content is for the system.
  package func systemPath(_ path: String) -> String {
    root.hasSuffix("/") ? root + path : root + "/" + path
  }

  /// Whoever names a file means it: any ending will do.
  private mutating func takeOnly(_ name: String) {
    guard checkName(name, path: name) else { return }
    pages = [Page(name: Self.split(name).stem, path: name)]
  }

  /// What lies in a folder is told by its own name, or by that of the folder at the top that holds it.
  private struct Folder {
    let path: String
    let isTheme: Bool
    let isMedia: Bool
    let holdsAttachments: Bool
    let holdsRevisions: Bool

    init(_ path: String) {
      self.path = path
      isTheme = path == ThemeFolder.name || path.hasPrefix(ThemeFolder.name + "/")
      isMedia =
        path == ContentDiscovery.mediaFolder || path.hasPrefix(ContentDiscovery.mediaFolder + "/")
      holdsAttachments = path.hasSuffix(ContentDiscovery.attachmentEnding)
      holdsRevisions = path.hasSuffix(ContentDiscovery.historyEnding)
    }
  }

  private mutating func walk(
    _ path: String, canonicalRoot: String
  ) throws(FileSystemError) {
    let folder = Folder(path)
    let start = path.isEmpty ? "" : path + "/"
    for (name, kind) in try FileSystem.names(in: path.isEmpty ? root : systemPath(path))
    where name.utf8.first != UInt8(ascii: ".") {
      let path = start + name
      guard checkName(name, path: path) else { continue }
      switch kind {
      case .file: take(path, in: folder)
      case .folder:
        if isImage(path) { reportImageFolder(path) }
        try walk(path, canonicalRoot: canonicalRoot)
      case .symlink: try follow(path, in: folder, canonicalRoot: canonicalRoot)
      case .other: unread.append(path)
      }
    }
  }

  private mutating func take(_ path: String, in folder: Folder) {
    if folder.path.isEmpty, takeKnown(path) { return }
    if folder.isTheme {
      theme.append(path)
    } else if folder.holdsAttachments {
      attachments.append(path)
      if isImage(path) { images.append(path) }
    } else if folder.holdsRevisions {
      revisions.append(path)
    } else {
      takeByEnding(path, in: folder)
    }
  }

  /// Takes a file that has its name at the top of the content.
  private mutating func takeKnown(_ path: String) -> Bool {
    switch path {
    case Self.configurationName: configuration = path
    case Self.providerName: provider = path
    case ImportManifest.name: manifest = path
    default:
      guard CuratedFiles.names.contains(path) else { return false }
      curated.append(path)
    }
    return true
  }

  private mutating func takeByEnding(_ path: String, in folder: Folder) {
    let (stem, ending) = Self.split(path)
    if Self.pageExtensions.contains(ending) {
      pages.append(Page(name: stem, path: path))
    } else if Self.imageExtensions.contains(ending.lowercased()) {
      images.append(path)
    } else if folder.isMedia {
      media.append(path)
    } else {
      unread.append(path)
    }
  }

  private mutating func follow(
    _ path: String, in folder: Folder, canonicalRoot: String
  ) throws(FileSystemError) {
    let target: String
    do throws(FileSystemError) {
      target = try FileSystem.canonicalPath(systemPath(path))
    } catch {
      // It leads to nothing, or to itself.
      unread.append(path)
      return
    }
    let inside = canonicalRoot == "/" ? "/" : canonicalRoot + "/"
    guard target.utf8.starts(with: inside.utf8) else {
      diagnostics.append(
        Diagnostic(
          rule: "symlink-out-of-content", severity: .error, place: SourcePlace(path),
          message: "the symbolic link '\(path)' leads out of the content folder",
          help: "put a copy of the file in its place"))
      return
    }
    switch try FileSystem.kind(target) {
    case .file: take(path, in: folder)
    case .folder where isImage(path): reportImageFolder(path)
    case .folder, .symlink, .other, nil: unread.append(path)
    }
  }

  private mutating func reportImageFolder(_ path: String) {
    diagnostics.append(
      Diagnostic(
        rule: "image-is-folder", severity: .error, place: SourcePlace(path),
        message: "'\(path)' is named like an image but is a folder",
        help: "rename the folder, or put the image in its place"))
  }

  /// Such names would break addresses, or the messages that quote them.
  private mutating func checkName(_ name: String, path: String) -> Bool {
    let isControlled = Self.hasControl(name)
    guard isControlled || name.utf8.contains(UInt8(ascii: "\\")) || name == ".." else {
      return true
    }
    let shown = Self.shown(path)
    diagnostics.append(
      Diagnostic(
        rule: "unsafe-file-name", severity: .error, place: SourcePlace(shown),
        message: "the file name '\(shown)' has a "
          + (isControlled ? "control character" : name == ".." ? "part '..'" : "backslash"),
        help: "rename the file"))
    return false
  }

  /// Control characters are the first 32 of ASCII, its last, and the 32 behind it.
  private static func hasControl(_ name: String) -> Bool {
    var isBehindC2 = false
    for byte in name.utf8 {
      if byte < 0x20 || byte == 0x7F || isBehindC2 && byte < 0xA0 { return true }
      isBehindC2 = byte == 0xC2
    }
    return false
  }

  /// The path with control characters made visible, fit for a terminal.
  private static func shown(_ path: String) -> String {
    path.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  private func isImage(_ path: String) -> Bool {
    Self.imageExtensions.contains(Self.split(path).ending.lowercased())
  }

  /// The path of the folder that holds a file; empty for the content folder itself.
  static func folder(of path: String) -> Substring {
    path.lastSlash.map { path[..<$0] } ?? ""
  }

  /// A path without its ending, and the ending without its dot.
  private static func split(_ path: String) -> (stem: String, ending: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")),
      !path.utf8[dot...].contains(UInt8(ascii: "/"))
    else { return (path, "") }
    return (String(path[..<dot]), String(path[path.utf8.index(after: dot)...]))
  }

  private mutating func sort() {
    pages.sort { $0.path.precedesInBytes($1.path) }
    images.sort { $0.precedesInBytes($1) }
    unread.sort { $0.precedesInBytes($1) }
    attachments.sort { $0.precedesInBytes($1) }
    media.sort { $0.precedesInBytes($1) }
    curated.sort()
    theme.sort { $0.precedesInBytes($1) }
    revisions.sort { $0.precedesInBytes($1) }
    reportSharedPageNames()
    diagnostics.sort()
  }

  /// `a.txt` and `a.wiki` would be the same page; the first in order is kept.
  private mutating func reportSharedPageNames() {
    var known: [String: String] = [:]
    known.reserveCapacity(pages.count)
    pages.removeAll { page in
      guard let earlier = known[page.name] else {
        known[page.name] = page.path
        return false
      }
      diagnostics.append(
        Diagnostic(
          rule: "duplicate-page-name", severity: .error, place: SourcePlace(page.path),
          message: "'\(page.path)' is the page '\(page.name)', and so is '\(earlier)'",
          notes: [Diagnostic.Note("the other file is here", at: SourcePlace(earlier))],
          help: "rename one of the two files"))
      return true
    }
  }
}
