import HTMLScan

/// Reads a page as it arrives and keeps what was asked of it: places, title, words as a fingerprint.
///
/// Bytes go in unpacked, in any pieces. No more is held than one tag and the beginning in which a
/// page may say how it is written, so that thirty pages at once need no memory to speak of.
struct PageReader {
  private(set) var search: FragmentSearch
  private(set) var title = ""
  private(set) var heading = ""
  private(set) var fingerprint = PageFingerprint()
  /// Scripts that run, not the data that some pages keep in `script`.
  private(set) var scriptCount = 0
  /// Whether the bytes are a page at all, rather than a picture or a document of another kind.
  private(set) var isMarkup = true

  private let contentType: String?
  private let keepsWords: Bool
  private var tags = HTMLTags()
  private var decoder: PageDecoder?
  private var pending: [UInt8] = []
  private var textStart = 0
  private var openText: OpenText?

  /// Whose text comes next.
  private enum OpenText { case title, heading }

  /// How much a page may take to say in which encoding it is written.
  private static let beginning = 1_024
  /// A tag that is longer is no tag.
  private static let longestTag = 65_536

  init(contentType: String?, fragments: [String], keepsWords: Bool) {
    self.contentType = contentType
    self.keepsWords = keepsWords
    search = FragmentSearch(fragments)
  }

  /// Whether the title has come to its end.
  var hasTitle: Bool { !title.isEmpty && openText != .title }

  /// Whether reading on would find nothing more that was asked for.
  var hasEnough: Bool { (search.isComplete && !keepsWords) || !isMarkup }

  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
    guard decoder == nil else {
      append(Array(piece))
      scan(isLast: false)
      return
    }
    pending += piece
    if pending.count >= Self.beginning { begin() }
  }

  mutating func finish() {
    if decoder == nil { begin() }
    scan(isLast: true)
  }

  /// Decides what the page is and how it is written, then reads what there is of it.
  private mutating func begin() {
    isMarkup = Self.isMarkup(contentType, pending)
    let charset = PageCharset.name(contentType: contentType, beginning: pending)
    decoder = PageDecoder(charset)
    let bytes = pending
    pending = []
    append(bytes)
    scan(isLast: false)
  }

  private mutating func append(_ bytes: [UInt8]) {
    guard isMarkup else { return }
    pending += decoder?.decode(bytes) ?? []
  }

  private mutating func scan(isLast: Bool) {
    let bytes = pending
    while let tag = tags.next(in: bytes.span, isLast: isLast) {
      takeText(bytes[textStart..<tag.range.lowerBound])
      textStart = tag.range.upperBound
      search.take(tag, in: bytes.span)
      switch tag.name {
      case .script: if runs(tag, in: bytes) { scriptCount += 1 }
      case .title where title.isEmpty: openText = .title
      case Self.h1 where heading.isEmpty: openText = .heading
      default: break
      }
    }
    takeText(bytes[textStart..<max(textStart, tags.position)])
    let isTooLong = bytes.count - tags.position > Self.longestTag
    pending = isTooLong ? [] : Array(bytes[tags.position...])
    tags.rebase()
    textStart = 0
  }

  private mutating func takeText(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    let line = text.prefix { $0 != UInt8(ascii: "<") }
    switch openText {
    case .title: title += String(decoding: line, as: UTF8.self)
    case .heading: heading += String(decoding: line, as: UTF8.self)
    case nil: if keepsWords { fingerprint.take(text) }
    }
    if line.count < text.count || title.utf8.count + heading.utf8.count > 2_000 { openText = nil }
  }

  private func runs(_ tag: HTMLTag, in bytes: [UInt8]) -> Bool {
    guard let type = tag.value(of: Self.type, in: bytes.span) else { return true }
    let text = String(decoding: bytes[type], as: UTF8.self).lowercased()
    return text.isEmpty || text == "module" || text.contains("javascript")
  }

  private static func isMarkup(_ contentType: String?, _ beginning: [UInt8]) -> Bool {
    guard let contentType = contentType?.lowercased(), contentType.contains("/") else {
      let first = beginning.first { $0 > 0x20 && $0 < 0x80 }
      return first == nil || first == UInt8(ascii: "<")
    }
    return contentType.contains("html") || contentType.contains("xml")
  }

  private static let h1 = HTMLName("h1")
  private static let type = HTMLName("type")
}
