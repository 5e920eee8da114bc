import SourceText

/// Reads the marks inside one line of PukiWiki text.
///
/// ```
/// inline  = "'''''" both "'''''" | "'''" emphasis "'''" | "''" strong "''"
///         | "%%%" inserted "%%%" | "%%" strike "%%" | "((" footnote "))"
///         | "[[" link "]]" | "[" url " " label "]" | "&" entity ";"
///         | "&" name ["(" arguments ")"] ["{" body "}"] ";"
///         | ("COLOR" | "SIZE") "(" value ")" ("{" text "}" | ":" text)
///         | url | mail address | name of a page | text
/// ```
/// A mark that is not closed on its line is text, and is remembered in ``unclosedMarks``.
struct PukiWikiInlines: ~Escapable {
  let bytes: Span<UInt8>
  let settings: WikiSettings
  let variant: PukiWikiVariant
  var unclosedMarks: [SourceRange] = []
  /// The ends of stretches in which a link, a footnote or a plugin was begun and not ended: the next
  /// beginnings in them are not looked into, or a long line of them would take for ever.
  var linkEndsNowhere: Set<Int> = []
  private var footnoteEndsNowhere: Set<Int> = []
  var pluginEndsNowhere: Set<Int> = []
  /// The same for braces and brackets around words that have a colour, a size or an address.
  var braceEndsNowhere: Set<Int> = []
  var labelEndsNowhere: Set<Int> = []
  /// The `]]` that was found last, from where and in which stretch it was looked for.
  var linkEnd = (from: 0, found: -1, end: -1)
  /// A stretch in which nothing parts a label from a target.
  var noSeparator = SourceRange(0, 0)

  /// Which bytes a construct may begin with: most of a page is walked over by this alone.
  private let begins: ByteKinds

  /// Deeper nesting than this stays text; no author needs it, and it bounds the stack.
  static let deepestNesting = 16

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, settings: WikiSettings, variant: PukiWikiVariant) {
    self.bytes = bytes
    self.settings = settings
    self.variant = variant
    // A name that is linked wherever it stands may begin with any byte.
    begins = settings.autoLinks == nil ? Self.ofMarks : ByteKinds.all
  }

  private static let ofMarks = ByteKinds("'%^_([&hfm@{ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// The first offset at which a construct may begin.
  private func nextBeginning(from start: Int, end: Int) -> Int {
    var index = start
    while index < end, !begins.contains(bytes[unchecked: index]) { index += 1 }
    return index
  }

  /// What a line or a part of it may hold: a link's label holds no links.
  @_lifetime(self: copy self)
  mutating func read(
    _ range: SourceRange, into result: inout [Inline], depth: Int = 0, allowsLinks: Bool = true
  ) {
    guard depth < Self.deepestNesting else {
      if !range.isEmpty { result.append(.text(range)) }
      return
    }
    var cursor = ByteCursor(bytes, in: range)
    var textStart = cursor.offset
    while true {
      cursor.move(to: nextBeginning(from: cursor.offset, end: cursor.end))
      guard !cursor.isAtEnd else { break }
      let start = cursor.offset
      let from = max(textStart, range.lower)
      guard
        let (inline, end) = construct(
          at: cursor, textStart: from, depth: depth, allowsLinks: allowsLinks)
      else {
        cursor.advance(skip(at: cursor))
        continue
      }
      let constructStart = min(start, inline.range.lower)
      if constructStart > textStart { result.append(.text(SourceRange(textStart, constructStart))) }
      result.append(inline)
      cursor.move(to: end)
      textStart = end
    }
    if textStart < range.upper { result.append(.text(SourceRange(textStart, range.upper))) }
  }

  /// How far to go when nothing begins here: over a whole run of the same mark, over a name in braces,
  /// else one byte.
  func skip(at cursor: borrowing ByteCursor) -> Int {
    switch cursor.peek() {
    case UInt8(ascii: "'"): max(1, cursor.run(of: UInt8(ascii: "'")))
    case UInt8(ascii: "%"): max(1, cursor.run(of: UInt8(ascii: "%")))
    case UInt8(ascii: "{"): max(1, placeholderLength(at: cursor.offset, end: cursor.end))
    default: 1
    }
  }

  /// The construct that begins at the cursor and the offset behind it, or nil.
  @_lifetime(self: copy self)
  mutating func construct(
    at cursor: borrowing ByteCursor, textStart: Int, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    switch cursor.peek() {
    case UInt8(ascii: "'"): return quoted(at: cursor, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "%") where variant.hasStrikes:
      return struck(at: cursor, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "^") where variant.hasRaisedText,
      UInt8(ascii: "_") where variant.hasRaisedText:
      return raised(at: cursor, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "("):
      guard variant.hasFootnotes, cursor.peek(1) == UInt8(ascii: "(") else { return nil }
      return footnote(at: cursor, depth: depth)
    case UInt8(ascii: "["):
      guard allowsLinks else { return nil }
      return cursor.peek(1) == UInt8(ascii: "[")
        ? bracketLink(at: cursor, depth: depth) : addressWithLabel(at: cursor, depth: depth)
    case UInt8(ascii: "&"): return ampersand(at: cursor, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "h"), UInt8(ascii: "f"), UInt8(ascii: "m"):
      return address(at: cursor, allowsLinks: allowsLinks)
        ?? nameOfPage(at: cursor, allowsLinks: allowsLinks)
    case UInt8(ascii: "@"):
      guard allowsLinks, variant.linksMail else { return nil }
      return mail(at: cursor, textStart: textStart)
    case UInt8(ascii: "C") where variant.hasStyleWords,
      UInt8(ascii: "S") where variant.hasStyleWords:
      return styleRule(at: cursor, depth: depth, allowsLinks: allowsLinks)
        ?? nameOfPage(at: cursor, allowsLinks: allowsLinks)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return nameOfPage(at: cursor, allowsLinks: allowsLinks)
    default:
      guard settings.autoLinks != nil else { return nil }
      return nameOfPage(at: cursor, allowsLinks: allowsLinks)
    }
  }

  @_lifetime(self: copy self)
  mutating func quoted(
    at cursor: borrowing ByteCursor, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let start = cursor.offset
    let length = quotes(at: start, end: cursor.end)
    guard length >= 2 else { return nil }
    let width = length >= 5 ? 5 : (length == 3 ? 3 : 2)
    guard let close = closingQuotes(from: start + width, end: cursor.end, width: width) else {
      unclosedMarks.append(SourceRange(start, start + cursor.run(of: UInt8(ascii: "'"))))
      return nil
    }
    var content: [Inline] = []
    let inner = SourceRange(start + width, close)
    read(inner, into: &content, depth: depth + 1, allowsLinks: allowsLinks)
    let whole = SourceRange(start, close + width)
    if width == 5 { content = [.styled(.emphasis, content, inner)] }
    return (.styled(width == 3 ? .emphasis : .strong, content, whole), close + width)
  }

  /// How many quotes stand in a row, as far as it matters: a run of thousands is many short ones.
  private func quotes(at index: Int, end: Int) -> Int {
    run(of: UInt8(ascii: "'"), at: index, in: bytes, end: min(end, index + 5))
  }

  /// Where the closing run begins. Inside `''strong''` a pair of `'''` is emphasis, not an end.
  func closingQuotes(from start: Int, end: Int, width: Int) -> Int? {
    let mark = UInt8(ascii: "'")
    var index = start
    var opensEmphasis: Int?
    while index < end {
      guard bytes[index] == mark else {
        index += 1
        continue
      }
      let length = quotes(at: index, end: end)
      if width == 2, length == 3, opensEmphasis == nil {
        opensEmphasis = index
      } else if width == 2, length == 3 {
        opensEmphasis = nil
      } else if length >= width {
        return index
      }
      index += length
    }
    return width == 2 ? opensEmphasis : nil
  }

  @_lifetime(self: copy self)
  mutating func struck(
    at cursor: borrowing ByteCursor, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let mark = UInt8(ascii: "%")
    let length = cursor.run(of: mark)
    guard length == 2 || length == 3 else { return nil }
    let start = cursor.offset
    var index = start + length
    while index < cursor.end {
      if bytes[index] == mark {
        let found = run(of: mark, at: index, in: bytes, end: cursor.end)
        if found >= length, index > start + length {
          var content: [Inline] = []
          read(
            SourceRange(start + length, index), into: &content, depth: depth + 1,
            allowsLinks: allowsLinks)
          let whole = SourceRange(start, index + length)
          return (.styled(length == 3 ? .inserted : .strike, content, whole), index + length)
        }
        index += found
      } else {
        index += 1
      }
    }
    unclosedMarks.append(SourceRange(start, start + length))
    return nil
  }

  @_lifetime(self: copy self)
  mutating func footnote(
    at cursor: borrowing ByteCursor, depth: Int
  ) -> (Inline, Int)? {
    let start = cursor.offset
    guard !footnoteEndsNowhere.contains(cursor.end) else { return nil }
    var level = 0
    var index = start
    while index + 1 < cursor.end {
      if bytes[index] == UInt8(ascii: "("), bytes[index + 1] == UInt8(ascii: "(") {
        level += 1
        index += 2
      } else if bytes[index] == UInt8(ascii: ")"), bytes[index + 1] == UInt8(ascii: ")") {
        level -= 1
        index += 2
        if level == 0 {
          var content: [Inline] = []
          read(SourceRange(start + 2, index - 2), into: &content, depth: depth + 1)
          return (.footnote(content, SourceRange(start, index)), index)
        }
      } else {
        index += 1
      }
    }
    footnoteEndsNowhere.insert(cursor.end)
    unclosedMarks.append(SourceRange(start, start + 2))
    return nil
  }

  /// `^^raised^^`, `__lowered__`.
  @_lifetime(self: copy self)
  mutating func raised(
    at cursor: borrowing ByteCursor, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let mark = cursor.peek()
    guard cursor.peek(1) == mark else { return nil }
    let start = cursor.offset
    var close = start + 2
    while close < cursor.end, bytes[close] != mark { close += 1 }
    guard close > start + 2, close + 1 < cursor.end, bytes[close + 1] == mark else { return nil }
    var content: [Inline] = []
    read(
      SourceRange(start + 2, close), into: &content, depth: depth + 1, allowsLinks: allowsLinks)
    let style = mark == UInt8(ascii: "^") ? Inline.Style.raised : .lowered
    return (.styled(style, content, SourceRange(start, close + 2)), close + 2)
  }
}
