import CommonMark
import SourceText
import Syntax

/// Tables: elements with spans in HTML, rows of bars in Markdown.
///
/// In Markdown a cell that spans columns is followed by empty cells, and the rows below one that
/// spans rows have an empty cell there. CommonMark has no tables, so both are frames around inlines.
extension BodyWriter {
  mutating func write(_ table: Table) {
    let columns = table.rows.map(Self.width).max() ?? 0
    guard columns > 0 else { return }
    let heads = table.rows.filter { $0.section == .header }
    let bodies = table.rows.filter { $0.section == .body }
    let feet = table.rows.filter { $0.section == .footer }
    openHTML("<div class=\"table-scroll\" tabindex=\"0\">\n<table>", "</table>\n</div>")
    isInCell = true
    write(heads, in: "thead", columns: columns)
    if heads.isEmpty { addRule(columns, withEmptyHead: true) }
    write(bodies, in: "tbody", columns: columns)
    write(feet, in: "tfoot", columns: columns)
    isInCell = false
    tree.close()
  }

  private mutating func write(_ rows: [Table.Row], in element: String, columns: Int) {
    guard !rows.isEmpty else { return }
    tree.open(.customInline(.init(html: ("<\(element)>\n", "</\(element)>\n"))))
    for (index, row) in rows.enumerated() {
      tree.open(.customInline(.init(html: ("<tr>", "</tr>\n"), markdown: ("|", "\n"))))
      write(row, isHead: element == "thead", columns: columns)
      tree.close()
      // Markdown knows one row of heads.
      if element == "thead", index == 0 { addRule(columns, withEmptyHead: false) }
    }
    tree.close()
  }

  private mutating func write(_ row: Table.Row, isHead: Bool, columns: Int) {
    var column = 0
    for cell in row.cells {
      addEmptyMarkdownCells(cell.column - column)
      let enter = Self.opening(of: cell, isHead: isHead)
      let exit = isHead || cell.isHeader ? "</th>" : "</td>"
      tree.open(.customInline(.init(html: (enter, exit), markdown: (" ", " |"))))
      write(cell.content)
      tree.close()
      addEmptyMarkdownCells(cell.columnSpan - 1)
      column = cell.column + cell.columnSpan
    }
    // Who reads the Markdown of a wide table fills up what a short row lacks.
    if columns - column <= Self.mostEmptyCells { addEmptyMarkdownCells(columns - column) }
  }

  private static let mostEmptyCells = 100

  private static func opening(of cell: Table.Cell, isHead: Bool) -> String {
    let isPlain = cell.columnSpan <= 1 && cell.rowSpan <= 1 && cell.alignment == nil
    if isPlain, !isHead, !cell.isHeader { return "<td>" }
    var text = isHead || cell.isHeader ? "<th scope=\"\(isHead ? "col" : "row")\"" : "<td"
    if cell.columnSpan > 1 { text += " colspan=\"\(cell.columnSpan)\"" }
    if cell.rowSpan > 1 { text += " rowspan=\"\(cell.rowSpan)\"" }
    if let alignment = cell.alignment { text += " class=\"align-\(alignment.rawValue)\"" }
    return text + ">"
  }

  private mutating func addEmptyMarkdownCells(_ count: Int) {
    guard count > 0 else { return }
    addMarkdown(String(repeating: "  |", count: count))
  }

  private mutating func addRule(_ columns: Int, withEmptyHead: Bool) {
    let head = withEmptyHead ? "|" + String(repeating: "  |", count: columns) + "\n" : ""
    addMarkdown(head + "|" + String(repeating: " --- |", count: columns) + "\n")
  }

  private mutating func addMarkdown(_ text: String) {
    tree.add(inline: .init(html: ("", ""), markdown: (text, "")))
  }

  private static func width(_ row: Table.Row) -> Int {
    row.cells.map { $0.column + $0.columnSpan }.max() ?? 0
  }
}
