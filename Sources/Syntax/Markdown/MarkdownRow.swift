import SourceText

/// A line of a table: `| a | b |`, the bars at its ends left out or not.
enum MarkdownRow {
  /// The cells without the blanks at their ends. A bar behind a backslash is part of a cell.
  static func cells(_ line: SourceRange, in bytes: [UInt8]) -> [SourceRange] {
    var rest = trimmed(line, in: bytes.span)
    if !rest.isEmpty, bytes[rest.lower] == UInt8(ascii: "|") {
      rest = SourceRange(rest.lower + 1, rest.upper)
    }
    var cells: [SourceRange] = []
    var start = rest.lower
    var index = rest.lower
    while index < rest.upper {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(SourceRange(start, index), in: bytes.span))
        start = index + 1
      }
      index += 1
    }
    if start < rest.upper { cells.append(trimmed(SourceRange(start, rest.upper), in: bytes.span)) }
    return cells
  }

  /// How the columns are aligned, where a line is the one below a table's head: `|---|:-:|`.
  static func alignments(_ line: SourceRange, in bytes: [UInt8]) -> [Alignment?]? {
    var hasBar = false
    for offset in line.lower..<line.upper {
      switch bytes[offset] {
      case UInt8(ascii: "|"): hasBar = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return nil
      }
    }
    guard hasBar else { return nil }
    var alignments: [Alignment?] = []
    for cell in cells(line, in: bytes) {
      guard !cell.isEmpty else { return nil }
      let isLeft = bytes[cell.lower] == UInt8(ascii: ":")
      let isRight = bytes[cell.upper - 1] == UInt8(ascii: ":")
      let marks = SourceRange(cell.lower + (isLeft ? 1 : 0), cell.upper - (isRight ? 1 : 0))
      guard !marks.isEmpty,
        bytes[marks.lower..<marks.upper].allSatisfy({ $0 == UInt8(ascii: "-") })
      else { return nil }
      alignments.append(isLeft && isRight ? .center : isRight ? .right : isLeft ? .left : nil)
    }
    return alignments.isEmpty ? nil : alignments
  }
}
