import SourceText

/// Tables of `|`: rows are gathered with their marks, then joined cells are worked out.
enum PukiWikiTable {
  struct Row {
    let section: Table.Section
    let cells: [Cell]
    let range: SourceRange
  }

  enum Cell {
    case content([Inline], isHeader: Bool, alignment: Alignment?, range: SourceRange)
    /// `>`: joined to the cell on its right.
    case joinedRight
    /// `~`: joined to the cell above.
    case joinedUp
  }

  /// Works out spans. A `>` at a row's end has nothing to its right and is an empty cell.
  static func table(rows: [Row], range: SourceRange) -> Table {
    var result: [[Table.Cell]] = []
    var origins: [Int: (row: Int, cell: Int)] = [:]
    for (rowIndex, row) in rows.enumerated() {
      var cells: [Table.Cell] = []
      var column = 0
      var pending = 0
      for cell in row.cells {
        switch cell {
        case .joinedRight: pending += 1
        case .joinedUp:
          if let origin = origins[column], rowIndex > 0 {
            result[origin.row][origin.cell].rowSpan += 1
          } else {
            cells.append(emptyCell(column: column, range: row.range))
          }
          pending = 0
        case .content(let content, let isHeader, let alignment, let cellRange):
          let first = column - pending
          cells.append(
            Table.Cell(
              content: content, isHeader: isHeader, columnSpan: pending + 1, rowSpan: 1,
              alignment: alignment, column: first, range: cellRange))
          for covered in first...column { origins[covered] = (rowIndex, cells.count - 1) }
          pending = 0
        }
        column += 1
      }
      result.append(cells)
    }
    let tableRows = zip(rows, result).map { row, cells in
      Table.Row(section: row.section, cells: cells, range: row.range)
    }
    return Table(rows: tableRows, range: range)
  }

  private static func emptyCell(column: Int, range: SourceRange) -> Table.Cell {
    Table.Cell(
      content: [], isHeader: false, columnSpan: 1, rowSpan: 1, alignment: nil, column: column,
      range: range)
  }
}
