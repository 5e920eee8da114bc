import SourceText

/// Tables: `^ header ^ header ^`, `| cell | cell |`.
extension DokuWikiParser {
  /// A cell as written, its spaces with it.
  private struct Cell {
    let range: SourceRange
    let isHeader: Bool
  }

  @_lifetime(self: copy self)
  mutating func readTable(at start: Int, end: Int, into blocks: inout [Block]) -> Int {
    var rows: [Table.Row] = []
    // The row and the place in it of the cell that each column shows last.
    var owners: [(row: Int, cell: Int)?] = []
    var index = start
    var isHead = true
    while index < end, bytes[index] == UInt8(ascii: "^") || bytes[index] == UInt8(ascii: "|") {
      let line = logicalLine(at: index, end: end)
      index = startOfLine(behind: line, in: bytes, end: end)
      let written = cells(of: trimmed(line, in: bytes))
      isHead = isHead && isHeadRow(written)
      let row = row(written, isHead: isHead, line: line, above: &rows, owners: &owners)
      rows.append(row)
    }
    // Where all rows would be the head, none is.
    if isHead {
      rows = rows.map { Table.Row(section: .body, cells: $0.cells, range: $0.range) }
    }
    if let first = rows.first, let last = rows.last {
      blocks.append(.table(Table(rows: rows, range: first.range.union(last.range))))
    }
    return index
  }

  /// The wiki's own rule: mostly headers, and no more than two other cells.
  private func isHeadRow(_ cells: [Cell]) -> Bool {
    let headers = cells.count { $0.isHeader }
    let others = cells.count - headers
    return headers > 0 && others <= 2 && 2 * others <= headers
  }

  @_lifetime(self: copy self)
  private mutating func row(
    _ written: [Cell], isHead: Bool, line: SourceRange, above rows: inout [Table.Row],
    owners: inout [(row: Int, cell: Int)?]
  ) -> Table.Row {
    var cells: [Table.Cell] = []
    for (column, cell) in written.enumerated() {
      if owners.count <= column { owners.append(nil) }
      if cell.range.isEmpty, !cells.isEmpty, column > 0 {
        // Nothing between two marks joins the cell to the one before it.
        cells[cells.count - 1].columnSpan += 1
        owners[column] = nil
        continue
      }
      let text = trimmed(cell.range, in: bytes)
      if spells(text, ":::", in: bytes), let owner = owners[column],
        (rows[owner.row].section == .header) == isHead
      {
        rows[owner.row].cells[owner.cell].rowSpan += 1
        continue
      }
      owners[column] = (rows.count, cells.count)
      let isJoinedToNothing = spells(text, ":::", in: bytes)
      cells.append(
        Table.Cell(
          content: isJoinedToNothing ? [] : inlines.read(text), isHeader: cell.isHeader,
          columnSpan: 1, rowSpan: 1, alignment: alignment(cell.range), column: column,
          range: cell.range))
    }
    return Table.Row(section: isHead ? .header : .body, cells: cells, range: line)
  }

  /// What stands between marks. What stands behind the last one is a cell too, though the wiki itself
  /// drops it.
  private func cells(of line: SourceRange) -> [Cell] {
    var cells: [Cell] = []
    var isHeader = bytes[line.lower] == UInt8(ascii: "^")
    var start = line.lower + 1
    var index = start
    while index < line.upper {
      if let close = pairs.end(at: index), close <= line.upper {
        index = close
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "^") || byte == UInt8(ascii: "|") {
        cells.append(Cell(range: SourceRange(start, index), isHeader: isHeader))
        isHeader = byte == UInt8(ascii: "^")
        start = index + 1
      }
      index += 1
    }
    if start < line.upper {
      cells.append(Cell(range: SourceRange(start, line.upper), isHeader: isHeader))
    }
    return cells
  }

  /// Two spaces before the text move it to the right, two behind it to the left.
  private func alignment(_ cell: SourceRange) -> Alignment? {
    let text = trimmed(cell, in: bytes)
    guard !text.isEmpty else { return nil }
    switch (text.lower - cell.lower >= 2, cell.upper - text.upper >= 2) {
    case (true, true): return .center
    case (true, false): return .right
    case (false, true): return .left
    case (false, false): return nil
    }
  }
}
