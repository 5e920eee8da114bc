import SourceText

/// Reads the marks inside a stretch of MediaWiki text: a paragraph, an item, a cell.
///
/// ```
/// inline = "''" emphasis "''" | "'''" strong "'''" | "[[" link "]]" | "[" address " " label "]"
///        | "{{" template "}}" | "<!--" comment "-->" | "<" tag ">" | "&" entity ";" | "__" WORD "__"
///        | "~~~" | address | text
/// ```
/// Quotation marks hold to the end of their line; what is not closed there is remembered in
/// ``unclosedMarks``.
struct MediaWikiInlines: ~Escapable {
  let bytes: Span<UInt8>
  let pairs: MediaWikiPairs
  var unclosedMarks: [SourceRange] = []
  /// What `{{DISPLAYTITLE:…}}` says the page is called.
  var displayTitle: SourceRange?
  /// Tags that have no end from an offset on, up to another: they are not looked for again.
  var endless: [String: SourceRange] = [:]
  /// Brackets of addresses that have no end.
  var endlessAddresses: Set<Int> = []

  /// Deeper nesting than this stays text; no author needs it, and it bounds the stack.
  static let deepestNesting = 12

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, pairs: MediaWikiPairs) {
    self.bytes = bytes
    self.pairs = pairs
  }

  /// A style that is open, and what stands in it so far. The outermost frame has none.
  struct Frame {
    var style: Inline.Style = .plain
    var mark = SourceRange(0, 0)
    var content: [Inline] = []
  }

  /// What a stretch holds: a link's label holds no links.
  @_lifetime(self: copy self)
  mutating func read(
    _ range: SourceRange, depth: Int = 0, allowsLinks: Bool = true
  ) -> [Inline] {
    guard depth < Self.deepestNesting else { return range.isEmpty ? [] : [.text(range)] }
    var frames = [Frame()]
    var apostrophe = apostrophe(inLineAt: range.lower, of: range)
    var index = range.lower
    var textStart = index
    let end = range.upper
    func flush(_ upper: Int) {
      if upper > textStart {
        frames[frames.count - 1].content.append(.text(SourceRange(textStart, upper)))
      }
    }
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        flush(endOfText(from: textStart, to: index))
        closeAll(&frames, at: index)
        frames[0].content.append(.softBreak(SourceRange(index, index + 1)))
        index += 1
        textStart = index
        apostrophe = self.apostrophe(inLineAt: index, of: range)
      } else if byte == UInt8(ascii: "'") {
        let length = run(of: byte, at: index, in: bytes, end: end)
        guard length >= 2 else {
          index += 1
          continue
        }
        // Four are a sign and three; more than five are signs and five.
        let width = index == apostrophe ? 2 : length == 4 ? 3 : min(length, 5)
        flush(index + length - width)
        toggle(SourceRange(index + length - width, index + length), in: &frames)
        index += length
        textStart = index
      } else if let (inline, next) = construct(
        at: index, in: range, depth: depth, allowsLinks: allowsLinks)
      {
        flush(index)
        if let inline { frames[frames.count - 1].content.append(inline) }
        index = next
        textStart = next
      } else {
        index += 1
      }
    }
    flush(end)
    closeAll(&frames, at: end)
    return frames[0].content
  }

  /// Where the three signs stand of which one is an apostrophe: in a line that opens both emphasis and
  /// strong words without an end. The wiki takes those behind a word of one letter, else those behind a
  /// longer word, else the first ones.
  private func apostrophe(inLineAt start: Int, of range: SourceRange) -> Int? {
    var emphasis = 0
    var strong: [Int] = []
    var strongs = 0
    var index = start
    while index < range.upper, bytes[index] != UInt8(ascii: "\n") {
      guard bytes[index] == UInt8(ascii: "'") else {
        index = pairs.end(at: index).map { min(max($0, index + 1), range.upper) } ?? index + 1
        continue
      }
      let length = run(of: UInt8(ascii: "'"), at: index, in: bytes, end: range.upper)
      if length == 2 || length >= 5 { emphasis += 1 }
      if length >= 3 { strongs += 1 }
      if length == 3 || length == 4 { strong.append(index) }
      index += length
    }
    guard emphasis % 2 == 1, strongs % 2 == 1 else { return nil }
    func isEmpty(_ offset: Int) -> Bool { offset < range.lower || bytes[offset] <= 0x20 }
    return strong.first { !isEmpty($0 - 1) && isEmpty($0 - 2) } ?? strong.first { !isEmpty($0 - 1) }
      ?? strong.first
  }

  private func endOfText(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  // MARK: - Quotation marks

  @_lifetime(self: copy self)
  private mutating func toggle(_ mark: SourceRange, in frames: inout [Frame]) {
    switch mark.count {
    case 2: toggle(.emphasis, mark, in: &frames)
    case 3: toggle(.strong, mark, in: &frames)
    default:
      // Five close what is open, the innermost first, and open the other.
      if frames.count == 3 {
        close(&frames, at: mark.upper)
        close(&frames, at: mark.upper)
      } else if frames.count == 2 {
        let opened: Inline.Style = frames[1].style == .strong ? .emphasis : .strong
        close(&frames, at: mark.upper)
        frames.append(Frame(style: opened, mark: mark))
      } else {
        frames.append(Frame(style: .strong, mark: mark))
        frames.append(Frame(style: .emphasis, mark: SourceRange(mark.lower + 3, mark.upper)))
      }
    }
  }

  @_lifetime(self: copy self)
  private mutating func toggle(
    _ style: Inline.Style, _ mark: SourceRange, in frames: inout [Frame]
  ) {
    guard let open = frames.lastIndex(where: { $0.style == style && $0.mark.upper > 0 }) else {
      frames.append(Frame(style: style, mark: mark))
      return
    }
    // What was opened inside goes on behind.
    let inner = frames.count - 1 > open ? frames[frames.count - 1].style : nil
    if inner != nil { close(&frames, at: mark.lower) }
    close(&frames, at: mark.upper)
    if let inner { frames.append(Frame(style: inner, mark: mark)) }
  }

  private func close(_ frames: inout [Frame], at end: Int) {
    let frame = frames.removeLast()
    guard !frame.content.isEmpty else { return }
    let range = SourceRange(frame.mark.lower, end)
    frames[frames.count - 1].content.append(.styled(frame.style, frame.content, range))
  }

  @_lifetime(self: copy self)
  private mutating func closeAll(_ frames: inout [Frame], at end: Int) {
    while frames.count > 1 {
      let last = frames[frames.count - 1]
      if !last.content.isEmpty { unclosedMarks.append(last.mark) }
      close(&frames, at: end)
    }
  }

  // MARK: - What begins with a sign

  /// The construct at an offset, which may show nothing, and the offset behind it; nil for text.
  @_lifetime(self: copy self)
  private mutating func construct(
    at start: Int, in range: SourceRange, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    let end = range.upper
    switch bytes[start] {
    case UInt8(ascii: "["):
      if matches("[[", at: start, in: bytes, end: end) {
        guard let close = pairs.end(at: start), close <= end else {
          if pairs.end(at: start) == nil { unclosedMarks.append(SourceRange(start, start + 2)) }
          return nil
        }
        guard allowsLinks || isImage(at: start) else { return nil }
        return link(SourceRange(start, close), end: end, depth: depth, allowsLinks: allowsLinks)
      }
      return allowsLinks ? external(at: start, end: end, depth: depth) : nil
    case UInt8(ascii: "{"):
      guard let close = pairs.end(at: start), close <= end else { return nil }
      return template(SourceRange(start, close), depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "<"):
      return tag(at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "&"):
      return CharacterReference.read(at: start, in: bytes, end: end).map { ($0.0, $0.1) }
    case UInt8(ascii: "_"): return word(at: start, end: end)
    case UInt8(ascii: "~"): return signature(at: start, end: end)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"),
      UInt8(ascii: "m"):
      guard allowsLinks, start == range.lower || !isWord(bytes[start - 1]) else { return nil }
      return address(at: start, end: end)
    default: return nil
    }
  }

  /// `__NOTOC__` and the like: words to the wiki, not to its readers.
  private func word(at start: Int, end: Int) -> (Inline?, Int)? {
    guard matches("__", at: start, in: bytes, end: end),
      let close = find("__", from: start + 2, in: bytes, end: min(end, start + 60)),
      close > start + 2
    else { return nil }
    for index in (start + 2)..<close {
      let byte = bytes[index]
      guard byte >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else {
        return nil
      }
    }
    var plugin = Plugin(
      name: SourceRange(start + 2, close), arguments: nil, range: SourceRange(start, close + 2))
    plugin.isForWikiOnly = true
    return (.plugin(plugin), close + 2)
  }

  /// `~~~~`: who wrote this, and when.
  private func signature(at start: Int, end: Int) -> (Inline?, Int)? {
    // Of more signs in a row the last five sign.
    let length = run(of: UInt8(ascii: "~"), at: start, in: bytes, end: min(end, start + 6))
    guard (3...5).contains(length) else { return nil }
    let range = SourceRange(start, start + length)
    var plugin = Plugin(name: range, arguments: nil, range: range)
    plugin.isForWikiOnly = true
    return (.plugin(plugin), range.upper)
  }
}
