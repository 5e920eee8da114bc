import SourceText

/// Characters that are written by name or by number, such as `&copy;` and `&#9786;`.
enum CharacterReference {
  /// The character that begins at an `&` and the offset behind it; nil where none does.
  static func read(at start: Int, in bytes: Span<UInt8>, end: Int) -> (Inline, Int)? {
    guard
      let close = find(
        UInt8(ascii: ";"), from: start + 1, in: bytes, end: min(end, start + 12)),
      close > start + 1
    else { return nil }
    let name = SourceRange(start + 1, close)
    let range = SourceRange(start, close + 1)
    if bytes[start + 1] == UInt8(ascii: "#") {
      guard let character = numeric(SourceRange(start + 2, close), in: bytes) else { return nil }
      return (.character(character, range), range.upper)
    }
    guard let character = Entities.character(named: name, in: bytes) else { return nil }
    return (.character(character, range), range.upper)
  }

  /// `9786` or `x263A` as a character that text may hold.
  private static func numeric(_ digits: SourceRange, in bytes: Span<UInt8>) -> String? {
    guard !digits.isEmpty else { return nil }
    let written = text(digits, in: bytes)
    let isHexadecimal = written.hasPrefix("x") || written.hasPrefix("X")
    let number = isHexadecimal ? UInt32(written.dropFirst(), radix: 16) : UInt32(written)
    guard let number, let scalar = Unicode.Scalar(number), number >= 0x20,
      !(0x7F...0x9F).contains(number)
    else { return nil }
    return String(Character(scalar))
  }
}
