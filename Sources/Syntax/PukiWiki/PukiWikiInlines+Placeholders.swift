import SourceText

/// Names in double braces, `{{incoming.host}}`: text like any other here, whole whatever its letters
/// would mean elsewhere. What they stand for is known to later parts.
extension PukiWikiInlines {
  /// How long the name in braces is that begins at an offset; 0 where none does.
  func placeholderLength(at start: Int, end: Int) -> Int {
    guard matches("{{", at: start, in: bytes, end: end) else { return 0 }
    var index = start + 2
    while index < end, isPlaceholderByte(bytes[index]) { index += 1 }
    guard index > start + 2, matches("}}", at: index, in: bytes, end: end) else { return 0 }
    return index + 2 - start
  }

  private func isPlaceholderByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: " ")
  }
}
