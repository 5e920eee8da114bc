import SourceText

/// Rows of cells as aligned columns of text.
struct AlignedTable {
  private var rows: [[String]]
  private let hasHeads: Bool

  init(heads: [String]) {
    rows = [heads]
    hasHeads = true
  }

  init() {
    rows = []
    hasHeads = false
  }

  mutating func add(_ cells: String...) { rows.append(cells.map(\.escapingControls)) }

  /// One line a row, columns two spaces apart, no spaces at the ends of lines.
  /// - Parameters:
  ///   - heads: how the row of heads is coloured.
  ///   - paint: how a cell is coloured, which must add no column.
  func text(
    indent: String = "  ", heads: (String) -> String = { $0 },
    paint: (_ cell: String, _ column: Int) -> String = { cell, _ in cell }
  ) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      let isHead = hasHeads && index == 0
      var line = indent
      var gap = 0
      for (column, (cell, width)) in zip(row, widths).enumerated() where width > 0 {
        if !cell.isEmpty {
          line += String(repeating: " ", count: gap) + (isHead ? heads(cell) : paint(cell, column))
          gap = 0
        }
        gap += width - DisplayWidth.of(cell) + 2
      }
      return line + "\n"
    }.joined()
  }
}
