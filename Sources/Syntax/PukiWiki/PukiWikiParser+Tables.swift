import SourceText

/// Lines of tables whose cells stand between bars.
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
    var table = tree.nearest { kind in
      if case .table(cellRanges.count) = kind { return true }
      return PukiWikiTree.holdsBlocks(kind)
    }
    if case .table = tree.nodes[table].kind {
      tree.stretch(table, to: line)
    } else {
      table = tree.insert(.table(columns: cellRanges.count), below: table, range: line)
    }
    tree.last = table
    if isFormat {
      // A format row sets how the cells below it look; it shows nothing.
      tree.nodes[table].formats = []
      for range in cellRanges {
        tree.nodes[table].formats.append(PukiWikiCellStyle(range, in: inlines))
      }
    } else {
      let formats = tree.nodes[table].formats
      let row = row(cellRanges, formats: formats, section: section, line: line)
      tree.nodes[table].rows.append(row)
    }
  }

  @_lifetime(self: copy self)
  mutating func row(
    _ ranges: [SourceRange], formats: [PukiWikiCellStyle], section: Table.Section,
    line: SourceRange
  ) -> PukiWikiTable.Row {
    var cells: [PukiWikiTable.Cell] = []
    for (column, range) in ranges.enumerated() {
      let format = column < formats.count ? formats[column] : PukiWikiCellStyle()
      cells.append(cell(range, format: format))
    }
    return PukiWikiTable.Row(section: section, cells: cells, range: line)
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
  mutating func cell(
    _ range: SourceRange, format: PukiWikiCellStyle
  ) -> PukiWikiTable.Cell {
    var style = PukiWikiCellStyle(range, in: inlines)
    var text = style.rest
    if text.count == 1, bytes[text.lower] == UInt8(ascii: ">") { return .joinedRight }
    if text.count == 1, bytes[text.lower] == UInt8(ascii: "~") { return .joinedUp }
    style.inherit(format)
    var isHeader = false
    if !text.isEmpty, bytes[text.lower] == UInt8(ascii: "~") {
      isHeader = true
      text = SourceRange(text.lower + 1, text.upper)
      let inner = PukiWikiCellStyle(text, in: inlines)
      text = inner.rest
      style.prefer(inner)
    }
    var content: [Inline] = []
    inlines.read(text, into: &content)
    return .content(
      style.dress(content, range: text), isHeader: isHeader, alignment: style.alignment,
      range: range)
  }
}
