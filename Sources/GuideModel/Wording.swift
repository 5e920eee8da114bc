import SourceText

/// A text that stands for itself, such as what a cell shows: folded, with the way back to its words.
struct Wording {
  let folded: FoldedText
  private let file: SourceFile

  init(_ text: String) {
    folded = FoldedText(text)
    file = SourceFile(path: "", text: text)
  }

  var bytes: [UInt8] { folded.bytes }
  var whole: Range<Int> { 0..<bytes.count }

  /// The words of a stretch of ``bytes`` as written.
  func text(_ range: Range<Int>) -> String { file.text(folded.sourceRange(range)) }

  /// The stretch without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The inside of brackets that stand around the whole stretch; nil where none do.
  func inBrackets(_ range: Range<Int>) -> Range<Int>? {
    guard range.count > 1, let (open, close) = Self.brackets(at: range.lowerBound, in: bytes),
      range.upperBound - close.count >= open.upperBound,
      bytes[(range.upperBound - close.count)..<range.upperBound].elementsEqual(close)
    else { return nil }
    let inside = open.upperBound..<(range.upperBound - close.count)
    // `(a)(b)` is not in brackets as a whole.
    let isNested = bytes[inside].contains(close[0]) && close.count == 1
    return isNested ? nil : inside
  }

  private static func brackets(
    at start: Int, in bytes: [UInt8]
  ) -> (open: Range<Int>, close: [UInt8])? {
    switch bytes[start] {
    case UInt8(ascii: "("): return (start..<(start + 1), [UInt8(ascii: ")")])
    case UInt8(ascii: "["): return (start..<(start + 1), [UInt8(ascii: "]")])
    default: return nil
    }
  }

  func starts(with pattern: [UInt8], at index: Int, end: Int) -> Bool {
    index + pattern.count <= end
      && bytes[index..<(index + pattern.count)].elementsEqual(pattern)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }
}
