/// Walks the bytes of one block of Markdown, over its line ends and what stands before its lines.
///
/// ```
/// line start = { blank | ">" }   with no more ">" than quotes around the block
/// ```
struct MarkdownScanner {
  let bytes: [UInt8]
  var offset = 0
  var end = 0
  /// How many quotes stand around the block.
  var quotes = 0
  /// Where the text of the line that was begun last begins, and the last mark of a quote before it.
  private(set) var lineText = 0
  var lastMark: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= end }

  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index >= 0 && index < end ? bytes[index] : 0
  }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, end) }

  func run(of byte: UInt8) -> Int {
    var index = offset
    while index < end, bytes[index] == byte { index += 1 }
    return index - offset
  }

  mutating func skipBlanks() {
    while peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t") { advance() }
  }

  /// Goes over a line end and what stands before the text of the next line.
  /// - Returns: whether there was a line end.
  @discardableResult
  mutating func skipLineEnd() -> Bool {
    guard Self.isLineEnd(peek()) else { return false }
    if peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { advance() }
    advance()
    skipLineStart()
    return true
  }

  mutating func skipLineStart() {
    var marks = 0
    lastMark = nil
    skipBlanks()
    defer { lineText = offset }
    while marks < quotes, peek() == UInt8(ascii: ">") {
      marks += 1
      lastMark = offset
      advance()
      skipBlanks()
    }
  }

  /// Goes over white space with at most one line end.
  mutating func skipSpace() {
    skipSpaceOfLine()
    if skipLineEnd() { skipSpaceOfLine() }
  }

  mutating func skipSpaceOfLine() {
    while Self.isSpace(peek()), !Self.isLineEnd(peek()) { advance() }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The length of what looks like an entity, such as `&amp;` or `&#x3042;`; 0 where none does.
  var entityLength: Int {
    guard peek() == UInt8(ascii: "&") else { return 0 }
    var length = 1
    if peek(1) == UInt8(ascii: "#") { length += 1 }
    while length < 40, isWord(peek(length)), peek(length) != UInt8(ascii: "_") { length += 1 }
    return peek(length) == UInt8(ascii: ";") && length > 1 ? length + 1 : 0
  }
}
