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
    guard let first = beginning(of: inlines) else { return nil }
    let text = FoldedText(
      SourceRange(first.lower, min(first.upper, first.lower + 48)), in: file)
    let bytes = text.bytes
    if let label = circled(text) { return label }
    var index = 0
    var isWorded = false
    for word in words where bytes.starts(with: word) {
      index = word.count
      isWorded = true
      break
    }
    let isBracketed = index < bytes.count && bytes[index] == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    let digits = index
    while index < bytes.count, FoldedText.isDigit(bytes[index]), index - digits < 4 { index += 1 }
    guard index > digits, let number = Int(String(decoding: bytes[digits..<index], as: UTF8.self))
    else { return nil }
    let digitsEnd = index
    let next = index < bytes.count ? bytes[index] : 0
    let nextButOne = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch next {
    case UInt8(ascii: ")"): index += 1
    // `6.0` is a version, `12:30` a time.
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      guard !isBracketed, !FoldedText.isDigit(nextButOne) else { return nil }
      index += 1
    default:
      guard isWorded, !isBracketed else { return nil }
    }
    var label = make(text, digits: digits..<digitsEnd, number: number, end: index)
    label.isWorded = isWorded
    label.isTight =
      next == UInt8(ascii: ".") && (FoldedText.isLetter(nextButOne) || nextButOne >= 0x80)
    return label
  }

  /// The first stretch of text, in marks such as `**` or not.
  private static func beginning(of inlines: [Inline]) -> SourceRange? {
    switch inlines.first {
    case .text(let range)?: range
    // What a computer is told numbers no steps.
    case .styled(.code, _, _)?, .styled(.keyboard, _, _)?: nil
    case .styled(_, let content, _)?: beginning(of: content)
    default: nil
    }
  }

  private static func make(
    _ text: FoldedText, digits: Range<Int>, number: Int, end: Int
  ) -> StepLabel {
    var start = end
    while start < text.bytes.count, text.bytes[start] == UInt8(ascii: " ") { start += 1 }
    return StepLabel(
      text: String(decoding: text.bytes[digits], as: UTF8.self), number: number,
      range: text.sourceRange(0..<end), contentStart: text.sourceRange(start..<start).lower)
  }

  /// ① to ⑳ are U+2460 to U+2473, in UTF-8 E2 91 A0 to E2 91 B3.
  private static func circled(_ text: FoldedText) -> StepLabel? {
    let bytes = text.bytes
    guard bytes.count >= 3, bytes[0] == 0xE2, bytes[1] == 0x91, bytes[2] >= 0xA0, bytes[2] <= 0xB3
    else { return nil }
    let number = Int(bytes[2]) - 0xA0 + 1
    let label = make(text, digits: 0..<3, number: number, end: 3)
    return StepLabel(
      text: String(number), number: number, range: label.range, contentStart: label.contentStart)
  }
}
