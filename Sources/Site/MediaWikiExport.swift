import ImageFiles
import SourceText
import WikiStore

/// The XML that a MediaWiki writes of its pages: which pages there are, and where in the file each of
/// their revisions stands.
///
/// The file is read a window at a time, and texts are left where they are until they are wanted, so
/// that an export of any size costs little memory. A document type is refused, and with it all that it
/// could declare: exports have none.
struct MediaWikiExport {
  struct Page {
    let title: String
    /// The oldest first.
    let revisions: [Revision]
  }

  struct Revision {
    let date: WikiDate?
    let text: Excerpt
  }

  /// Stretches of the file that together are one text, written as XML writes it.
  struct Excerpt: Sendable {
    let file: String
    var ranges: [Range<Int>] = []

    /// The text as UTF-8. The wiki takes away the last line end, which files have.
    func bytes() throws(FileSystemError) -> [UInt8] {
      let ranges = ranges
      let text = try FileSystem.readParts(file) { _, read in
        ranges.flatMap { XMLCharacters.decoded(read($0.lowerBound, $0.count)) }
      }
      return text.last == UInt8(ascii: "\n") ? text : text + [UInt8(ascii: "\n")]
    }
  }

  private(set) var pages: [Page] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: String
  private let name: String
  private var reader: XMLReader
  /// The elements that are open.
  private var path: [UInt64] = []
  private var page = OpenPage()
  private var revision = OpenRevision()
  private var text = Excerpt(file: "")
  /// Names of namespaces by their numbers, and how many of each were left out.
  private var namespaces: [Int: String] = [:]
  private var leftOut: [Int: Int] = [:]

  private struct OpenPage {
    var title = ""
    var namespace = 0
    var revisions: [Revision] = []
    var withoutText = 0
  }

  private struct OpenRevision {
    var date: WikiDate?
    var text: Excerpt?
  }

  private enum Name {
    static let root = XMLName.hash("mediawiki")
    static let namespace = XMLName.hash("namespace")
    static let key = XMLName.hash("key")
    static let page = XMLName.hash("page")
    static let title = XMLName.hash("title")
    static let number = XMLName.hash("ns")
    static let revision = XMLName.hash("revision")
    static let timestamp = XMLName.hash("timestamp")
    static let text = XMLName.hash("text")
    static let deleted = XMLName.hash("deleted")
  }

  /// Elements in elements deeper than this are in no export.
  private static let deepest = 32

  /// Whether a file begins like an export.
  static func mayBe(_ path: String) throws(FileSystemError) -> Bool {
    try FileSystem.readParts(path) { count, read in
      let beginning = String(decoding: read(0, min(count, 2048)), as: UTF8.self)
      return beginning.contains("<mediawiki")
        && beginning.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<")
    }
  }

  private init(_ file: String, name: String, _ source: ByteSource) {
    self.file = file
    self.name = name
    reader = XMLReader(source, from: 0)
  }

  /// - Parameter name: how findings call the file.
  static func read(_ file: String, name: String) throws(FileSystemError) -> MediaWikiExport {
    try FileSystem.readParts(file) { count, read in
      var export = MediaWikiExport(file, name: name, ByteSource(count: count, read: read))
      if let encoding = foreignEncoding(read(0, min(count, 256))) {
        export.fail(
          "the file says that it is written in '\(encoding)', and exports are written in UTF-8",
          at: 0)
      } else {
        export.readAll()
      }
      export.reportLeftOut()
      return export
    }
  }

  /// The encoding that the first line states; nil where it is the one that exports have.
  private static func foreignEncoding(_ beginning: [UInt8]) -> String? {
    let line = String(decoding: beginning, as: UTF8.self).prefix { $0 != ">" }
    guard line.contains("<?xml"), let word = line.firstRange(of: "encoding") else { return nil }
    let value = line[word.upperBound...].split { "\"'= \t\r\n".contains($0) }.first ?? ""
    let isCommon = ["utf-8", "utf8", "us-ascii", "ascii"].contains(value.lowercased())
    return isCommon || value.isEmpty ? nil : String(value)
  }

  private mutating func readAll() {
    while true {
      switch reader.next() {
      case .startTag(let tag, let isClosed):
        guard path.count < Self.deepest else {
          return fail("elements stand deeper in each other than in any export", at: reader.position)
        }
        begin(tag)
        if isClosed { end() }
      case .endTag(let tag):
        guard path.last == tag.local else {
          return fail("a tag closes what is not open", at: reader.position)
        }
        end()
      case .text(let range): if !range.isEmpty { text.ranges.append(range) }
      case .instruction: break
      case .documentType(let offset):
        return fail("the file declares a document type, as no export does", at: offset)
      case .end:
        if let fault = reader.fault {
          fail("the file is no sound XML: \(Self.words(fault))", at: reader.position)
        } else if !path.isEmpty {
          fail("the file ends too early", at: reader.position)
        }
        return
      }
    }
  }

  // MARK: - Elements

  private mutating func begin(_ tag: XMLName) {
    path.append(tag.local)
    text = Excerpt(file: file)
    switch tag.local {
    case Name.page where path.count == 2: page = OpenPage()
    case Name.revision where path.count == 3: revision = OpenRevision()
    case Name.text where isIn(Name.revision):
      if reader.attributes.contains(where: { $0.name.local == Name.deleted }) {
        page.withoutText += 1
      }
    case Name.namespace:
      namespaceKey = reader.attributes.first { $0.name.local == Name.key }
        .flatMap { Int(string([$0.value])) }
    default: break
    }
  }

  private var namespaceKey: Int?

  private mutating func end() {
    let tag = path.last
    switch tag {
    case Name.namespace:
      if let namespaceKey { namespaces[namespaceKey] = string(text.ranges) }
    case Name.title where isIn(Name.page): page.title = string(text.ranges)
    case Name.number where isIn(Name.page): page.namespace = Int(string(text.ranges)) ?? 0
    case Name.timestamp where isIn(Name.revision):
      revision.date = Self.date(string(text.ranges))
    case Name.text where isIn(Name.revision): revision.text = text
    case Name.revision where path.count == 3: endRevision()
    case Name.page where path.count == 2: endPage()
    default: break
    }
    if !path.isEmpty { path.removeLast() }
    text = Excerpt(file: file)
  }

  /// Whether the element that is open lies directly in one of a name.
  private func isIn(_ name: UInt64) -> Bool { path.count >= 2 && path[path.count - 2] == name }

  private mutating func endRevision() {
    guard let text = revision.text, !text.ranges.isEmpty else { return }
    let size = text.ranges.reduce(0) { $0 + $1.count }
    guard size <= SourceFile.maximumSize else {
      diagnostics.append(
        Diagnostic(
          rule: "page-too-large", severity: .error, place: SourcePlace(name),
          message: "a revision of '\(page.title)' has \(size) bytes; it is left out"))
      return
    }
    page.revisions.append(Revision(date: revision.date, text: text))
  }

  private mutating func endPage() {
    guard Self.isRead(namespace: page.namespace) else {
      leftOut[page.namespace, default: 0] += 1
      return
    }
    guard !page.title.isEmpty, !page.revisions.isEmpty else {
      diagnostics.append(
        Diagnostic(
          rule: "page-without-text", severity: .warning, place: SourcePlace(name),
          message: "the page '\(page.title)' has no text in the export; it is left out"))
      return
    }
    if page.title.contains("\u{FFFD}") {
      diagnostics.append(
        Diagnostic(
          rule: "undecodable-bytes", severity: .warning, place: SourcePlace(name),
          message: "the title '\(page.title)' holds bytes that are no UTF-8",
          help: "U+FFFD was written in their place"))
    }
    // Revisions stand in any order; of one moment the later in the file is the newer.
    let order = page.revisions.indices.sorted { left, right in
      let (first, second) = (
        page.revisions[left].date?.seconds ?? 0, page.revisions[right].date?.seconds ?? 0
      )
      return first != second ? first < second : left < right
    }
    pages.append(Page(title: page.title, revisions: order.map { page.revisions[$0] }))
  }

  /// Talk, users, files, templates and what runs the wiki are no pages for readers.
  private static func isRead(namespace: Int) -> Bool {
    namespace >= 0 && namespace.isMultiple(of: 2) && ![2, 6, 8, 10, 710, 828].contains(namespace)
  }

  // MARK: - Text

  private mutating func string(_ ranges: [Range<Int>]) -> String {
    let bytes = ranges.flatMap { range in
      XMLCharacters.decoded(
        reader.source.bytes(at: range.lowerBound, atMost: min(range.count, 4096)))
    }
    var text = String(decoding: bytes, as: UTF8.self)[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }

  /// `2024-01-02T03:04:05Z`
  private static func date(_ text: String) -> WikiDate? {
    let numbers = text.split { !("0"..."9").contains($0) }.map { Int($0) ?? -1 }
    guard numbers.count == 6 else { return nil }
    return WikiDate(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
      second: numbers[5], zone: 0)
  }

  // MARK: - Findings

  private mutating func fail(_ message: String, at offset: Int) {
    diagnostics.append(
      Diagnostic(
        rule: "damaged-export", severity: .error, place: SourcePlace(name),
        message: "\(message) (byte \(offset + 1)); pages from there on are missing",
        help: "export the pages again"))
  }

  private static func words(_ fault: ImageFault) -> String {
    switch fault {
    case .damaged(_, let what): what
    case .cutOff(let part, _, _, _): "\(part) has no end"
    default: "it cannot be read"
    }
  }

  private mutating func reportLeftOut() {
    for (number, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      let space = namespaces[number].map { "'\($0)'" } ?? "\(number)"
      diagnostics.append(
        Diagnostic(
          rule: "namespace-left-out", severity: .note, place: SourcePlace(name),
          message: "\(count) \(count == 1 ? "page" : "pages") of the namespace \(space) "
            + "\(count == 1 ? "is" : "are") left out"))
    }
  }
}
