import SourceText

/// A wiki's folder on disk: which pages it has, which files hang on them, what they said before.
///
/// Knows how wikis name and encode files, and nothing of their syntax. Reads, never writes. What is
/// wrong with a file becomes a finding, and the rest is read all the same.
package struct WikiStore: Sendable {
  package let kind: StoreKind
  /// What names and pages are written in.
  package let encoding: TextEncoding
  /// In byte order of their names.
  package private(set) var pages: [StoredPage] = []
  /// By page, then by name.
  package private(set) var attachments: [StoredAttachment] = []
  package private(set) var diagnostics: [Diagnostic] = []

  private let folder: StoreFolder
  private let label: String
  private let pageFolder: String
  private var recent = RecentChanges()

  /// Larger attachments are kept, and reported.
  package static let largeAttachment = 50 * 1024 * 1024
  /// Pages that the wiki makes itself, or keeps for itself.
  private static let ownPages: Set<String> = ["RecentChanges", "RecentDeleted"]

  /// Lists a store.
  /// - Parameters:
  ///   - encoding: nil where names and pages are to say it themselves.
  ///   - label: how findings call the store.
  /// - Throws: where the folder itself cannot be read.
  package init(
    _ folder: StoreFolder, kind: StoreKind, encoding: TextEncoding? = nil, label: String
  ) throws(StoreFault) {
    self.folder = folder
    self.kind = kind
    self.label = label
    let folders = Set(try folder.folders())
    pageFolder = kind.pageFolders.first(where: folders.contains) ?? kind.pageFolders[0]
    let files = try folder.files(pageFolder)
    self.encoding = encoding ?? Self.encoding(of: files, in: folder, pageFolder)
    readRecentChanges()
    listPages(files)
    try listAttachments()
    diagnostics.sort()
  }

  // MARK: - Contents

  /// What a page says. Bytes that are no text are marked in it and listed.
  package func text(of page: StoredPage) throws(StoreFault) -> DecodedText {
    encoding.decode(try folder.read(page.file))
  }

  /// What a page said before, the oldest first, and what is wrong with the files that say so.
  package func revisions(of page: StoredPage) -> (revisions: [Revision], findings: [Diagnostic]) {
    let hex = page.file.split(separator: "/").last.flatMap {
      HexName.stem(of: String($0), ending: ".txt")
    }
    guard let hex else { return ([], []) }
    var findings: [Diagnostic] = []
    for ending in [".gz", ".txt"] {
      guard let bytes = existing("backup/\(hex)\(ending)") else { continue }
      var content = Gunzip.Content(bytes: bytes)
      if ending == ".gz" {
        content = Gunzip.content(of: bytes)
        if let fault = content.fault {
          findings.append(damagedBackup(of: page, file: "backup/\(hex)\(ending)", fault))
        }
      }
      let revisions = BackupFile.revisions(content.bytes, encoding: encoding)
      if !revisions.isEmpty { return (revisions, findings) }
    }
    for name in kind.changeFolders {
      guard let bytes = existing("\(name)/\(hex).txt"), !bytes.isEmpty,
        let older = ChangeFile.older(bytes, keptSign: kind.keptLineSign), !older.isEmpty
      else { continue }
      return ([Revision(date: nil, text: encoding.decode(older).bytes)], findings)
    }
    return ([], findings)
  }

  private func existing(_ path: String) -> [UInt8]? { try? folder.read(path) }

  // MARK: - Names

  private static func encoding(
    of files: [StoreFolder.Entry], in folder: StoreFolder, _ pageFolder: String
  ) -> TextEncoding {
    let names = files.compactMap {
      HexName.stem(of: $0.name, ending: ".txt").flatMap(HexName.bytes)
    }
    let pages = files.filter { $0.name.hasSuffix(".txt") }.prefix(60).compactMap {
      try? folder.read(pageFolder + "/" + $0.name)
    }
    return EncodingEvidence.encoding(of: names + pages) ?? .utf8
  }

  private mutating func listPages(_ files: [StoreFolder.Entry]) {
    var known: [String: String] = [:]
    for file in files where !file.name.hasPrefix(".") {
      guard checkKind(of: file, pageFolder) else { continue }
      guard let stem = HexName.stem(of: file.name, ending: ".txt") else {
        if !Self.isCompanion(file.name) { reportOddFile(pageFolder + "/" + file.name) }
        continue
      }
      guard let bytes = HexName.bytes(stem) else {
        reportOddFile(pageFolder + "/" + file.name)
        continue
      }
      let name = name(bytes, file: pageFolder + "/" + file.name)
      guard !Self.isOwn(name) else { continue }
      let page = page(name, file: file)
      if let earlier = known.updateValue(page.file, forKey: page.path) {
        report(
          "duplicate-store-page", .error, page.file,
          "'\(page.file)' is the page '\(name)', and so is '\(earlier)'",
          help: "remove one of the two files")
      } else {
        pages.append(page)
      }
    }
    pages.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    reportNamesThatDifferInCase()
  }

  private static func isOwn(_ name: String) -> Bool {
    name.hasPrefix(":") || ownPages.contains(name)
  }

  /// Files that web servers want in a folder.
  private static func isCompanion(_ name: String) -> Bool {
    name == "index.html" || name == "dir.txt" || name.hasPrefix("_")
  }

  /// A name as text, fit to be shown: what is no text in it is marked, control characters too.
  private mutating func name(_ bytes: [UInt8], file: String) -> String {
    let decoded = encoding.decode(bytes)
    var name = String(decoding: decoded.bytes, as: UTF8.self)
    let isControlled = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if !decoded.faults.isEmpty || isControlled {
      report(
        "undecodable-store-name", .warning, file,
        isControlled
          ? "the name of '\(file)' holds control characters"
          : "the name of '\(file)' is not written in \(encoding.name)",
        help: "the page is kept under the name that can be read")
    }
    if isControlled {
      name = String(
        String.UnicodeScalarView(
          name.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }
    // YukiWiki keeps names with their brackets.
    if name.hasPrefix("[["), name.hasSuffix("]]"), name.count > 4 {
      name = String(name.dropFirst(2).dropLast(2))
    }
    return name
  }

  private func page(_ name: String, file: StoreFolder.Entry) -> StoredPage {
    let path = pageFolder + "/" + file.name
    let author = (try? folder.read(path)).flatMap(Self.authorDate)
    let (date, source): (WikiDate?, StoredPage.DateSource) =
      if let author {
        (author, .author)
      } else if let recent = recent[name] {
        (recent, .recentChanges)
      } else if file.modified > 0 {
        (WikiDate(seconds: file.modified), .fileTime)
      } else {
        (nil, .none)
      }
    return StoredPage(
      name: name, file: path, path: "\(label)/\(name).txt", modified: date, dateSource: source)
  }

  /// `#author("2017-05-01T12:00:00+09:00","user","name")` among the first lines.
  private static func authorDate(_ bytes: [UInt8]) -> WikiDate? {
    let mark = Array("#author(\"".utf8)
    for (line, _) in Lines(bytes).prefix(5) where bytes[line].starts(with: mark) {
      return WikiDate(in: String(decoding: bytes[line].prefix(64), as: UTF8.self))
    }
    return nil
  }

  private mutating func readRecentChanges() {
    let page = "\(pageFolder)/\(HexName.text(Array("RecentChanges".utf8))).txt"
    if let bytes = existing(page) {
      recent.read(page: String(decoding: encoding.decode(bytes).bytes, as: UTF8.self))
    }
    if let bytes = existing("cache/recent.dat") {
      recent.read(cache: String(decoding: encoding.decode(bytes).bytes, as: UTF8.self))
    }
  }

  // MARK: - Attachments

  private mutating func listAttachments() throws(StoreFault) {
    let names = Set(pages.map(\.name))
    for file in try folder.files("attach") where !file.name.hasPrefix(".") {
      let path = "attach/" + file.name
      guard checkKind(of: file, "attach") else { continue }
      // Logs, and generations that were replaced.
      guard !file.name.contains("."), !Self.isCompanion(file.name) else { continue }
      let parts = file.name.split(separator: "_", omittingEmptySubsequences: false)
      guard parts.count == 2, let page = HexName.bytes(parts[0]), let name = HexName.bytes(parts[1])
      else {
        reportOddFile(path)
        continue
      }
      let attachment = StoredAttachment(
        page: self.name(page, file: path), name: self.name(name, file: path), file: path,
        size: file.size)
      if Self.isOwn(attachment.page) { continue }
      if !names.contains(attachment.page) {
        report(
          "attachment-without-page", .warning, path,
          "'\(attachment.name)' is attached to the page '\(attachment.page)', which does not exist")
      }
      if file.size > Self.largeAttachment {
        report(
          "large-attachment", .warning, path,
          "'\(attachment.name)' on the page '\(attachment.page)' has \(file.size / 1_048_576) MB",
          help: "readers on a phone wait long for it; attach a smaller file")
      }
      attachments.append(attachment)
    }
    attachments.sort {
      ($0.page, $0.name, $0.file) < ($1.page, $1.name, $1.file)
    }
  }

  // MARK: - Findings

  private mutating func checkKind(of file: StoreFolder.Entry, _ folder: String) -> Bool {
    guard !file.isFile else { return true }
    let path = folder + "/" + file.name
    report(
      "store-entry-not-a-file", .warning, path,
      "'\(path)' is a link or a device, or its name cannot be read; it is left out",
      help: "put the file itself in its place")
    return false
  }

  private mutating func reportOddFile(_ path: String) {
    report(
      "store-name-not-hexadecimal", .warning, path,
      "the name of '\(path)' is not made of hexadecimal digits, as the wiki makes them",
      help: "the file is left out")
  }

  private mutating func reportNamesThatDifferInCase() {
    var known: [String: StoredPage] = [:]
    for page in pages {
      let folded = page.name.lowercased()
      guard let earlier = known[folded] else {
        known[folded] = page
        continue
      }
      diagnostics.append(
        Diagnostic(
          rule: "page-names-differ-in-case", severity: .warning, place: SourcePlace(page.path),
          message:
            "the pages '\(earlier.name)' and '\(page.name)' differ in nothing but their case "
            + "or in how their letters are composed",
          notes: [Diagnostic.Note("the other page is here", at: SourcePlace(earlier.path))],
          help: "rename one of the two pages"))
    }
  }

  private func damagedBackup(
    of page: StoredPage, file: String, _ fault: Gunzip.Fault
  ) -> Diagnostic {
    Diagnostic(
      rule: "damaged-backup", severity: .warning, place: SourcePlace(page.path),
      message: "'\(file)' \(fault.rawValue); earlier revisions of the page may be missing")
  }

  private mutating func report(
    _ rule: String, _ severity: Severity, _ file: String, _ message: String, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity, place: SourcePlace(label + "/" + file), message: message,
        help: help))
  }
}
