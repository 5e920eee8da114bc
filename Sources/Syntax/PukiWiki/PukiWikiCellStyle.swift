import SourceText

/// How a cell looks, by the words at its beginning: `CENTER:`, `COLOR(red):`, `SIZE(12):`, `BOLD:`.
struct PukiWikiCellStyle {
  private(set) var alignment: Alignment?
  private var isBold = false
  private var colour: Inline.Style?
  private var size: Inline.Style?
  /// What stands behind the words.
  private(set) var rest = SourceRange(0, 0)

  init() {}

  /// Reads the words at the beginning of a cell. Colours behind the text are no style of ours.
  init(_ cell: SourceRange, in inlines: borrowing PukiWikiInlines) {
    rest = trimmed(cell, in: inlines.bytes)
    while takeWord(inlines) {}
    rest = trimmed(rest, in: inlines.bytes)
  }

  /// Takes over what the cell itself does not say.
  mutating func inherit(_ format: PukiWikiCellStyle) {
    alignment = alignment ?? format.alignment
    isBold = isBold || format.isBold
    colour = colour ?? format.colour
    size = size ?? format.size
  }

  mutating func prefer(_ other: PukiWikiCellStyle) {
    alignment = other.alignment ?? alignment
    isBold = isBold || other.isBold
    colour = other.colour ?? colour
    size = other.size ?? size
  }

  /// The content in its style.
  func dress(_ content: [Inline], range: SourceRange) -> [Inline] {
    guard !content.isEmpty else { return content }
    var result = content
    for case let style? in [colour, size] { result = [.styled(style, result, range)] }
    return isBold ? [.styled(.strong, result, range)] : result
  }

  private mutating func takeWord(_ inlines: borrowing PukiWikiInlines) -> Bool {
    let bytes = inlines.bytes
    for (word, value) in Self.alignments where take(word, in: bytes) {
      alignment = value
      return true
    }
    if take("BOLD:", in: bytes) {
      isBold = true
      return true
    }
    let words: [StaticString] = ["BGCOLOR(", "COLOR(", "SIZE("]
    for word in words {
      guard matches(word, at: rest.lower, in: bytes, end: rest.upper),
        let value = value(behind: word, in: bytes)
      else { continue }
      if word.utf8CodeUnitCount == 6 { colour = .coloured(value) }
      if word.utf8CodeUnitCount == 5 {
        size = inlines.size(value)
      }
      rest = SourceRange(value.upper + 2, rest.upper)
      return true
    }
    return false
  }

  private mutating func take(_ word: StaticString, in bytes: Span<UInt8>) -> Bool {
    guard matches(word, at: rest.lower, in: bytes, end: rest.upper) else { return false }
    rest = SourceRange(rest.lower + word.utf8CodeUnitCount, rest.upper)
    return true
  }

  /// What stands in brackets before a colon.
  private func value(behind word: StaticString, in bytes: Span<UInt8>) -> SourceRange? {
    let start = rest.lower + word.utf8CodeUnitCount
    var index = start
    while index < rest.upper, index - start <= 21, bytes[index] != UInt8(ascii: ")") { index += 1 }
    guard index > start, index + 1 < rest.upper, bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] == UInt8(ascii: ":")
    else { return nil }
    return SourceRange(start, index)
  }

  private static let alignments: [(StaticString, Alignment)] = [
    ("LEFT:", .left), ("CENTER:", .center), ("RIGHT:", .right),
  ]
}
