import SourceText

/// Lines of tables and plugins.
extension PukiWikiParser {
  /// `|a|b|` with an optional `h`, `f` or `c` behind the last bar.
  @_lifetime(self: copy self)
  mutating func readTableRow(_ line: SourceRange) {
    var end = line.upper
    var section = Table.Section.body
    var isFormat = false
    switch bytes[end - 1] | 0x20 {
    case UInt8(ascii: "h"): (section, end) = (.header, end - 1)
    case UInt8(ascii: "f"): (section, end) = (.footer, end - 1)
    case UInt8(ascii: "c"): (isFormat, end) = (true, end - 1)
    default: break
    }
    guard end - line.lower > 2, bytes[end - 1] == UInt8(ascii: "|") else { return addText(line) }
    let cellRanges = cells(in: SourceRange(line.lower + 1, end - 1))
    let holder = tree.nearest { kind in
      if case .table(_, cellRanges.count) = kind { return true }
      return PukiWikiTree.holdsBlocks(kind)
    }
    // A format row sets how cells look; it shows nothing.
    let row: [PukiWikiTable.Row]
    if isFormat {
      row = []
    } else {
      var cells: [PukiWikiTable.Cell] = []
      for range in cellRanges { cells.append(cell(range)) }
      row = [PukiWikiTable.Row(section: section, cells: cells, range: line)]
    }
    if case .table(let rows, let columns) = tree.nodes[holder].kind {
      tree.replaceKind(of: holder, by: .table(rows: rows + row, columns: columns))
      tree.stretch(holder, to: line)
      tree.last = holder
      return
    }
    tree.insert(.table(rows: row, columns: cellRanges.count), below: holder, range: line)
  }

  func cells(in range: SourceRange) -> [SourceRange] {
    var cells: [SourceRange] = []
    var start = range.lower
    for index in range.lower..<range.upper where bytes[index] == UInt8(ascii: "|") {
      cells.append(SourceRange(start, index))
      start = index + 1
    }
    cells.append(SourceRange(start, range.upper))
    return cells
  }

  @_lifetime(self: copy self)
  mutating func cell(_ range: SourceRange) -> PukiWikiTable.Cell {
    var text = trimmed(range, in: bytes)
    if text.count == 1, bytes[text.lower] == UInt8(ascii: ">") { return .joinedRight }
    if text.count == 1, bytes[text.lower] == UInt8(ascii: "~") { return .joinedUp }
    var isHeader = false
    var alignment: Alignment?
    if !text.isEmpty, bytes[text.lower] == UInt8(ascii: "~") {
      isHeader = true
      text = SourceRange(text.lower + 1, text.upper)
    }
    for (word, value) in Self.alignmentWords
    where matches(word, at: text.lower, in: bytes, end: text.upper) {
      alignment = value
      text = SourceRange(text.lower + word.utf8CodeUnitCount, text.upper)
    }
    var content: [Inline] = []
    inlines.read(trimmed(text, in: bytes), into: &content)
    return .content(content, isHeader: isHeader, alignment: alignment, range: range)
  }

  static let alignmentWords: [(StaticString, Alignment)] = [
    ("LEFT:", .left), ("CENTER:", .center), ("RIGHT:", .right),
  ]

  /// `#name` or `#name(arguments)`, alone on its line.
  @_lifetime(self: copy self)
  mutating func readPlugin(_ line: SourceRange) {
    var index = line.lower + 1
    while index < line.upper, isWord(bytes[index]) { index += 1 }
    let name = SourceRange(line.lower + 1, index)
    var arguments: SourceRange?
    if index < line.upper, bytes[index] == UInt8(ascii: "(") {
      var close = line.upper - 1
      while close > index, bytes[close] != UInt8(ascii: ")") { close -= 1 }
      guard close > index else { return addText(line) }
      arguments = SourceRange(index + 1, close)
    } else if trimmed(SourceRange(index, line.upper), in: bytes).isEmpty == false {
      return addText(line)
    }
    guard !name.isEmpty else { return addText(line) }
    let plugin = Plugin(name: name, arguments: arguments, body: nil, range: line)
    let block: Block
    if name.count == 8, matches("contents", at: name.lower, in: bytes, end: name.upper) {
      block = .tableOfContents(line)
    } else if name.count == 2, matches("hr", at: name.lower, in: bytes, end: name.upper) {
      block = .rule(line)
    } else {
      block = .plugin(plugin)
    }
    tree.insert(.leaf(block), below: tree.nearest(PukiWikiTree.holdsBlocks), range: line)
  }
}
