import SourceText
import Syntax

/// The number that an author typed before a step: `(1)`, `（１）`, `①`, `1.`, `1)`, `1:`, `手順1`, `Step 1`.
struct StepLabel {
  /// The digits alone, in ASCII.
  let text: String
  let number: Int
  /// The label with its brackets and words.
  let range: SourceRange
  /// Where the step's own text begins.
  let contentStart: Int
  /// Whether a word such as `手順` says that it is a step.
  var isWorded = false

  /// Whether the text stands right behind the full stop, as in `1.Open`.
  var isTight = false

  /// Whether it goes on from a number: a few may be left out, which a rule reports.
  func follows(_ last: Int) -> Bool { number > last && number <= last + 3 }

  private static let words = ["手順", "ステップ", "step ", "step"].map { Array($0.utf8) }

  static func read(_ inlines: [Inline], in file: SourceFile) -> StepLabel? {
    inlines.first.flatMap { read(behind: $0, in: file) }
  }

  /// The label with which an item's own text begins.
  static func read(_ item: ListItem, in file: SourceFile) -> StepLabel? {
    ItemContent.firstInline(of: item, in: file).flatMap { read(behind: $0, in: file) }
  }

  /// - Parameter inline: the first of a text.
  static func read(behind inline: Inline, in file: SourceFile) -> StepLabel? {
    guard let first = beginning(of: inline), mayBegin(first, in: file.bytes) else { return nil }
    var cursor = FoldedCursor(
      file.bytes, SourceRange(first.lower, min(first.upper, first.lower + longest)))
    if let label = circled(first.lower, cursor.end, in: file.bytes) { return label }
    let isWorded = words.contains { cursor.skip($0) }
    let isBracketed = cursor.skip(UInt8(ascii: "("))
    var digits = 0
    var number = 0
    while digits < 4, let digit = cursor.peek, FoldedText.isDigit(digit) {
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
      digits += 1
      cursor.advance()
    }
    guard digits > 0 else { return nil }
    let next = cursor.peek ?? 0
    let nextButOne = cursor.peekBehind ?? 0
    switch next {
    case UInt8(ascii: ")"): cursor.advance()
    // `6.0` is a version, `12:30` a time.
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      guard !isBracketed, !FoldedText.isDigit(nextButOne) else { return nil }
      cursor.advance()
    default:
      guard isWorded, !isBracketed else { return nil }
    }
    let end = cursor.offset
    while cursor.skip(UInt8(ascii: " ")) {}
    let text = String(number)
    var label = StepLabel(
      text: String(repeating: "0", count: digits - text.utf8.count) + text, number: number,
      range: SourceRange(first.lower, end), contentStart: cursor.offset)
    label.isWorded = isWorded
    label.isTight =
      next == UInt8(ascii: ".") && (FoldedText.isLetter(nextButOne) || nextButOne >= 0x80)
    return label
  }

  /// How much of a text is looked at: no label is longer.
  private static let longest = 48

  /// Looked at for every item and paragraph of a page, most of which begin with no label: no text is
  /// folded for those.
  private static func mayBegin(_ text: SourceRange, in bytes: [UInt8]) -> Bool {
    guard !text.isEmpty else { return false }
    let start = text.lower
    func follow(_ second: UInt8, _ third: ClosedRange<UInt8>) -> Bool {
      start + 2 < bytes.count && bytes[start + 1] == second && third.contains(bytes[start + 2])
    }
    switch bytes[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: "s"),
      UInt8(ascii: "S"):
      return true
    // ① and its neighbours.
    case 0xE2: return follow(0x91, 0xA0...0xB3)
    // Of 「手順」 and 「ステップ」 the first sign.
    case 0xE6: return follow(0x89, 0x8B...0x8B)
    case 0xE3: return follow(0x82, 0xB9...0xB9)
    // The wide forms of brackets, digits and letters.
    case 0xEF:
      return start + 1 < bytes.count && (bytes[start + 1] == 0xBC || bytes[start + 1] == 0xBD)
    default: return false
    }
  }

  /// The first stretch of text, in marks such as `**` or not.
  private static func beginning(of inline: Inline) -> SourceRange? {
    switch inline {
    case .text(let range): range
    // What a computer is told numbers no steps.
    case .styled(.code, _, _), .styled(.keyboard, _, _): nil
    case .styled(_, let content, _): content.first.flatMap(beginning)
    default: nil
    }
  }

  /// ① to ⑳ are U+2460 to U+2473, in UTF-8 E2 91 A0 to E2 91 B3.
  private static func circled(_ start: Int, _ end: Int, in bytes: [UInt8]) -> StepLabel? {
    guard start + 3 <= end, bytes[start] == 0xE2, bytes[start + 1] == 0x91,
      bytes[start + 2] >= 0xA0, bytes[start + 2] <= 0xB3
    else { return nil }
    let number = Int(bytes[start + 2]) - 0xA0 + 1
    var cursor = FoldedCursor(bytes, SourceRange(start + 3, end))
    while cursor.skip(UInt8(ascii: " ")) {}
    return StepLabel(
      text: String(number), number: number, range: SourceRange(start, start + 3),
      contentStart: cursor.offset)
  }
}

/// Walks a short stretch of a file as ``FoldedText`` would fold it, without making one.
private struct FoldedCursor {
  private let bytes: [UInt8]
  private(set) var offset: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: SourceRange) {
    self.bytes = bytes
    offset = range.lower
    end = min(range.upper, bytes.count)
  }

  var peek: UInt8? { offset < end ? folded(at: offset).byte : nil }

  /// The byte behind the next one.
  var peekBehind: UInt8? {
    guard offset < end else { return nil }
    let behind = offset + folded(at: offset).width
    return behind < end ? folded(at: behind).byte : nil
  }

  mutating func advance() { offset += folded(at: offset).width }

  /// Goes past a byte where it stands here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance()
    return true
  }

  /// Goes past a word where it stands here.
  mutating func skip(_ word: [UInt8]) -> Bool {
    let start = offset
    for byte in word where !skip(byte) {
      offset = start
      return false
    }
    return true
  }

  private func folded(at index: Int) -> (byte: UInt8, width: Int) {
    bytes.withUnsafeBufferPointer {
      FoldedText.folded(UnsafeBufferPointer(rebasing: $0[..<end]), at: index)
    }
  }
}
