import SourceText

/// Where a line stands: in which item of a list, in code or not. A guess that is right for what people
/// write; libcmark alone decides how the line is read.
struct MarkdownPlace {
  /// The columns at which the text of the open items begins.
  private var items: [Int] = []
  private var fence: (mark: UInt8, count: Int, item: Int)?
  private var isAfterBlank = true
  /// Whether the line that was taken last is the first one behind a blank line.
  private(set) var beginsParagraph = true
  /// The indentation of the line that was taken last.
  private(set) var indent = 0
  private(set) var indentBytes = 0

  /// Takes the next line.
  /// - Returns: whether a construct may begin on it: it is neither blank nor code.
  mutating func take(_ line: SourceRange, in bytes: [UInt8]) -> Bool {
    (indent, indentBytes) = Self.indent(of: line, in: bytes)
    let start = line.lower + indentBytes
    guard start < line.upper else {
      isAfterBlank = true
      return false
    }
    if let fence {
      if indent < fence.item {
        self.fence = nil
      } else {
        let count = Syntax.run(of: fence.mark, at: start, in: bytes.span, end: line.upper)
        let isEnd =
          count >= fence.count
          && trimmed(SourceRange(start + count, line.upper), in: bytes.span).isEmpty
        if isEnd { self.fence = nil }
        return false
      }
    }
    beginsParagraph = isAfterBlank
    if isAfterBlank { items.removeAll { $0 > indent } }
    let content = items.last { $0 <= indent } ?? 0
    defer { isAfterBlank = false }
    let isCode = indent - content > 3
    if !isCode { takeMarks(from: start, line, in: bytes) }
    return !isCode && fence == nil
  }

  mutating func endParagraph() { isAfterBlank = true }

  /// Marks of items at a line's beginning, and the fence that may stand behind them.
  private mutating func takeMarks(from start: Int, _ line: SourceRange, in bytes: [UInt8]) {
    var offset = start
    var column = indent
    while let width = Self.itemMark(at: offset, end: line.upper, in: bytes), items.count < 100 {
      items.removeAll { $0 > column }
      let (gap, gapBytes) = Self.indent(
        of: SourceRange(offset + width, line.upper), in: bytes)
      column += width + (gap == 0 || gap > 4 ? 1 : gap)
      items.append(column)
      offset += width + gapBytes
    }
    for mark in [UInt8(ascii: "`"), UInt8(ascii: "~")] {
      let count = Syntax.run(of: mark, at: offset, in: bytes.span, end: line.upper)
      guard count >= 3 else { continue }
      let info = bytes[(offset + count)..<line.upper]
      guard mark != UInt8(ascii: "`") || !info.contains(mark) else { continue }
      fence = (mark, count, items.last { $0 <= column } ?? 0)
    }
  }

  // MARK: - Columns

  /// The columns and the bytes of the blanks at a line's beginning.
  /// - Parameter most: columns beyond which nobody looks.
  static func indent(
    of line: SourceRange, in bytes: [UInt8], most: Int = .max
  ) -> (columns: Int, bytes: Int) {
    var columns = 0
    var index = line.lower
    while index < line.upper, columns < most {
      if bytes[index] == UInt8(ascii: " ") {
        columns += 1
      } else if bytes[index] == UInt8(ascii: "\t") {
        columns += 4 - columns % 4
      } else {
        break
      }
      index += 1
    }
    return (columns, index - line.lower)
  }

  /// How many bytes of a line's beginning are so many columns of blanks.
  static func bytes(ofColumns wanted: Int, at line: SourceRange, in bytes: [UInt8]) -> Int {
    indent(of: line, in: bytes, most: wanted).bytes
  }

  /// The width of an item's mark with a blank behind it: `-`, `1.`, `1)`.
  static func itemMark(at offset: Int, end: Int, in bytes: [UInt8]) -> Int? {
    guard offset < end else { return nil }
    var index = offset
    if "-+*".utf8.contains(bytes[index]) {
      index += 1
    } else {
      while index < end, index - offset < 9, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        index += 1
      }
      guard index > offset, index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else {
        return nil
      }
      index += 1
    }
    guard index == end || isBlank(bytes[index]) else { return nil }
    return index - offset
  }

  /// What stands behind the marks of items at the beginning of a line without indentation, and its
  /// column.
  static func behindMarks(
    _ line: SourceRange, in bytes: [UInt8]
  ) -> (words: SourceRange, column: Int) {
    var offset = line.lower
    var column = 0
    var count = 0
    while count < 10, let width = itemMark(at: offset, end: line.upper, in: bytes) {
      let (gap, gapBytes) = indent(of: SourceRange(offset + width, line.upper), in: bytes)
      guard gap > 0, gap <= 4 else { break }
      column += width + gap
      offset += width + gapBytes
      count += 1
    }
    return (SourceRange(offset, line.upper), column)
  }

  /// Where the mark stands behind so many others at a line's beginning; nil where there are fewer.
  static func mark(number: Int, in line: SourceRange, _ bytes: [UInt8]) -> Int? {
    var offset = line.lower
    var count = 0
    while offset < line.upper {
      offset += indent(of: SourceRange(offset, line.upper), in: bytes).bytes
      guard offset < line.upper else { return nil }
      let width =
        bytes[offset] == UInt8(ascii: ">") ? 1 : itemMark(at: offset, end: line.upper, in: bytes)
      guard let width else { return nil }
      count += 1
      if count > number { return offset + width - 1 }
      offset += width
    }
    return nil
  }

  /// Whether a line begins a block that ends a table.
  static func beginsBlock(_ line: SourceRange, in bytes: [UInt8]) -> Bool {
    let (columns, count) = indent(of: line, in: bytes)
    let start = line.lower + count
    guard columns < 4, start < line.upper else { return columns >= 4 }
    switch bytes[start] {
    case UInt8(ascii: ">"), UInt8(ascii: "#"): return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return Syntax.run(of: bytes[start], at: start, in: bytes.span, end: line.upper) >= 3
    case UInt8(ascii: "!"): return matches("!!!", at: start, in: bytes.span, end: line.upper)
    default: return itemMark(at: start, end: line.upper, in: bytes) != nil
    }
  }

  /// Whether a line holds words and no block begins on it.
  static func isPlain(_ line: SourceRange, _ bytes: [UInt8]) -> Bool {
    let start = line.lower + indent(of: line, in: bytes).bytes
    guard start < line.upper, !beginsBlock(line, in: bytes) else { return false }
    return !"!?=:<[|-*_".utf8.contains(bytes[start])
  }
}
