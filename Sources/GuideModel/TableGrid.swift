import SourceText
import Syntax

/// A table as a grid in which joined cells stand in each place that they cover, read by rows or,
/// where clients are columns, by columns.
struct TableGrid {
  struct Place {
    let cell: Table.Cell
    /// The row in which the cell begins.
    let row: Int
  }

  /// Rows of heads, in the order of the table, and rows below them.
  let heads: [Int]
  let body: [Int]
  let width: Int
  let range: SourceRange
  private let rows: [Table.Row]
  private var places: [[Place?]]

  /// More places than this, and than so many for each cell, are those of a table that nobody reads: a wide
  /// row above many short ones has more of them than the page has bytes.
  private static let mostPlaces = (ofAll: 10_000, ofACell: 20)

  /// - Returns: nil for a table that is nearly empty.
  init?(_ table: Table) {
    rows = table.rows
    range = table.range
    width = table.rows.flatMap(\.cells).map { $0.column + 1 }.max() ?? 0
    let cells = table.rows.reduce(0) { $0 + $1.cells.count }
    let most = Self.mostPlaces.ofAll + Self.mostPlaces.ofACell * cells
    guard width * rows.count <= most else { return nil }
    places = table.rows.map { _ in [] }
    for index in places.indices { places[index] = Array(repeating: nil, count: width) }
    for (row, tableRow) in table.rows.enumerated() {
      for cell in tableRow.cells {
        let lastRow = min(row + max(cell.rowSpan, 1), rows.count)
        let lastColumn = min(cell.column + max(cell.columnSpan, 1), width)
        for r in row..<max(lastRow, row + 1) where cell.column < lastColumn {
          for column in cell.column..<lastColumn where places[r][column] == nil {
            places[r][column] = Place(cell: cell, row: row)
          }
        }
      }
    }
    let headers = table.rows.indices.filter { table.rows[$0].section == .header }
    let heads = headers.isEmpty ? Array(table.rows.indices.prefix(1)) : headers
    self.heads = heads
    body = table.rows.indices.filter {
      (!headers.isEmpty || $0 > 0) && table.rows[$0].section == .body
    }
  }

  func place(_ row: Int, _ column: Int) -> Place? { places[row][column] }

  func range(ofRow row: Int) -> SourceRange { rows[row].range }

  /// The cells of a column's head, from above.
  func headCells(_ column: Int) -> [Table.Cell] {
    var seen: Set<SourceRange> = []
    return heads.compactMap { places[$0][column]?.cell }.filter { seen.insert($0.range).inserted }
  }
}
