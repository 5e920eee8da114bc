/// What stands behind the text of a link, and definitions of addresses.
///
/// ```
/// tail        = "(" [address [title]] ")" | "[" label "]" | "[]" |
/// definition  = "[" label "]:" address [title] line end
/// address     = "<" … ">" | no blanks, brackets in pairs
/// title       = '"' … '"' | "'" … "'" | "(" … ")"
/// ```
extension MarkdownScanner {
  /// Where an address stands, and the title behind it.
  struct Definition {
    let address: Range<Int>
    let title: Range<Int>?
  }

  /// How a link says where it leads.
  enum Tail {
    case address(Definition)
    case label(Range<Int>)
    /// The link's own text is its label.
    case none
  }

  /// Reads the tail that begins here, right behind the `]` of the link's text.
  mutating func readTail() -> Tail {
    let start = offset
    if let place = readInlineTail() { return .address(place) }
    offset = start
    if let label = readLabel() { return label.isEmpty ? .none : .label(label) }
    offset = start
    return .none
  }

  private mutating func readInlineTail() -> Definition? {
    guard peek() == UInt8(ascii: "(") else { return nil }
    advance()
    skipSpace()
    guard let address = readAddress() else { return nil }
    let behind = offset
    skipSpace()
    let title = offset > behind ? readTitle() : nil
    if title != nil { skipSpace() }
    guard peek() == UInt8(ascii: ")") else { return nil }
    advance()
    return Definition(address: address, title: title)
  }

  /// An address without its brackets; it may be empty.
  mutating func readAddress() -> Range<Int>? {
    if peek() == UInt8(ascii: "<") {
      let start = offset + 1
      advance()
      while !isAtEnd, peek() != UInt8(ascii: ">") {
        if Self.isLineEnd(peek()) || peek() == UInt8(ascii: "<") { return nil }
        advance(peek() == UInt8(ascii: "\\") && Self.isPunctuation(peek(1)) ? 2 : 1)
      }
      guard peek() == UInt8(ascii: ">") else { return nil }
      advance()
      return start..<(offset - 1)
    }
    let start = offset
    var open = 0
    // Other control characters are part of an address to libcmark.
    while !isAtEnd, !Self.isSpace(peek()) {
      if peek() == UInt8(ascii: "\\"), Self.isPunctuation(peek(1)) {
        advance(2)
        continue
      }
      if peek() == UInt8(ascii: "(") { open += 1 }
      if peek() == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      if open > 32 { return nil }
      advance()
    }
    return open == 0 ? start..<offset : nil
  }

  /// A title without its marks; it may be empty.
  private mutating func readTitle() -> Range<Int>? {
    let close: UInt8
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = peek()
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    let start = offset
    advance()
    while !isAtEnd, peek() != close {
      if close == UInt8(ascii: ")"), peek() == UInt8(ascii: "(") { break }
      advance(peek() == UInt8(ascii: "\\") && Self.isPunctuation(peek(1)) ? 2 : 1)
    }
    guard peek() == close, !isAtEnd else {
      offset = start
      return nil
    }
    advance()
    return (start + 1)..<(offset - 1)
  }

  /// The words between `[` and `]`; nil where they hold brackets or are too long.
  private mutating func readLabel() -> Range<Int>? {
    guard peek() == UInt8(ascii: "[") else { return nil }
    let start = offset + 1
    advance()
    while !isAtEnd, peek() != UInt8(ascii: "]"), offset - start < 1000 {
      if peek() == UInt8(ascii: "[") { return nil }
      advance(peek() == UInt8(ascii: "\\") && Self.isPunctuation(peek(1)) ? 2 : 1)
    }
    guard peek() == UInt8(ascii: "]") else { return nil }
    advance()
    return start..<(offset - 1)
  }

  /// Reads a definition that begins here, up to the text of the line behind it.
  mutating func readDefinition() -> (label: Range<Int>, place: Definition)? {
    let start = offset
    guard let label = readLabel(), !label.isEmpty, peek() == UInt8(ascii: ":") else {
      offset = start
      return nil
    }
    advance()
    skipSpace()
    let hasBrackets = peek() == UInt8(ascii: "<")
    guard let address = readAddress(), hasBrackets || !address.isEmpty else {
      offset = start
      return nil
    }
    let behind = offset
    skipSpace()
    if offset > behind, let title = readTitle() {
      skipBlanks()
      if isAtEnd || Self.isLineEnd(peek()) {
        skipLineEnd()
        return (label, Definition(address: address, title: title))
      }
    }
    // What looked like a title is none: the definition ends with its line.
    offset = behind
    skipBlanks()
    guard isAtEnd || Self.isLineEnd(peek()) else {
      offset = start
      return nil
    }
    skipLineEnd()
    return (label, Definition(address: address, title: nil))
  }
}
