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

  /// Works out spans, so that every row and every column has a cell that begins there: a `>` with
  /// nothing to its right and a `~` with nothing above it in its part of the table are empty cells.
  static func table(rows: [Row], range: SourceRange) -> Table {
    var cells: [[Table.Cell]] = []
    var origins: [Int: Origin] = [:]
    var section: Table.Section?
    for row in rows {
      if row.section != section { origins = [:] }
      section = row.section
      cells.append(place(row, index: cells.count, below: &cells, &origins))
    }
    removeColumnsWithoutCells(&cells)
    let tableRows = zip(rows, cells).map { row, cells in
      Table.Row(section: row.section, cells: cells, range: row.range)
    }
    return Table(rows: tableRows, range: range)
  }

  /// The cell that covers a column.
  private struct Origin {
    let row: Int
    let cell: Int
  }

  private static func place(
    _ row: Row, index: Int, below above: inout [[Table.Cell]], _ origins: inout [Int: Origin]
  ) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    var covered: [Int: Origin] = [:]
    var stretched: Set<Int> = []
    /// Whether a cell above grows, by the column in which it begins: asked once a cell, not a column.
    var grows: [Int: Bool] = [:]
    var pending = 0
    // A row of nothing but `~` would have no cell of its own.
    let canJoinUp = row.cells.contains { if case .content = $0 { true } else { false } }

    func add(_ cell: Table.Cell, through column: Int) {
      cells.append(cell)
      let origin = Origin(row: index, cell: cells.count - 1)
      for column in cell.column...column { covered[column] = origin }
    }

    for (column, cell) in row.cells.enumerated() {
      switch cell {
      case .joinedRight: pending += 1
      case .joinedUp:
        if pending > 0 {
          add(
            emptyCell(from: column - pending, columns: pending, range: row.range),
            through: column - 1)
          pending = 0
        }
        let origin = canJoinUp ? origins[column] : nil
        let first = origin.map { above[$0.row][$0.cell].column }
        if let origin, let first, grows[first] == nil {
          grows[first] = joinsAll(row, under: above[origin.row][origin.cell])
        }
        guard let origin, let first, grows[first] == true else {
          add(emptyCell(from: column, columns: 1, range: row.range), through: column)
          continue
        }
        // A cell over several columns grows by one row, however many `~` say so.
        if stretched.insert(first).inserted {
          above[origin.row][origin.cell].rowSpan += 1
        }
        covered[column] = origin
      case .content(let content, let isHeader, let alignment, let range):
        add(
          Table.Cell(
            content: content, isHeader: isHeader, columnSpan: pending + 1, rowSpan: 1,
            alignment: alignment, column: column - pending, range: range), through: column)
        pending = 0
      }
    }
    if pending > 0 {
      let first = row.cells.count - pending
      add(
        emptyCell(from: first, columns: pending, range: row.range), through: row.cells.count - 1)
    }
    origins = covered
    return cells
  }

  /// A cell over several columns grows only where all of them say so: else it would lie over others.
  private static func joinsAll(_ row: Row, under cell: Table.Cell) -> Bool {
    let columns = cell.column..<(cell.column + cell.columnSpan)
    return columns.allSatisfy { column in
      guard row.cells.indices.contains(column), case .joinedUp = row.cells[column] else {
        return false
      }
      return true
    }
  }

  private static func emptyCell(from column: Int, columns: Int, range: SourceRange) -> Table.Cell {
    Table.Cell(
      content: [], isHeader: false, columnSpan: columns, rowSpan: 1, alignment: nil,
      column: column, range: range)
  }

  /// A column in which no cell begins is no column: the cells that span it are narrower.
  private static func removeColumnsWithoutCells(_ rows: inout [[Table.Cell]]) {
    let width = rows.joined().map { $0.column + $0.columnSpan }.max() ?? 0
    let begun = Set(rows.joined().map(\.column))
    guard (0..<width).contains(where: { !begun.contains($0) }) else { return }
    // How many columns that stay lie before each.
    var before = [0]
    for column in 0..<width { before.append(before[column] + (begun.contains(column) ? 1 : 0)) }
    for row in rows.indices {
      for cell in rows[row].indices {
        let (first, span) = (rows[row][cell].column, rows[row][cell].columnSpan)
        rows[row][cell].columnSpan = before[first + span] - before[first]
        rows[row][cell].column = before[first]
      }
    }
  }
}
