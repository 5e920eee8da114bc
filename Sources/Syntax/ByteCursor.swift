import SourceText

/// Walks the bytes of one stretch of a file. The only way in which parsers look at bytes.
struct ByteCursor: ~Escapable {
  let bytes: Span<UInt8>
  private(set) var offset: Int
  let end: Int

  /// - Parameter range: the stretch to walk; must lie inside `bytes`.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, in range: SourceRange) {
    self.bytes = bytes
    self.offset = range.lower
    self.end = min(range.upper, bytes.count)
  }

  var isAtEnd: Bool { offset >= end }

  /// The byte `distance` ahead, or 0 behind the end; 0 itself never stands in a checked file.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index >= 0 && index < end ? bytes[unchecked: index] : 0
  }

  @_lifetime(self: copy self)
  mutating func advance(_ count: Int = 1) { offset = min(offset + count, end) }

  @_lifetime(self: copy self)
  mutating func move(to offset: Int) { self.offset = min(max(offset, 0), end) }

  /// How many times `byte` stands here in a row.
  func run(of byte: UInt8) -> Int { Syntax.run(of: byte, at: offset, in: bytes, end: end) }

  func starts(with text: StaticString) -> Bool {
    Syntax.matches(text, at: offset, in: bytes, end: end)
  }

  @_lifetime(self: copy self)
  mutating func skipSpaces() {
    while peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t") { advance() }
  }
}

/// How many times `byte` stands in a row from `offset`.
func run(of byte: UInt8, at offset: Int, in bytes: Span<UInt8>, end: Int) -> Int {
  var index = offset
  while index < end, bytes[index] == byte { index += 1 }
  return index - offset
}

/// Whether `text`, which is ASCII, stands at `offset`.
func matches(_ text: StaticString, at offset: Int, in bytes: Span<UInt8>, end: Int) -> Bool {
  let count = text.utf8CodeUnitCount
  guard offset + count <= end else { return false }
  return text.withUTF8Buffer { pattern in
    for index in 0..<count where bytes[offset + index] != pattern[index] { return false }
    return true
  }
}

/// The range without spaces, tabs and carriage returns at its ends.
func trimmed(_ range: SourceRange, in bytes: Span<UInt8>) -> SourceRange {
  var start = range.lower
  var end = range.upper
  while start < end, isBlank(bytes[start]) { start += 1 }
  while end > start, isBlank(bytes[end - 1]) { end -= 1 }
  return SourceRange(start, end)
}

func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}

func isWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
    true
  default: false
  }
}
