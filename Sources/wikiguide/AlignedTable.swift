import SourceText

/// Rows of cells as aligned columns of text.
struct AlignedTable {
  private var rows: [[String]]

  init(heads: [String]) { rows = [heads] }

  init() { rows = [] }

  mutating func add(_ cells: String...) { rows.append(cells.map(\.escapingControls)) }

  /// One line a row, columns two spaces apart, no spaces at the ends of lines.
  func text(indent: String = "  ") -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = indent
      for (cell, width) in zip(row, widths) where width > 0 {
        line += DisplayWidth.padded(cell, to: width) + "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
