import SourceText
import Syntax

/// The visible text of some inlines, folded for comparing, with the way back to the source.
///
/// Folding makes ASCII lower-case and turns full-width ASCII, the wide space and circled digits'
/// neighbours into their plain forms. ``bytes`` is UTF-8; for each byte it is known from which source
/// offset it comes.
package struct FoldedText: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where the first byte comes from; those behind it stand side by side in the source, but for
  /// ``jumps``. Most texts have none, and cost no list of offsets.
  private var start = 0
  private var jumps: [Jump] = []
  /// Source offset behind the last character.
  package private(set) var end = 0
  private(set) var pairs = BytePairs()
  private var last: UInt8 = 0

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
      case .styled(_, let content, _), .ruby(let content, _, _): append(content, in: file)
      case .link(let link): append(link.label, in: file)
      case .plugin(let plugin): append(plugin.content, in: file)
      case .image, .footnote, .anchor: break
      }
    }
  }

  /// From the byte at `index` on, bytes come from `offset` and what follows it.
  private struct Jump: Sendable {
    let index: Int
    let offset: Int
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    jump(to: offset)
    pairs.insert(last, byte)
    last = byte
    bytes.append(byte)
  }

  /// Notes that the next byte comes from an offset.
  private mutating func jump(to offset: Int) {
    if bytes.isEmpty {
      start = offset
    } else {
      jumps.append(Jump(index: bytes.count, offset: offset))
    }
  }

  /// Every text of a page goes through here, some of it more than once: it is copied as a whole and
  /// folded in its place, where it can only become shorter.
  private mutating func fold(_ range: SourceRange, of source: [UInt8]) {
    end = range.upper
    guard !range.isEmpty else { return }
    jump(to: range.lower)
    let known = bytes.count
    let upper = min(range.upper, source.count)
    source.withUnsafeBufferPointer {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range.lower..<upper]))
    }
    var pairs = self.pairs
    var last = self.last
    var jumps: [Jump] = []
    var count = known
    bytes.withUnsafeMutableBufferPointer { bytes in
      var index = known
      while index < bytes.count {
        let (byte, width) = Self.folded(UnsafeBufferPointer(bytes), at: index)
        pairs.insert(last, byte)
        last = byte
        bytes[count] = byte
        count += 1
        index += width
        if width > 1 {
          jumps.append(Jump(index: count, offset: range.lower + index - known))
        }
      }
    }
    if count < bytes.count { bytes.removeLast(bytes.count - count) }
    self.pairs = pairs
    self.last = last
    if !jumps.isEmpty { self.jumps += jumps }
  }

  /// One byte of folded text and how many bytes of the source it stands for.
  @inline(__always)
  static func folded(
    _ source: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8, width: Int) {
    let byte = source[index]
    if byte >= 0x41 && byte <= 0x5A { return (byte | 0x20, 1) }
    guard byte == 0xEF || byte == 0xE3, index + 2 < source.count else { return (byte, 1) }
    if byte == 0xEF, let plain = plainForm(source[index + 1], source[index + 2]) {
      return (plain, 3)
    }
    // The wide space.
    if byte == 0xE3, source[index + 1] == 0x80, source[index + 2] == 0x80 {
      return (UInt8(ascii: " "), 3)
    }
    return (byte, 1)
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
    SourceRange(offset(of: range.lowerBound), offset(of: range.upperBound))
  }

  /// Where a byte comes from.
  private func offset(of index: Int) -> Int {
    guard index < bytes.count else { return end }
    var low = 0
    var high = jumps.count
    while low < high {
      let middle = (low + high) / 2
      if jumps[middle].index <= index { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + index }
    return jumps[low - 1].offset + index - jumps[low - 1].index
  }

  /// The first phrase of a list that stands in the text, and where.
  ///
  /// Most phrases do not: the list is walked by index, so that those are not even fetched.
  package func find(
    firstOf phrases: [Phrase]
  ) -> (index: Int, range: Range<Int>)? {
    for index in phrases.indices where pairs.mayContain(phrases[index].pairs) {
      if let range = find(phrases[index]) { return (index, range) }
    }
    return nil
  }

  /// Where `phrase` stands first at or behind `start`. Phrases that begin or end with an ASCII
  /// letter match whole words only.
  package func find(_ phrase: Phrase, from start: Int = 0) -> Range<Int>? {
    let pattern = phrase.bytes
    guard let first = pattern.first, bytes.count >= pattern.count,
      pairs.mayContain(phrase.pairs)
    else { return nil }
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

  /// Whether a phrase whose bytes stand at an index is there as whole words.
  func stands(_ phrase: Phrase, at index: Int) -> Bool {
    index + phrase.bytes.count <= bytes.count && isWhole(phrase, at: index)
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
  let pairs: BytePairs
  package let beginsWithLetter: Bool
  let endsWithLetter: Bool

  package init(_ text: String) {
    let folded = FoldedText(text)
    bytes = folded.bytes
    // A text begins with no pair, so a phrase has the pairs between its own bytes only.
    var pairs = BytePairs()
    for (first, second) in zip(bytes, bytes.dropFirst()) { pairs.insert(first, second) }
    self.pairs = pairs
    beginsWithLetter = bytes.first.map(FoldedText.isLetter) ?? false
    endsWithLetter = bytes.last.map(FoldedText.isLetter) ?? false
  }
}

/// Which pairs of neighbouring bytes a text has, a bit for each of 512 kinds.
///
/// Most phrases of the vocabulary do not stand in a given text; this tells so without a search.
struct BytePairs: Sendable {
  private var bits = InlineArray<8, UInt64>(repeating: 0)

  /// Of a letter of three bytes the last two tell enough: the first is the same for all kana.
  mutating func insert(_ first: UInt8, _ second: UInt8) {
    guard first < 0xC0, second < 0xC0 else { return }
    let kind = (Int(first) &* 37 ^ Int(second)) & 511
    bits[kind >> 6] |= 1 << UInt64(kind & 63)
  }

  /// False only where some pair of `other` is surely not here.
  func mayContain(_ other: BytePairs) -> Bool {
    for index in 0..<8 where other.bits[index] & ~bits[index] != 0 { return false }
    return true
  }
}
