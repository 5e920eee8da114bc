import SourceText
import WikiStore

/// Changes pages of the content folder where they lie, and never anything else: no file of a wiki, no
/// file behind a symbolic link, none that has changed since it was read.
package struct PageRewriter: Sendable {
  private let discovery: ContentDiscovery
  /// Nil where the bytes of each page say it.
  private let encoding: TextEncoding?
  private let pages: Set<String>

  init(_ discovery: ContentDiscovery, encoding: TextEncoding?) {
    self.discovery = discovery
    self.encoding = encoding
    pages = Set(discovery.pages.map(\.path))
  }

  /// A page's bytes as they lie on disk, and as they will.
  package struct Rewriting: Sendable {
    fileprivate let systemPath: String
    fileprivate let before: [UInt8]
    fileprivate let after: [UInt8]
  }

  /// Whether a finding's file is a page of the content folder and not one of a wiki.
  package func isPage(_ path: String) -> Bool { pages.contains(path) }

  /// Works out a page's new bytes and writes nothing.
  /// - Parameter page: the page as it was when the edits were found.
  package func rewriting(
    of page: SourceFile, edits: [TextEdit]
  ) throws(RewriteFault) -> Rewriting {
    guard isPage(page.path) else { throw .notAPlainFile }
    let path = discovery.systemPath(page.path)
    try check(path, of: page)
    let bytes = try onDisk { () throws(FileSystemError) in try FileSystem.read(path) }
    let encoding = encoding ?? EncodingEvidence.encoding(of: [bytes]) ?? .utf8
    do throws(EditedLines.Fault) {
      let after = try encoding.applying(edits, to: bytes, readAs: page.bytes)
      return Rewriting(systemPath: path, before: bytes, after: after)
    } catch {
      throw .edits(error, encoding)
    }
  }

  /// Puts the new bytes in the old ones' place, if those are still there.
  package func write(_ rewriting: Rewriting) throws(RewriteFault) {
    let path = rewriting.systemPath
    let isSame = try onDisk { () throws(FileSystemError) in
      guard try FileSystem.kind(path) == .file else { return false }
      return try FileSystem.sameBytes(path, rewriting.before)
    }
    guard isSame else { throw .changed }
    try onDisk { () throws(FileSystemError) in try FileSystem.replace(path, rewriting.after) }
  }

  /// The file must be where its path says, without a symbolic link on the way, and not among the
  /// folders in which a wiki keeps its data, even where nobody said that there is a wiki.
  private func check(_ path: String, of page: SourceFile) throws(RewriteFault) {
    let (file, root) = try onDisk { () throws(FileSystemError) in
      let kind = try FileSystem.kind(path)
      return (
        kind == .file ? try FileSystem.canonicalPath(path) : "",
        try FileSystem.canonicalPath(discovery.root)
      )
    }
    guard file == (root == "/" ? "/" : root + "/") + page.path else { throw .notAPlainFile }
    var folder = file[...]
    var below: Substring = ""
    while let slash = folder.lastSlash {
      let name = folder[folder.index(after: slash)...]
      folder = folder[..<slash]
      // The file's own name is no folder.
      if !below.isEmpty, Self.isData(name, of: String(folder)) { throw .belongsToWiki }
      below = name
    }
  }

  /// Whether a folder in another one is part of the data of a wiki that lies there.
  private static func isData(_ name: Substring, of folder: String) -> Bool {
    guard StoreKind.dataFolders.contains(String(name)) else { return false }
    let kind = try? StoreKind.of(.onDisk(folder.isEmpty ? "/" : folder))
    return kind != nil
  }

  private func onDisk<Result>(
    _ work: () throws(FileSystemError) -> Result
  ) throws(RewriteFault) -> Result {
    do throws(FileSystemError) {
      return try work()
    } catch {
      throw .disk(error)
    }
  }
}

/// Why a page stays as it is.
package enum RewriteFault: Error, Sendable {
  case notAPlainFile
  case belongsToWiki
  case changed
  case edits(EditedLines.Fault, TextEncoding)
  case disk(FileSystemError)

  /// What the author of the page can do about it.
  package var reason: String {
    switch self {
    case .notAPlainFile: "it is no plain file of the content folder"
    case .belongsToWiki: "it is part of a wiki's data, which the wiki alone may change"
    case .changed, .edits(.changed, _): "it changed since it was read; run the command again"
    case .edits(.invalidRange, _): "a finding points outside its text"
    case .edits(.irreversible(let line), let encoding):
      "line \(line) would not come out of \(encoding.name) as it went in"
    case .edits(.unwritable(let line), let encoding):
      "\(encoding.name) lacks a character that line \(line) would get"
    case .disk(let error): error.description
    }
  }
}
