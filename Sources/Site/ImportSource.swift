import SourceText
import Syntax
import WikiStore

/// What is to be imported, read whole: the files that the content folder will have, and what was
/// found on the way.
struct ImportSource: Sendable {
  struct File: Sendable {
    /// Relative to the content folder.
    let path: String
    let content: Content
    /// Where it comes from, for the manifest.
    let origin: String
    let date: String?

    enum Content: Sendable {
      case bytes([UInt8])
      /// A file that is copied as it is.
      case copy(String)
      /// A text in an export, which is read where it is written.
      case excerpt(MediaWikiExport.Excerpt)
    }
  }

  /// How the manifest calls the source; what it no longer has is removed under this name only.
  let label: String
  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Texts that findings point into.
  private(set) var texts: [String: SourceFile] = [:]

  init(_ request: ImportRequest) throws(SiteFault) {
    var written = request.source[...]
    while written.count > 1, written.hasSuffix("/") { written.removeLast() }
    label = String(written)
    try Self.refusePacked(label)
    var isForeignXML = false
    do throws(FileSystemError) {
      switch try FileSystem.kindFollowingLinks(label) {
      case .folder: try readFolder(request)
      case .file where try MediaWikiExport.mayBe(label): try readExport()
      case .file where label.lowercased().hasSuffix(".xml"): isForeignXML = true
      case .file: try readFile(label, name: Self.lastPart(of: label), request)
      case .symlink, .other, nil:
        throw FileSystemError(operation: .read, path: label, code: 2)
      }
    } catch {
      throw error.isMissing
        ? .usage("there is no '\(label)'; name a wiki's folder, a folder of pages, or one page")
        : .disk(error.description)
    }
    guard !isForeignXML else {
      throw .usage("'\(label)' is no export of a MediaWiki: no <mediawiki> begins it")
    }
    reportUnsafeNames()
  }

  /// Exports are mostly handed on packed; they are read where they stand, and so have to be unpacked.
  private static func refusePacked(_ path: String) throws(SiteFault) {
    guard (try? FileSystem.kindFollowingLinks(path)) == .file, let packing = try? Packing.of(path)
    else { return }
    throw .usage("'\(path)' is packed; unpack it first: \(packing.command(path))")
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  // MARK: - Wikis

  private mutating func readFolder(_ request: ImportRequest) throws(FileSystemError) {
    do throws(StoreFault) {
      let folder = StoreFolder.onDisk(label)
      var kind = request.kind
      if kind == nil { kind = try StoreKind.of(folder) }
      guard let kind else { return try readPlainFolder(request) }
      let store = try WikiStore(
        folder, kind: kind, encoding: request.encoding, label: Self.lastPart(of: label))
      diagnostics += store.diagnostics
      for page in store.pages { read(page, of: store) }
      for file in store.attachments {
        guard kind != .dokuwiki else {
          let path = Self.path(ofPage: file.name)
          add(
            ContentDiscovery.mediaFolder + "/" + path, .copy(label + "/" + file.file),
            origin: file.file, date: nil)
          continue
        }
        let page = Self.path(ofPage: file.page)
        add(
          page + ContentDiscovery.attachmentEnding + "/" + Self.part(file.name),
          .copy(label + "/" + file.file), origin: file.file, date: nil)
      }
    } catch {
      throw FileSystemError(operation: .read, path: error.path, code: 5)
    }
  }

  private mutating func read(_ page: StoredPage, of store: WikiStore) {
    let text: DecodedText
    do throws(StoreFault) {
      text = try store.text(of: page)
    } catch {
      diagnostics.append(error.diagnostic(path: page.path))
      return
    }
    reportFaults(text, path: page.path, encoding: store.encoding)
    let path = Self.path(ofPage: page.name)
    let ending = Dialect(rawValue: store.kind.rawValue)?.fileExtensions.first ?? "txt"
    add(
      path + "." + ending, .bytes(text.bytes), origin: page.file,
      date: page.dateSource == .none ? nil : page.modified?.iso8601)
    let (revisions, findings) = store.revisions(of: page)
    diagnostics += findings
    for (index, revision) in revisions.enumerated() {
      add(
        Self.revisionPath(of: path, number: index + 1), .bytes(revision.text), origin: page.file,
        date: revision.date?.iso8601)
    }
  }

  // MARK: - Exports

  /// The pages of a MediaWiki's export, each in its newest revision, the others as its history.
  private mutating func readExport() throws(FileSystemError) {
    let name = Self.lastPart(of: label)
    let export = try MediaWikiExport.read(label, name: name)
    diagnostics += export.diagnostics
    let ending = "." + (Dialect.mediawiki.fileExtensions.first ?? "mediawiki")
    for page in export.pages {
      let path = Self.path(ofPage: page.title)
      for (index, revision) in page.revisions.enumerated() {
        let isNewest = index == page.revisions.count - 1
        add(
          isNewest ? path + ending : Self.revisionPath(of: path, number: index + 1),
          .excerpt(revision.text), origin: page.title, date: revision.date?.iso8601)
      }
    }
  }

  // MARK: - Plain files

  private mutating func readPlainFolder(_ request: ImportRequest) throws(StoreFault) {
    do throws(FileSystemError) {
      let discovery = try ContentDiscovery(label)
      diagnostics += discovery.diagnostics
      for page in discovery.pages {
        try readFile(discovery.systemPath(page.path), name: page.path, request)
      }
      for path in discovery.images
        + discovery.attachments.filter({ !discovery.images.contains($0) })
        + [discovery.configuration].compactMap({ $0 })
      {
        add(path, .copy(discovery.systemPath(path)), origin: path, date: nil)
      }
    } catch {
      throw StoreFault(path: error.path, reason: error.reason)
    }
  }

  /// A page in any encoding, or a captured difference view.
  private mutating func readFile(
    _ systemPath: String, name: String, _ request: ImportRequest
  ) throws(FileSystemError) {
    let bytes = try FileSystem.read(systemPath)
    let encoding = request.encoding ?? EncodingEvidence.encoding(of: [bytes]) ?? .utf8
    let text = encoding.decode(bytes)
    reportFaults(text, path: name, encoding: encoding)
    guard let file = try? SourceFile(path: name, text: text) else {
      diagnostics.append(SourceFault.tooLarge(bytes: text.bytes.count).diagnostic(path: name))
      return
    }
    texts[name] = file
    guard let captured = CapturedDifference.read(file) else {
      return add(name, .bytes(text.bytes), origin: name, date: nil)
    }
    let folder = ContentDiscovery.folder(of: name)
    let page = (folder.isEmpty ? "" : folder + "/") + Self.path(ofPage: captured.pageName)
    diagnostics += captured.findings(in: file)
    switch request.revision {
    case .old: add(page + ".txt", .bytes(captured.revision(.older)), origin: name, date: nil)
    case .new: add(page + ".txt", .bytes(captured.revision(.newer)), origin: name, date: nil)
    case .both:
      add(page + ".txt", .bytes(captured.revision(.newer)), origin: name, date: nil)
      add(
        Self.revisionPath(of: page, number: 1), .bytes(captured.revision(.older)), origin: name,
        date: nil)
    }
  }

  // MARK: - Paths

  private mutating func add(
    _ path: String, _ content: File.Content, origin: String, date: String?
  ) {
    files.append(File(path: path, content: content, origin: "\(label): \(origin)", date: date))
  }

  private static func revisionPath(of page: String, number: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return page + ContentDiscovery.historyEnding + "/" + padded + ".txt"
  }

  /// A page's name as a path: each part of it a name that file systems take.
  private static func path(ofPage name: String) -> String {
    let path = name.pathParts.map { part(String($0)) }.joined(separator: "/")
    // Paths of many parts are too long for the disk, too: they become one name.
    return path.utf8.count <= longestPath ? path : part(name)
  }

  private static let longestPath = 800

  private static func part(_ name: String) -> String {
    var safe = name.unicodeScalars.map { scalar in
      scalar == "/" || scalar == "\\" || scalar.properties.generalCategory == .control
        ? "_" : String(scalar)
    }.joined()
    if safe.isEmpty || safe.utf8.first == UInt8(ascii: ".") { safe = "_" + safe }
    guard safe.utf8.count > 200 else { return safe }
    while safe.utf8.count > 180 { safe.removeLast() }
    return safe + "-" + Digest.sha256(Array(name.utf8)).prefix(8)
  }

  /// Two names may become one path; the second is left out rather than lost in the first.
  private mutating func reportUnsafeNames() {
    var known: Set<String> = []
    var kept: [File] = []
    for file in files {
      if known.insert(file.path).inserted {
        kept.append(file)
      } else {
        diagnostics.append(
          Diagnostic(
            rule: "import-path-clash", severity: .error, place: SourcePlace(file.path),
            message:
              "'\(file.origin)' would be written to '\(file.path)', and so would another file",
            help: "rename one of the two in the wiki"))
      }
    }
    files = kept
    diagnostics.sort()
  }

  private mutating func reportFaults(_ text: DecodedText, path: String, encoding: TextEncoding) {
    guard let first = text.faults.first else { return }
    diagnostics.append(
      Diagnostic(
        rule: "undecodable-bytes", severity: .warning, place: SourcePlace(path),
        message: "byte \(first.offset + 1), on line \(first.line), is no text in \(encoding.name)"
          + (text.faults.count > 1 ? "; so are \(text.faults.count - 1) other bytes" : ""),
        help: "U+FFFD was written in its place; state the encoding with --encoding"))
  }
}

extension CapturedDifference {
  /// What was taken as changed, run by run: a note where it is likely, a warning where it is not.
  func findings(in file: SourceFile) -> [Diagnostic] {
    let index = LineIndex(file)
    func shown(_ indices: Range<Int>) -> String {
      guard let first = indices.first, let last = indices.last else { return "none" }
      let (from, to) = (index.line(at: lines[first].lower), index.line(at: lines[last].lower))
      return from == to ? "line \(from)" : "lines \(from)–\(to)"
    }
    return runs.map { run in
      let isUnsure = run.confidence == .unsure
      return Diagnostic(
        rule: isUnsure ? "unsure-change" : "captured-change",
        severity: isUnsure ? .warning : .note,
        place: SourcePlace(file.path, lines[run.deleted.lowerBound]),
        message: isUnsure
          ? "\(shown(run.deleted)) may have been deleted and \(shown(run.added)) added; all are kept "
            + "in both revisions"
          : "\(shown(run.deleted)) taken as deleted, \(shown(run.added)) as added "
            + "(\(run.confidence.rawValue)): \(run.reason)",
        help: isUnsure ? "look at the page in the wiki, and correct the imported file" : nil)
    }
  }
}
