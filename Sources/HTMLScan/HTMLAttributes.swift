/// One `name=value` of a tag; a name alone has an empty value.
package struct HTMLAttribute: Sendable, Equatable {
  package let name: HTMLName
  package let nameRange: Range<Int>
  /// What stands between the quotes, character references and all.
  package let value: Range<Int>
}

/// Walks over the attributes of one tag, up to its `>`.
///
/// ```
/// attributes = { space | "/" | name [ space* "=" space* value ] } ">"
/// value      = '"' … '"' | "'" … "'" | … up to a space or ">"
/// ```
package struct HTMLAttributes: Sendable {
  /// Where the walk stands; behind `>` once it has ended.
  private(set) var position: Int
  /// Whether `>` was met. Without, the bytes ended inside the tag.
  private(set) var isClosed = false
  /// Whether a `/` stood right before `>`.
  private(set) var closesItself = false

  init(from position: Int) { self.position = position }

  package mutating func next(in bytes: Span<UInt8>) -> HTMLAttribute? {
    guard !isClosed, startsName(in: bytes) else { return nil }
    let nameStart = position
    position += 1
    while position < bytes.count, !endsName(bytes[position]) { position += 1 }
    let nameRange = nameStart..<position
    skipSpace(in: bytes)
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "=") else {
      return attribute(nameRange, value: nameRange.upperBound..<nameRange.upperBound, in: bytes)
    }
    position += 1
    guard let value = value(in: bytes) else { return nil }
    return attribute(nameRange, value: value, in: bytes)
  }

  /// Goes on to the first byte of a name; false at the end of the tag or of the bytes.
  private mutating func startsName(in bytes: Span<UInt8>) -> Bool {
    closesItself = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        isClosed = true
        return false
      }
      guard byte == UInt8(ascii: "/") || isHTMLSpace(byte) else { return true }
      closesItself = byte == UInt8(ascii: "/")
      position += 1
    }
    return false
  }

  /// Reads a value and goes behind it; nil where the bytes end first.
  private mutating func value(in bytes: Span<UInt8>) -> Range<Int>? {
    skipSpace(in: bytes)
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      position = start
      while position < bytes.count, bytes[position] != quote { position += 1 }
      guard position < bytes.count else { return nil }
      position += 1
      return start..<(position - 1)
    }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"),
      !isHTMLSpace(bytes[position])
    {
      position += 1
    }
    return position < bytes.count ? start..<position : nil
  }

  private mutating func skipSpace(in bytes: Span<UInt8>) {
    while position < bytes.count, isHTMLSpace(bytes[position]) { position += 1 }
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || isHTMLSpace(byte)
  }

  private func attribute(
    _ nameRange: Range<Int>, value: Range<Int>, in bytes: Span<UInt8>
  ) -> HTMLAttribute {
    HTMLAttribute(name: HTMLName(bytes, nameRange), nameRange: nameRange, value: value)
  }
}

func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
}
