import SourceText

/// Lists, tables and verbatim text in HTML.
extension MarkdownTree {
  /// A list, an item, a table, a row or a cell whose end has not come.
  struct OpenPart {
    let kind: Kind
    /// What stands before it in what it is a part of.
    var outer: [Block]
    var range: SourceRange
    var items: [ListItem] = []
    var rows: [Table.Row] = []
    var cells: [Table.Cell] = []
    /// For how many rows to come a cell from above reaches down, column by column.
    var reach: [Int] = []

    enum Kind: Equatable {
      case list(isOrdered: Bool, start: Int)
      case item, table, row
      case cell(isHead: Bool, columns: Int, rows: Int)

      var isList: Bool { if case .list = self { true } else { false } }
      var isCell: Bool { if case .cell = self { true } else { false } }
    }
  }

  private static let mostColumns = 40

  /// Takes a tag that arranges blocks.
  /// - Returns: whether it has a meaning where it stands.
  mutating func arrange(_ tag: MarkdownTag, _ range: SourceRange, in reading: inout Reading) -> Bool
  {
    guard reading.parts.count < Self.deepestNesting else { return false }
    func number(_ name: String) -> Int? {
      tag.attributes[name].flatMap { Int(String(decoding: text.bytes[$0], as: UTF8.self)) }
    }
    func span(_ name: String) -> Int { min(max(number(name) ?? 1, 1), Self.mostColumns) }
    switch tag.name {
    case "ul", "ol":
      guard !tag.isEnd else { return close(\.isList, at: range, in: &reading) }
      let start = min(max(number("start") ?? 1, 0), 999_999_999)
      open(.list(isOrdered: tag.name == "ol", start: start), range, in: &reading)
    case "li":
      let isInItem = reading.parts.last?.kind == .item
      if tag.isEnd { return close({ $0 == .item }, at: range, in: &reading) }
      if isInItem { closePart(&reading, at: range) }
      guard reading.parts.last?.kind.isList == true else { return false }
      open(.item, range, in: &reading)
    case "table":
      guard !tag.isEnd else { return close({ $0 == .table }, at: range, in: &reading) }
      open(.table, range, in: &reading)
    case "thead", "tbody", "tfoot":
      return reading.parts.contains { $0.kind == .table }
    case "tr":
      if tag.isEnd { return close({ $0 == .row }, at: range, in: &reading) }
      closeParts(of: { $0.isCell || $0 == .row }, at: range, in: &reading)
      guard reading.parts.last?.kind == .table else { return false }
      open(.row, range, in: &reading)
    case "td", "th":
      if tag.isEnd { return close(\.isCell, at: range, in: &reading) }
      closeParts(of: \.isCell, at: range, in: &reading)
      guard reading.parts.last?.kind == .row else { return false }
      let kind = OpenPart.Kind.cell(
        isHead: tag.name == "th", columns: span("colspan"), rows: span("rowspan"))
      open(kind, range, in: &reading)
    default: return false
    }
    return true
  }

  private func open(_ kind: OpenPart.Kind, _ range: SourceRange, in reading: inout Reading) {
    reading.parts.append(OpenPart(kind: kind, outer: reading.blocks, range: range))
    reading.blocks = []
  }

  /// Closes the innermost part of a kind, and those within it; nothing where none is open.
  private mutating func close(
    _ isMeant: (OpenPart.Kind) -> Bool, at range: SourceRange, in reading: inout Reading
  ) -> Bool {
    guard let place = reading.parts.lastIndex(where: { isMeant($0.kind) }) else { return false }
    while reading.parts.count > place { closePart(&reading, at: range) }
    return true
  }

  private mutating func closeParts(
    of isMeant: (OpenPart.Kind) -> Bool, at range: SourceRange, in reading: inout Reading
  ) {
    while let last = reading.parts.last, isMeant(last.kind) { closePart(&reading, at: range) }
  }

  /// Closes the innermost part; what it holds goes to the one around it.
  mutating func closePart(_ reading: inout Reading, at end: SourceRange) {
    guard var part = reading.parts.popLast() else { return }
    let inner = reading.blocks
    let range = inner.reduce(part.range.union(end)) { $0.union($1.range) }
    reading.blocks = part.outer
    // The blocks are held once, so that what is added to them copies none.
    part.outer = []
    let last = reading.parts.count - 1
    switch part.kind {
    case .item:
      reading.parts[last].items.append(ListItem(blocks: inner, range: range))
    case .cell(let isHead, let columns, let rows):
      let content = Self.inlines(of: inner)
      addCell(
        Table.Cell(
          content: content, isHeader: isHead, columnSpan: columns, rowSpan: rows, alignment: nil,
          column: 0, range: range), to: &reading.parts)
    case .row:
      reading.blocks += inner
      guard !part.cells.isEmpty else { return }
      let isHead = reading.parts[last].rows.isEmpty && part.cells.allSatisfy(\.isHeader)
      reading.parts[last].rows.append(
        Table.Row(section: isHead ? .header : .body, cells: part.cells, range: range))
    case .table:
      reading.blocks += inner
      guard !part.rows.isEmpty else {
        unread.append(UnreadMarkup(name: "table", range: part.range))
        return
      }
      reading.blocks.append(.table(Table(rows: part.rows, range: range)))
    case .list(let isOrdered, let start):
      reading.blocks += inner
      guard !part.items.isEmpty else {
        unread.append(UnreadMarkup(name: isOrdered ? "ol" : "ul", range: part.range))
        return
      }
      let level = listDepth + 1 + reading.parts.count { $0.kind.isList }
      var list = List(
        isOrdered: isOrdered, level: level, start: isOrdered ? start : 1, items: part.items,
        range: range)
      list.isTight = true
      reading.blocks.append(.list(list))
    }
  }

  /// Adds a cell to the row that is open, in the first column that no cell from above reaches into.
  private func addCell(_ cell: Table.Cell, to parts: inout [OpenPart]) {
    let (row, table) = (parts.count - 1, parts.count - 2)
    if parts[row].cells.isEmpty, parts[row].reach.isEmpty {
      parts[row].reach = parts[table].reach
      parts[table].reach = parts[table].reach.map { max($0 - 1, 0) }
    }
    var cell = cell
    var column = parts[row].cells.last.map { $0.column + $0.columnSpan } ?? 0
    while column < parts[row].reach.count, parts[row].reach[column] > 0 { column += 1 }
    guard column + cell.columnSpan <= Self.mostColumns else {
      // Nobody reads a table that wide: its words go to the last cell.
      guard let last = parts[row].cells.indices.last else { return }
      parts[row].cells[last].content += cell.content
      return
    }
    cell.column = column
    parts[row].cells.append(cell)
    guard cell.rowSpan > 1 else { return }
    let end = column + cell.columnSpan
    while parts[table].reach.count < end { parts[table].reach.append(0) }
    for place in column..<end { parts[table].reach[place] = cell.rowSpan - 1 }
  }

  // MARK: - Verbatim text

  /// The lines between `<pre>` and `</pre>`; nil where the end does not come.
  mutating func verbatim(behind tag: MarkdownTag, from start: Int) -> Block? {
    guard !tag.isEnd, verbatimEndsNowhere != scanner.end else { return nil }
    var close = tag.end
    while close < scanner.end, !matches("</pre>", at: close, in: text.bytes.span, end: scanner.end)
    {
      close += 1
    }
    guard close < scanner.end else {
      verbatimEndsNowhere = scanner.end
      return nil
    }
    let end = scanner.end
    scanner.offset = tag.end
    scanner.end = close
    skipCodeTag()
    if matches("</code>", at: max(close - 7, scanner.offset), in: text.bytes.span, end: close) {
      scanner.end = close - 7
    }
    var lines: [SourceRange] = []
    var first = scanner.offset
    func line(_ upper: Int) -> Range<Int> { first..<upper }
    while true {
      guard scanner.isAtEnd || MarkdownScanner.isLineEnd(scanner.peek()) else {
        scanner.advance()
        continue
      }
      let place = line(scanner.offset)
      // HTML drops a line end right behind the tag, and nobody sees one right before its end.
      if !place.isEmpty || !lines.isEmpty && !scanner.isAtEnd {
        let range = text.source(place.lowerBound, place.upperBound)
        note(range, says: meaning(of: place, readsEscapes: false))
        lines.append(range)
      }
      guard !scanner.isAtEnd else { break }
      if scanner.peek() == UInt8(ascii: "\r"), scanner.peek(1) == UInt8(ascii: "\n") {
        scanner.advance()
      }
      scanner.advance()
      first = scanner.offset
    }
    scanner.end = end
    scanner.offset = close + 6
    let range = lines.reduce(text.source(start, close + 6)) { $0.union($1) }
    return .preformatted(Preformatted(lines: lines, range: range))
  }

  private mutating func skipCodeTag() {
    guard let tag = MarkdownTag(at: scanner.offset, in: text.bytes, end: scanner.end),
      tag.name == "code", !tag.isEnd
    else { return }
    scanner.offset = tag.end
  }
}
