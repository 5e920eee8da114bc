import SourceText

/// Lines of tables whose cells stand between commas.
///
/// ```
/// line = "," cell {"," cell}
/// cell = '"' text with '""' for a quotation mark '"' | "==" | text
/// ```
/// `==` is joined to the cell before it. White space before a text puts it to the right, on both
/// sides into the middle.
extension PukiWikiParser {
  @_lifetime(self: copy self)
  mutating func readCommaRow(_ line: SourceRange) {
    guard line.count > 1 else { return addText(line) }
    let fields = commaFields(SourceRange(line.lower + 1, line.upper))
    var cells: [Table.Cell] = []
    for (column, field) in fields.enumerated() {
      let text = trimmed(field.range, in: bytes)
      if !field.isQuoted, text.count == 2,
        matches("==", at: text.lower, in: bytes, end: text.upper),
        !cells.isEmpty
      {
        cells[cells.count - 1].columnSpan += 1
        continue
      }
      let content = field.isQuoted ? quoted(text) : inlines(text)
      cells.append(
        Table.Cell(
          content: content, isHeader: false, columnSpan: 1, rowSpan: 1,
          alignment: field.isQuoted ? nil : alignment(of: text, in: field.range), column: column,
          range: field.range))
    }
    let row = Table.Row(section: .body, cells: cells, range: line)
    var table = tree.nearest { kind in
      if case .commaTable(fields.count) = kind { return true }
      return PukiWikiTree.holdsBlocks(kind)
    }
    if case .commaTable = tree.nodes[table].kind {
      tree.stretch(table, to: line)
    } else {
      table = tree.insert(.commaTable(columns: fields.count), below: table, range: line)
    }
    tree.nodes[table].commaRows.append(row)
    tree.last = table
  }

  @_lifetime(self: copy self)
  private mutating func inlines(_ range: SourceRange) -> [Inline] {
    var content: [Inline] = []
    inlines.read(range, into: &content)
    return content
  }

  /// Two quotation marks stand for one.
  @_lifetime(self: copy self)
  private mutating func quoted(_ range: SourceRange) -> [Inline] {
    var content: [Inline] = []
    var start = range.lower
    var index = start
    while index + 1 < range.upper {
      guard matches("\"\"", at: index, in: bytes, end: range.upper) else {
        index += 1
        continue
      }
      inlines.read(SourceRange(start, index), into: &content)
      content.append(.character("\"", SourceRange(index, index + 2)))
      index += 2
      start = index
    }
    inlines.read(SourceRange(start, range.upper), into: &content)
    return content
  }

  private func commaFields(
    _ range: SourceRange
  ) -> [(range: SourceRange, isQuoted: Bool)] {
    var fields: [(range: SourceRange, isQuoted: Bool)] = []
    var start = range.lower
    while start <= range.upper {
      let (field, isQuoted, behind) = commaField(at: start, end: range.upper)
      fields.append((field, isQuoted))
      start = behind + 1
    }
    return fields
  }

  /// A field and the offset of the comma behind it.
  private func commaField(
    at start: Int, end: Int
  ) -> (SourceRange, isQuoted: Bool, behind: Int) {
    if start < end, bytes[start] == UInt8(ascii: "\""), let close = closingQuote(after: start, end)
    {
      return (SourceRange(start + 1, close), true, close + 1)
    }
    var index = start
    while index < end, bytes[index] != UInt8(ascii: ",") { index += 1 }
    return (SourceRange(start, index), false, index)
  }

  /// The next quotation mark, which must stand before a comma or the end; a doubled one is text.
  private func closingQuote(after open: Int, _ end: Int) -> Int? {
    var index = open + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\"") {
        if index + 1 == end || bytes[index + 1] == UInt8(ascii: ",") { return index }
        guard bytes[index + 1] == UInt8(ascii: "\"") else { return nil }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private func alignment(of text: SourceRange, in field: SourceRange) -> Alignment? {
    guard !text.isEmpty, text.lower > field.lower else { return nil }
    return text.upper < field.upper ? .center : .right
  }
}
