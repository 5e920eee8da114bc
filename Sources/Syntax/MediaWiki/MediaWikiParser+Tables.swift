import SourceText

/// Tables between `{|` and `|}`.
extension MediaWikiParser {
  /// A cell as written: its first piece stands behind its mark, the others on the lines below.
  struct Cell {
    var pieces: [SourceRange]
    let attributes: SourceRange?
    let isHeader: Bool
    var range: SourceRange
  }

  /// A row as written.
  struct Row {
    var cells: [Cell] = []
    var range: SourceRange
  }

  /// Cells that are joined over more columns, rows or places than these are not.
  private static let widestSpan = 200

  /// Where `{|` stands at the beginning of a line, perhaps set in.
  func tableStart(_ line: SourceRange) -> Int? {
    var index = line.lower
    while index < line.upper, bytes[index] == UInt8(ascii: ":") || isBlank(bytes[index]) {
      index += 1
    }
    return matches("{|", at: index, in: bytes, end: line.upper) ? index : nil
  }

  @_lifetime(self: copy self)
  mutating func readTable(
    at start: Int, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int {
    var rows: [Row] = []
    var caption: SourceRange?
    var isInCaption = false
    var before: [SourceRange] = []
    var index = startOfLine(behind: logicalLine(at: start, end: end), in: bytes, end: end)
    var last = start + 2
    var nested = 0
    while index < end {
      index = behindComments(at: index, end: end)
      let line = logicalLine(at: index, end: end)
      let text = trimmed(line, in: bytes)
      index = startOfLine(behind: line, in: bytes, end: end)
      guard !text.isEmpty else { continue }
      last = text.upper
      // A table in a cell has no place of its own here: its rows become lines of the cell.
      if tableStart(text) != nil {
        nested += 1
      } else if nested > 0, matches("|}", at: text.lower, in: bytes, end: text.upper) {
        nested -= 1
        append(text, to: &rows, before: &before)
        continue
      }
      if nested > 0 {
        append(text, to: &rows, before: &before)
      } else if matches("|}", at: text.lower, in: bytes, end: text.upper),
        !matches("|}}", at: text.lower, in: bytes, end: text.upper)
      {
        let rest = trimmed(SourceRange(text.lower + 2, text.upper), in: bytes)
        if !rest.isEmpty { index = rest.lower }
        last = text.lower + 2
        break
      } else if matches("|-", at: text.lower, in: bytes, end: text.upper) {
        rows.append(Row(range: text))
        isInCaption = false
      } else if matches("|+", at: text.lower, in: bytes, end: text.upper) {
        let words = SourceRange(text.lower + 2, text.upper)
        caption = trimmed(content(of: words).text, in: bytes)
        isInCaption = true
      } else if bytes[text.lower] == UInt8(ascii: "|") || bytes[text.lower] == UInt8(ascii: "!")
        || matches("{{!}}", at: text.lower, in: bytes, end: text.upper)
      {
        if rows.isEmpty { rows.append(Row(range: text)) }
        rows[rows.count - 1].cells += cells(of: text)
        rows[rows.count - 1].range = rows[rows.count - 1].range.union(text)
        isInCaption = false
      } else if isInCaption, rows.isEmpty {
        caption = caption?.union(text)
      } else {
        append(text, to: &rows, before: &before)
      }
    }
    add(rows, caption, before, range: SourceRange(start, last), into: &blocks)
    return index
  }

  private func append(
    _ text: SourceRange, to rows: inout [Row], before: inout [SourceRange]
  ) {
    guard let row = rows.indices.last, let cell = rows[row].cells.indices.last else {
      return before.append(text)
    }
    rows[row].cells[cell].pieces.append(text)
    rows[row].cells[cell].range = rows[row].cells[cell].range.union(text)
    rows[row].range = rows[row].range.union(text)
  }

  /// `|a||b`, `!a!!b`, each perhaps with attributes and a bar before its text.
  private func cells(of line: SourceRange) -> [Cell] {
    let isHeader = bytes[line.lower] == UInt8(ascii: "!")
    var cells: [Cell] = []
    let isTemplate = bytes[line.lower] == UInt8(ascii: "{")
    var start = line.lower + (isTemplate ? 5 : 1)
    var index = start
    func add(_ end: Int) {
      let range = SourceRange(start, end)
      let (attributes, text) = content(of: range)
      cells.append(
        Cell(
          pieces: [trimmed(text, in: bytes)], attributes: attributes, isHeader: isHeader,
          range: range))
    }
    while index < line.upper {
      let parts =
        matches("||", at: index, in: bytes, end: line.upper)
        || isHeader && matches("!!", at: index, in: bytes, end: line.upper)
      if parts {
        add(index)
        index += 2
        start = index
      } else if matches("{{!}}{{!}}", at: index, in: bytes, end: line.upper) {
        add(index)
        index += 10
        start = index
      } else {
        index = inlines.behind(index, end: line.upper)
      }
    }
    add(line.upper)
    return cells
  }

  /// Attributes and text of a cell, a bar between them.
  private func content(of cell: SourceRange) -> (attributes: SourceRange?, text: SourceRange) {
    var index = cell.lower
    while index < cell.upper {
      if bytes[index] == UInt8(ascii: "|") {
        return (SourceRange(cell.lower, index), SourceRange(index + 1, cell.upper))
      }
      if matches("{{!}}", at: index, in: bytes, end: cell.upper) {
        return (SourceRange(cell.lower, index), SourceRange(index + 5, cell.upper))
      }
      // What holds a link or a template is text.
      if bytes[index] == UInt8(ascii: "[") || pairs.end(at: index) != nil { break }
      index += 1
    }
    return (nil, cell)
  }

  // MARK: - Into the document tree

  @_lifetime(self: copy self)
  private mutating func add(
    _ rows: [Row], _ caption: SourceRange?, _ before: [SourceRange], range: SourceRange,
    into blocks: inout [Block]
  ) {
    for text in before {
      blocks.append(.paragraph(Paragraph(content: inlines.read(text), isBare: false, range: text)))
    }
    if let caption, !caption.isEmpty {
      let words = Inline.styled(.strong, inlines.read(caption), caption)
      blocks.append(.paragraph(Paragraph(content: [words], isBare: false, range: caption)))
    }
    var result: [Table.Row] = []
    // How many rows below each column is taken by a cell above.
    var taken: [Int] = []
    var isHead = true
    for row in rows where !row.cells.isEmpty {
      isHead = isHead && row.cells.allSatisfy(\.isHeader)
      var cells: [Table.Cell] = []
      // Of a wide row, those below it carry no more columns than they have to.
      while taken.last == 0 { taken.removeLast() }
      var next = taken.map { max(0, $0 - 1) }
      var column = 0
      for cell in row.cells {
        while column < taken.count, taken[column] > 0 { column += 1 }
        let read = tableCell(cell, column: column)
        cells.append(read)
        let end = column + read.columnSpan
        if next.count < end { next += Array(repeating: 0, count: end - next.count) }
        for index in column..<end { next[index] = read.rowSpan - 1 }
        if taken.count < end { taken += Array(repeating: 0, count: end - taken.count) }
        column = end
      }
      taken = next
      result.append(
        Table.Row(section: isHead ? .header : .body, cells: cells, range: row.range))
    }
    guard !result.isEmpty else { return }
    blocks.append(.table(Table(rows: result, range: range)))
  }

  @_lifetime(self: copy self)
  private mutating func tableCell(_ cell: Cell, column: Int) -> Table.Cell {
    var result = Table.Cell(
      content: content(cell.pieces), isHeader: cell.isHeader, columnSpan: 1, rowSpan: 1,
      alignment: nil, column: column, range: cell.range)
    guard let attributes = cell.attributes else { return result }
    result.columnSpan = span("colspan", attributes)
    result.rowSpan = span("rowspan", attributes)
    if result.columnSpan * result.rowSpan > Self.widestSpan { result.rowSpan = 1 }
    let words =
      (MarkupTag.value(of: "align", among: attributes, in: bytes)
      ?? MarkupTag.value(of: "style", among: attributes, in: bytes)).map {
        foldedText($0, in: bytes).filter { $0 != " " }
      } ?? ""
    for alignment in [Alignment.left, .center, .right] {
      if words == alignment.rawValue || words.contains("text-align:" + alignment.rawValue) {
        result.alignment = alignment
      }
    }
    return result
  }

  private func span(_ name: StaticString, _ attributes: SourceRange) -> Int {
    let value = MarkupTag.value(of: name, among: attributes, in: bytes)
    let count = value.flatMap { number(trimmed($0, in: bytes), in: bytes) } ?? 1
    return (1...Self.widestSpan).contains(count) ? count : 1
  }

  /// A cell holds a line of inlines: what its lower lines say stands behind breaks, items of lists
  /// with a sign or their number, rows of a table in it with signs between their cells.
  @_lifetime(self: copy self)
  private mutating func content(_ pieces: [SourceRange]) -> [Inline] {
    var content: [Inline] = []
    var number = 0
    var tables = 0
    var beginsRow = false
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      if index > 0, tableStart(piece) != nil {
        tables += 1
        beginsRow = true
        continue
      }
      if tables > 0, isTableLine(piece) {
        if matches("|}", at: piece.lower, in: bytes, end: piece.upper) { tables -= 1 }
        let parts = cellsOfInnerTable(piece)
        if parts.isEmpty { beginsRow = true }
        for part in parts {
          let gap = SourceRange(part.lower, part.lower)
          if !content.isEmpty {
            content.append(beginsRow ? .lineBreak(gap) : .character(" · ", gap))
          }
          beginsRow = false
          content += inlines.read(part)
        }
        continue
      }
      let mark = bytes[piece.lower]
      let isItem = index > 0 && (mark == UInt8(ascii: "*") || mark == UInt8(ascii: "#"))
      let gap = SourceRange(piece.lower - 1, piece.lower)
      if !content.isEmpty {
        content.append(isItem || number > 0 || beginsRow ? .lineBreak(gap) : .softBreak(gap))
      }
      beginsRow = false
      guard isItem else {
        number = 0
        content += inlines.read(piece)
        continue
      }
      number = mark == UInt8(ascii: "#") ? number + 1 : 0
      let sign = SourceRange(piece.lower, piece.lower + 1)
      content.append(.character(number > 0 ? "\(number). " : "• ", sign))
      content += inlines.read(trimmed(SourceRange(piece.lower + 1, piece.upper), in: bytes))
    }
    return content
  }

  private func isTableLine(_ line: SourceRange) -> Bool {
    bytes[line.lower] == UInt8(ascii: "|") || bytes[line.lower] == UInt8(ascii: "!")
  }

  /// What a line of a table in a cell shows; nothing where it begins a row or ends the table.
  private func cellsOfInnerTable(_ line: SourceRange) -> [SourceRange] {
    guard !matches("|-", at: line.lower, in: bytes, end: line.upper),
      !matches("|}", at: line.lower, in: bytes, end: line.upper)
    else { return [] }
    if matches("|+", at: line.lower, in: bytes, end: line.upper) {
      return [trimmed(content(of: SourceRange(line.lower + 2, line.upper)).text, in: bytes)]
    }
    return cells(of: line).flatMap(\.pieces).filter { !$0.isEmpty }
  }
}
