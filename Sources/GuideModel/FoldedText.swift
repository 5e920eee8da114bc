import SourceText
import Syntax

/// The visible text of some inlines, folded for comparing, with the way back to the source.
///
/// Folding makes ASCII lower-case and turns full-width ASCII, the wide space and circled digits'
/// neighbours into their plain forms. ``bytes`` is UTF-8; ``offsets`` has, for each of its bytes,
/// the source offset of the character that it comes from.
package struct FoldedText: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var offsets: [Int] = []
  /// Source offset behind the last character.
  package private(set) var end = 0

  package init(_ text: String) {
    let utf8 = Array(text.utf8)
    fold(SourceRange(0, utf8.count), of: utf8)
  }

  /// Folds inlines. Images and footnotes count as nothing, visible line ends as one `\n`.
  package init(_ inlines: [Inline], in file: SourceFile) {
    append(inlines, in: file)
  }

  package init(_ range: SourceRange, in file: SourceFile) {
    fold(range, of: file.bytes)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var isEmpty: Bool { bytes.isEmpty }

  private mutating func append(_ inlines: [Inline], in file: SourceFile) {
    for inline in inlines {
      switch inline {
      case .text(let range): fold(range, of: file.bytes)
      case .character(let text, let range):
        for byte in text.utf8 { append(byte, at: range.lower) }
        end = range.upper
      case .lineBreak(let range), .softBreak(let range):
        append(UInt8(ascii: "\n"), at: range.lower)
        end = range.upper
      case .styled(_, let content, _): append(content, in: file)
      case .link(let link): append(link.label, in: file)
      case .image, .footnote, .anchor, .plugin: break
      }
    }
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  private mutating func fold(_ range: SourceRange, of source: [UInt8]) {
    bytes.reserveCapacity(bytes.count + range.count)
    offsets.reserveCapacity(offsets.count + range.count)
    var index = range.lower
    while index < range.upper {
      let byte = source[index]
      if byte < 0x80 {
        append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, at: index)
        index += 1
      } else if byte == 0xEF, index + 2 < range.upper,
        let plain = Self.plainForm(source[index + 1], source[index + 2])
      {
        append(plain, at: index)
        index += 3
      } else if byte == 0xE3, index + 2 < range.upper, source[index + 1] == 0x80,
        source[index + 2] == 0x80
      {
        append(UInt8(ascii: " "), at: index)
        index += 3
      } else {
        append(byte, at: index)
        index += 1
      }
    }
    end = range.upper
  }

  /// U+FF01…U+FF5E, the full-width forms of `!` to `~`, whose UTF-8 begins with EF.
  private static func plainForm(_ second: UInt8, _ third: UInt8) -> UInt8? {
    let scalar = 0xF000 | (UInt32(second & 0x3F) << 6) | UInt32(third & 0x3F)
    guard scalar >= 0xFF01, scalar <= 0xFF5E else { return nil }
    let plain = UInt8(scalar - 0xFF01 + 0x21)
    return plain >= 0x41 && plain <= 0x5A ? plain | 0x20 : plain
  }

  /// The source range of a stretch of ``bytes``.
  package func sourceRange(_ range: Range<Int>) -> SourceRange {
    guard range.lowerBound < offsets.count else { return SourceRange(end, end) }
    let upper = range.upperBound < offsets.count ? offsets[range.upperBound] : end
    return SourceRange(offsets[range.lowerBound], upper)
  }

  /// Where `phrase` stands first at or behind `start`. Phrases that begin or end with an ASCII
  /// letter match whole words only.
  package func find(_ phrase: Phrase, from start: Int = 0) -> Range<Int>? {
    let pattern = phrase.bytes
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var index = start
    let last = bytes.count - pattern.count
    while index <= last {
      if bytes[index] == first, matches(pattern, at: index), isWhole(phrase, at: index) {
        return index..<(index + pattern.count)
      }
      index += 1
    }
    return nil
  }

  package func hasPrefix(_ phrase: Phrase) -> Bool {
    bytes.count >= phrase.bytes.count && matches(phrase.bytes, at: 0) && isWhole(phrase, at: 0)
  }

  private func matches(_ pattern: [UInt8], at index: Int) -> Bool {
    for position in pattern.indices where bytes[index + position] != pattern[position] {
      return false
    }
    return true
  }

  private func isWhole(_ phrase: Phrase, at index: Int) -> Bool {
    if phrase.beginsWithLetter, index > 0, Self.isLetter(bytes[index - 1]) { return false }
    let behind = index + phrase.bytes.count
    return !(phrase.endsWithLetter && behind < bytes.count && Self.isLetter(bytes[behind]))
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// A word or phrase of the vocabulary, folded once.
package struct Phrase: Sendable {
  package let bytes: [UInt8]
  let beginsWithLetter: Bool
  let endsWithLetter: Bool

  package init(_ text: String) {
    bytes = FoldedText(text).bytes
    beginsWithLetter = bytes.first.map(FoldedText.isLetter) ?? false
    endsWithLetter = bytes.last.map(FoldedText.isLetter) ?? false
  }
}
