import SourceText

/// The `data` folder of a DokuWiki: its namespaces are folders, its files bear readable names.
///
/// ```
/// pages/ns/page.txt          what a page says
/// attic/ns/page.SECONDS.txt.gz   what it said, the newest revision too
/// meta/ns/page.changes       a line a change: seconds TAB address TAB kind TAB page TAB …
/// media/ns/file.png          pictures and other files
/// ```
/// Bytes that are no ASCII are written with `%` in names, unless the wiki is set up otherwise.
struct DokuWikiFolder {
  static let pages = "pages"
  static let attic = "attic"
  private static let media = "media"
  private static let meta = "meta"

  /// In byte order of their names.
  private(set) var listedPages: [StoredPage] = []
  private(set) var attachments: [StoredAttachment] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let folder: StoreFolder
  private let label: String
  private var filesByName: [String: String] = [:]
  /// Earlier texts by page: when each was written, and its file.
  private var texts: [String: [(seconds: Int, file: String)]] = [:]

  /// Whether folders of these names are those of such a wiki.
  static func isData(_ folders: Set<String>) -> Bool {
    folders.contains(pages) && (folders.contains(meta) || folders.contains(attic))
  }

  init(_ folder: StoreFolder, label: String) throws(StoreFault) {
    self.folder = folder
    self.label = label
    let pages = try folder.tree(Self.pages)
    let changes = Set(list(Self.meta).map(\.name))
    readTexts(list(Self.attic))
    for entry in usable(pages, in: Self.pages) { readPage(entry, changes) }
    listedPages.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for entry in list(Self.media) {
      attachments.append(
        StoredAttachment(
          page: "", name: name(entry.name), file: Self.media + "/" + entry.name, size: entry.size))
    }
    attachments.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  // MARK: - Pages

  private mutating func readPage(_ entry: StoreFolder.Entry, _ changes: Set<String>) {
    let last = entry.name.split(separator: "/").last ?? ""
    guard entry.name.hasSuffix(".txt"), !last.hasPrefix("_") else { return }
    let stem = String(entry.name.dropLast(".txt".count))
    let pageName = name(stem)
    if let earlier = filesByName.updateValue(entry.name, forKey: pageName) {
      diagnostics.append(
        Diagnostic(
          rule: "duplicate-store-page", severity: .error,
          place: SourcePlace("\(label)/\(Self.pages)/\(entry.name)"),
          message: "'\(entry.name)' is the page '\(pageName)', and so is '\(earlier)'",
          help: "remove one of the two files"))
      return
    }
    let record = Self.meta + "/" + stem + ".changes"
    let changed = changes.contains(stem + ".changes") ? lastChange(record) : nil
    let written = entry.modified > 0 ? WikiDate(seconds: entry.modified) : nil
    listedPages.append(
      StoredPage(
        name: pageName, file: Self.pages + "/" + entry.name, path: "\(label)/\(pageName).txt",
        modified: changed ?? written,
        dateSource: changed != nil ? .recentChanges : written != nil ? .fileTime : .none))
  }

  /// The moment of the last line that tells of one.
  private func lastChange(_ file: String) -> WikiDate? {
    guard let bytes = try? folder.read(file) else { return nil }
    var last: Int?
    for (line, _) in Lines(bytes) {
      let digits = bytes[line].prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty, digits.endIndex < line.upperBound, bytes[digits.endIndex] == 9 else {
        continue
      }
      last = Int(String(decoding: digits, as: UTF8.self)) ?? last
    }
    return last.map { WikiDate(seconds: $0) }
  }

  // MARK: - Earlier texts

  private mutating func readTexts(_ entries: [StoreFolder.Entry]) {
    for entry in entries {
      var stem = entry.name[...]
      let ending = [".txt.gz", ".txt"].first { stem.hasSuffix($0) }
      guard let ending else { continue }
      stem = stem.dropLast(ending.count)
      guard let dot = stem.lastIndex(of: "."), let seconds = Int(stem[stem.index(after: dot)...])
      else { continue }
      texts[name(String(stem[..<dot])), default: []].append(
        (seconds, Self.attic + "/" + entry.name))
    }
  }

  /// What a page said before, the oldest first. What it says now lies among the earlier texts too and
  /// is left out.
  func earlierTexts(of page: StoredPage, _ findings: inout [Diagnostic]) -> [BackupFile.Text] {
    let files = (texts[page.name] ?? []).sorted { ($0.seconds, $0.file) < ($1.seconds, $1.file) }
    guard !files.isEmpty else { return [] }
    let current = try? folder.read(page.file)
    var result: [BackupFile.Text] = []
    for (seconds, file) in files {
      do throws(StoreFault) {
        var bytes = try folder.read(file)
        if file.hasSuffix(".gz") {
          let content = Gunzip.content(of: bytes)
          if let fault = content.fault {
            findings.append(StoreFile.damaged(file, fault.rawValue, place: page.path))
          }
          bytes = content.bytes
          if bytes.isEmpty, content.fault != nil { continue }
        }
        result.append(BackupFile.Text(date: WikiDate(seconds: seconds), bytes: bytes))
      } catch {
        findings.append(StoreFile.unreadable(file, error, place: page.path))
      }
    }
    if let last = result.last, last.bytes == current { result.removeLast() }
    return result
  }

  // MARK: - Files

  /// The files below a folder beside that of the pages: where it cannot be read, the pages still can.
  private mutating func list(_ name: String) -> [StoreFolder.Entry] {
    do throws(StoreFault) {
      return usable(try folder.tree(name), in: name)
    } catch {
      diagnostics.append(StoreFile.unreadable(name, error, place: "\(label)/\(name)"))
      return []
    }
  }

  private mutating func usable(
    _ entries: [StoreFolder.Entry], in folder: String
  ) -> [StoreFolder.Entry] {
    for entry in entries where !entry.isFile {
      diagnostics.append(StoreFile.noFile(folder + "/" + entry.name, label: label))
    }
    return entries.filter(\.isFile)
  }

  /// A path as names of pages and files are written. What is no text there stays as it is.
  private func name(_ path: String) -> String {
    path.split(separator: "/").map { part in
      var bytes: [UInt8] = []
      var rest = Array(part.utf8)[...]
      while let first = rest.popFirst() {
        if first == UInt8(ascii: "%"), rest.count >= 2,
          let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
          byte >= 0x20, byte != UInt8(ascii: "/")
        {
          bytes.append(byte)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(first)
        }
      }
      let decoded = StoredName(bytes, encoding: .utf8)
      return decoded.flaw == nil ? decoded.text : String(part)
    }.joined(separator: "/")
  }
}
