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
  private var clock = ServerClock.exact
  /// Where earlier texts and records of pages may lie: the files that are there.
  private var companions: Set<String> = []
  /// Where folders, and not digits in names, say what belongs to which page.
  private var dokuWiki: DokuWikiFolder?

  /// Lists a store.
  /// - Parameters:
  ///   - encoding: nil where names and pages are to say it themselves.
  ///   - label: how findings call the store.
  /// - Throws: where the folder itself, or that of its pages, cannot be read.
  package init(
    _ folder: StoreFolder, kind: StoreKind, encoding: TextEncoding? = nil, label: String
  ) throws(StoreFault) {
    self.folder = folder
    self.kind = kind
    self.label = label
    guard kind != .dokuwiki else {
      let data = try DokuWikiFolder(folder, label: label)
      pageFolder = DokuWikiFolder.pages
      self.encoding = encoding ?? .utf8
      pages = data.listedPages
      attachments = data.attachments
      diagnostics = data.diagnostics.sorted()
      dokuWiki = data
      return
    }
    let folders = Set(try folder.folders())
    pageFolder = kind.pageFolders.first(where: folders.contains) ?? kind.pageFolders[0]
    let entries = try folder.files(pageFolder)
    let files = entries.filter(\.isFile)
    self.encoding = encoding ?? Self.encoding(of: files, in: folder, pageFolder)
    reportOtherEntries(entries, in: pageFolder)
    for name in kind.companionFolders {
      companions.formUnion(list(name).map { "\(name)/\($0.name)" })
    }
    readPages(files)
    let listing = AttachmentListing(
      list(AttachmentListing.folder), pages: Set(pages.map(\.name)), label: label,
      encoding: self.encoding)
    attachments = listing.items
    diagnostics += listing.diagnostics
    diagnostics.sort()
  }

  /// The encoding that names and the first pages speak for.
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

  // MARK: - Contents

  /// What a page says. Bytes that are no text are marked in it and listed.
  package func text(of page: StoredPage) throws(StoreFault) -> DecodedText {
    encoding.decode(try folder.read(page.file))
  }

  /// What a page said before, the oldest first, and what is wrong with the files that say so.
  package func revisions(of page: StoredPage) -> (revisions: [Revision], findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    if let dokuWiki {
      let texts = dokuWiki.earlierTexts(of: page, &findings)
      return (
        revisions(texts, of: DokuWikiFolder.attic, place: page.path, &findings), findings
      )
    }
    if let (backup, file) = backup(ofFile: page.file, path: page.path, &findings) {
      let revisions = revisions(backup.texts, of: file, place: page.path, &findings)
      return (revisions, findings)
    }
    for file in files(of: page.file, in: kind.changeFolders, endings: [".txt"]) {
      guard let bytes = read(file, place: page.path, &findings),
        let older = ChangeFile.older(bytes, keptSign: kind.keptLineSign), !older.isEmpty
      else { continue }
      let text = BackupFile.Text(date: AuthorLine(page: older)?.date, bytes: older)
      return (revisions([text], of: file, place: page.path, &findings), findings)
    }
    return ([], findings)
  }

  /// The backup of a page that holds something, and its file.
  private func backup(
    ofFile page: String, path: String, _ findings: inout [Diagnostic]
  ) -> (BackupFile, file: String)? {
    for file in files(of: page, in: ["backup"], endings: [".gz", ".txt.gz", ".txt"]) {
      guard var bytes = read(file, place: path, &findings) else { continue }
      if file.hasSuffix(".gz") {
        let content = Gunzip.content(of: bytes)
        if let fault = content.fault {
          findings.append(StoreFile.damaged(file, fault.rawValue, place: path))
        }
        bytes = content.bytes
      }
      let backup = BackupFile(bytes, kind: kind, clock: clock)
      if !backup.texts.isEmpty { return (backup, file) }
    }
    return nil
  }

  /// Texts as UTF-8, without those that no page can be, and what was wrong in them.
  private func revisions(
    _ texts: [BackupFile.Text], of file: String, place: String, _ findings: inout [Diagnostic]
  ) -> [Revision] {
    let readable = texts.filter { $0.bytes.count <= SourceFile.maximumSize }
    if readable.count < texts.count {
      findings.append(StoreFile.damaged(file, "holds a text of more than 10 MB", place: place))
    }
    let decoded = readable.map { (date: $0.date, text: encoding.decode($0.bytes)) }
    let faults = decoded.reduce(0) { $0 + $1.text.faults.count }
    if faults > 0 {
      findings.append(StoreFile.undecodable(file, faults, encoding: encoding, place: place))
    }
    return decoded.map { Revision(date: $0.date, text: $0.text.bytes) }
  }

  // MARK: - Files

  /// The files that are there of those named like a page, in some folders.
  private func files(of page: String, in folders: [String], endings: [String]) -> [String] {
    guard let stem = page.split(separator: "/").last?.dropLast(".txt".count) else { return [] }
    return folders.flatMap { folder in endings.map { "\(folder)/\(stem)\($0)" } }
      .filter(companions.contains)
  }

  private func read(_ file: String, place: String, _ findings: inout [Diagnostic]) -> [UInt8]? {
    do throws(StoreFault) {
      return try folder.read(file)
    } catch {
      findings.append(StoreFile.unreadable(file, error, place: place))
      return nil
    }
  }

  /// The files of a folder beside that of the pages: where it cannot be read, the pages still can.
  private mutating func list(_ name: String) -> [StoreFolder.Entry] {
    do throws(StoreFault) {
      let entries = try folder.files(name)
      reportOtherEntries(entries, in: name)
      return entries.filter(\.isFile)
    } catch {
      diagnostics.append(StoreFile.unreadable(name, error, place: "\(label)/\(name)"))
      return []
    }
  }

  private mutating func reportOtherEntries(_ entries: [StoreFolder.Entry], in folder: String) {
    for entry in entries where !entry.isFile && !entry.name.hasPrefix(".") {
      diagnostics.append(StoreFile.noFile(folder + "/" + entry.name, label: label))
    }
  }

  // MARK: - Pages

  private mutating func readPages(_ files: [StoreFolder.Entry]) {
    let listing = PageListing(files, in: pageFolder, label: label, encoding: encoding)
    diagnostics += listing.diagnostics
    let recent = recentChanges(files)
    var authors: [String: AuthorLine] = [:]
    var records: [String: PageRecord] = [:]
    for item in listing.items {
      // A page that cannot be read is reported where its text is wanted.
      authors[item.file] = (try? folder.read(item.file)).flatMap(AuthorLine.init(page:))
      for file in self.files(of: item.file, in: kind.recordFolders, endings: [".txt"]) {
        records[item.file] = (try? folder.read(file)).map(PageRecord.init)
      }
    }
    clock =
      kind == .pukiwiki
      ? .ofPukiWiki(
        recent: recent, zones: authors.values.compactMap(\.zone),
        fileTimes: Dictionary(listing.items.map { ($0.name, $0.written) }) { first, _ in first })
      : .exact
    let dates = PageDates(
      listing.items, recent: recent, authors: authors, records: records, clock: clock)
    pages = listing.items.map { page($0, dates) }
  }

  private func page(_ item: PageListing.Item, _ dates: PageDates) -> StoredPage {
    let (date, source) = dates.date(of: item) {
      // What is wrong with it is said where its revisions are wanted.
      var findings: [Diagnostic] = []
      let backup = backup(ofFile: item.file, path: item.path, &findings)?.0
      return backup.flatMap { $0.replaced ?? $0.texts.compactMap(\.date).max() }
    }
    return StoredPage(
      name: item.name, file: item.file, path: item.path, modified: date, dateSource: source)
  }

  /// The lists of changes that are there.
  private mutating func recentChanges(_ files: [StoreFolder.Entry]) -> RecentChanges {
    var recent = RecentChanges()
    let page = HexName.text(Array("RecentChanges".utf8)) + ".txt"
    if files.contains(where: { $0.name == page }), let text = text(ofList: pageFolder + "/" + page)
    {
      recent.read(page: text)
    }
    if companions.contains("cache/recent.dat"), let text = text(ofList: "cache/recent.dat") {
      recent.read(cache: text)
    }
    return recent
  }

  private mutating func text(ofList file: String) -> String? {
    guard let bytes = read(file, place: "\(label)/\(file)", &diagnostics) else { return nil }
    return String(decoding: encoding.decode(bytes).bytes, as: UTF8.self)
  }
}
