/// The texts of a table's cells by row and column, as Markdown can say them: where a cell spans others,
/// those are empty, and rows in which nothing stands are left out.
struct TableGrid {
  let rows: [[String]]

  init(_ table: HTMLNode, text: (HTMLNode) -> String) {
    let nodes = Self.rows(of: table)
    var cells: [[Int: String]] = nodes.map { _ in [:] }
    for (row, node) in nodes.enumerated() {
      var column = 0
      for cell in node.children where cell.name == "td" || cell.name == "th" {
        while cells[row][column] != nil { column += 1 }
        let width = Self.span("colspan", of: cell)
        let height = min(Self.span("rowspan", of: cell), nodes.count - row)
        for lower in row..<row + height {
          for right in column..<column + width { cells[lower][right] = "" }
        }
        cells[row][column] = text(cell)
        column += width
      }
    }
    let width = cells.flatMap(\.keys).max().map { $0 + 1 } ?? 0
    rows = cells.map { row in (0..<width).map { row[$0] ?? "" } }
      .filter { $0.contains { !$0.isEmpty } }
  }

  private static func span(_ name: String, of cell: HTMLNode) -> Int {
    max(1, cell.attributes[name].flatMap { Int($0) } ?? 1)
  }

  private static func rows(of node: HTMLNode) -> [HTMLNode] {
    node.children.flatMap { $0.name == "tr" ? [$0] : rows(of: $0) }
  }
}
