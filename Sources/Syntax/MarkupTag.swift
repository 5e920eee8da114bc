import SourceText

/// A tag as wikis borrow them from HTML: `<name attribute="value">`, `</name>`, `<name />`.
struct MarkupTag {
  let name: SourceRange
  /// What stands between the name and the end of the tag.
  let attributes: SourceRange
  let isClosing: Bool
  let isSelfClosed: Bool
  let range: SourceRange

  /// Longer tags than this are text: whoever opens one and never ends it must not cost much.
  private static let longest = 2000

  /// - Returns: nil where no tag begins at the offset.
  init?(at start: Int, in bytes: Span<UInt8>, end: Int) {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    let isClosing = bytes[start + 1] == UInt8(ascii: "/")
    var index = start + (isClosing ? 2 : 1)
    let nameStart = index
    while index < end, isWord(bytes[index]) || (index > nameStart && bytes[index] == 0x2D) {
      index += 1
    }
    guard index > nameStart, index < end, bytes[nameStart] > 0x39 else { return nil }
    let nameEnd = index
    switch bytes[index] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "\t"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      break
    default: return nil
    }
    let limit = min(end, start + Self.longest)
    guard let close = Self.close(from: nameEnd, in: bytes, end: limit) else { return nil }
    isSelfClosed = bytes[close - 1] == UInt8(ascii: "/") && close - 1 >= nameEnd
    self.isClosing = isClosing
    name = SourceRange(nameStart, nameEnd)
    attributes = trimmed(SourceRange(nameEnd, isSelfClosed ? close - 1 : close), in: bytes)
    range = SourceRange(start, close + 1)
  }

  /// Where the `>` stands that no quotation marks hold.
  private static func close(from start: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
    var index = start
    var quote: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), index > start,
        bytes[index - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      index += 1
    }
    return nil
  }

  func isNamed(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
    spells(name, text, in: bytes)
  }

  /// The value of an attribute, without quotation marks.
  func value(of attribute: StaticString, in bytes: Span<UInt8>) -> SourceRange? {
    Self.value(of: attribute, among: attributes, in: bytes)
  }

  /// The same among attributes that stand without a tag, as in cells of tables.
  static func value(
    of attribute: StaticString, among attributes: SourceRange, in bytes: Span<UInt8>
  ) -> SourceRange? {
    var index = attributes.lower
    while index < attributes.upper {
      while index < attributes.upper, bytes[index] <= 0x20 { index += 1 }
      let nameStart = index
      while index < attributes.upper, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "=") {
        index += 1
      }
      let name = SourceRange(nameStart, index)
      while index < attributes.upper, bytes[index] <= 0x20 { index += 1 }
      guard index < attributes.upper, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < attributes.upper, bytes[index] <= 0x20 { index += 1 }
      let value = value(at: index, in: bytes, end: attributes.upper)
      if spells(name, attribute, in: bytes) { return value.inner }
      index = max(value.end, index)
    }
    return nil
  }

  private static func value(
    at start: Int, in bytes: Span<UInt8>, end: Int
  ) -> (inner: SourceRange, end: Int) {
    guard start < end else { return (SourceRange(end, end), end) }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = find(quote, from: start + 1, in: bytes, end: end) ?? end
      return (SourceRange(start + 1, close), min(close + 1, end))
    }
    var index = start
    while index < end, bytes[index] > 0x20 { index += 1 }
    return (SourceRange(start, index), index)
  }
}
