import SourceText

/// Prepares a page for libcmark: what CommonMark lacks is given to it as a quote that stands at a known
/// place, so that blocks nest and addresses are found as everywhere else.
///
/// ```
/// !!! note "Title"        >
///     text           →    > text          with an admonition noted for the place of the first ">"
/// ```
struct MarkdownFeed {
  let file: SourceFile
  private(set) var text = MarkdownText()
  /// What the quotes stand for, by the place of their first mark.
  var containers: [Int: MarkdownContainer] = [:]
  /// The cells of tables, by the place of the heading that each is fed as.
  private(set) var cells: [Int: MarkdownContainer.Cell] = [:]

  /// A line of the page: what is fed before it, and what of it is not looked at yet.
  struct Line {
    var before: [Piece] = []
    var rest: SourceRange
  }

  enum Piece {
    case source(SourceRange)
    case mark(StaticString)
  }

  /// Boxes in boxes are looked for down to here.
  static let deepestNesting = 12
  /// More marks of items and quotes than this on one line are text.
  private static let mostMarks = 100

  var bytes: [UInt8] { file.bytes }

  init(_ file: SourceFile, from start: Int) {
    self.file = file
    feed(Self.lines(of: file, from: start)[...], depth: 0)
  }

  /// One line by itself.
  init(_ file: SourceFile, _ line: MarkdownText) {
    self.file = file
    text = line
  }

  private static func lines(of file: SourceFile, from first: Int) -> [Line] {
    var lines: [Line] = []
    var start = first
    while start < file.bytes.count {
      var end = start
      while end < file.bytes.count, !MarkdownScanner.isLineEnd(file.bytes[end]) { end += 1 }
      lines.append(Line(rest: SourceRange(start, end)))
      let isPair =
        end + 1 < file.bytes.count && file.bytes[end] == 0x0D && file.bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return lines
  }

  // MARK: - Lines

  /// Feeds lines one after the other; a construct takes as many as it has.
  mutating func feed(_ lines: ArraySlice<Line>, depth: Int) {
    var place = MarkdownPlace()
    let ends = depth < Self.deepestNesting ? MarkdownFences.ends(of: lines, in: bytes) : [:]
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      let isText = place.take(line.rest, in: bytes)
      if isText, depth < Self.deepestNesting,
        let behind = construct(at: index, of: lines, ends: ends, place: place, depth: depth)
      {
        // The next line must not be taken for more of the last one's text.
        let isQuote = bytes[line.rest.lower + place.indentBytes] == UInt8(ascii: ">")
        if !isQuote, behind < lines.endIndex, !isBlank(lines[behind]) { endLine(line) }
        place.endParagraph()
        index = behind
      } else {
        add(line)
        index += 1
      }
    }
  }

  /// Feeds the construct that begins on a line.
  /// - Returns: the line behind it; nil where none begins.
  private mutating func construct(
    at index: Int, of lines: ArraySlice<Line>, ends: [Int: Int], place: MarkdownPlace, depth: Int
  ) -> Int? {
    let line = lines[index]
    let indent = place.indent
    let start = line.rest.lower + place.indentBytes
    let rest = SourceRange(start, line.rest.upper)
    guard rest.count > 1 else { return nil }
    let before = line.before + [.source(SourceRange(line.rest.lower, start))]
    if place.beginsParagraph,
      let end = definitions(at: index, of: lines, before: before, depth: depth)
    {
      return end
    }
    switch bytes[start] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
      guard let container = MarkdownContainer.indented(rest, in: bytes) else { return nil }
      let end = endOfIndented(lines, from: index + 1, indent: indent + 4)
      open(container, before, line)
      feed(
        inner(lines[(index + 1)..<end], before: before, dropping: indent + 4)[...],
        depth: depth + 1)
      return end
    case UInt8(ascii: ":"), UInt8(ascii: "<"):
      guard let end = ends[index],
        let container = MarkdownContainer.fenced(
          rest, next: index + 1 < end ? lines[index + 1].rest : nil, in: bytes)
      else { return nil }
      open(container.container, before, line)
      let first = index + 1 + (container.takesNextLine ? 1 : 0)
      feed(
        inner(lines[min(first, end)..<end], before: before, dropping: indent)[...],
        depth: depth + 1)
      return end + 1
    case UInt8(ascii: "["):
      guard let (label, text) = MarkdownContainer.footnote(rest, in: bytes) else { return nil }
      let end = endOfIndented(lines, from: index + 1, indent: indent + 4)
      containers[nextOffset(before)] = .footnote(label)
      let first = Line(before: before + [.mark("> ")], rest: text)
      let more = inner(lines[(index + 1)..<end], before: before, dropping: indent + 4)
      feed(([first] + more)[...], depth: depth + 1)
      return end
    case UInt8(ascii: ">"):
      return quote(at: index, of: lines, depth: depth)
    default:
      return table(at: index, of: lines, before: before)
    }
  }

  /// The place at which what comes behind some pieces will stand.
  func nextOffset(_ before: [Piece]) -> Int {
    before.reduce(text.bytes.count) { sum, piece in
      switch piece {
      case .source(let range): sum + range.count
      case .mark(let mark): sum + mark.utf8CodeUnitCount
      }
    }
  }

  mutating func open(
    _ container: MarkdownContainer, _ before: [Piece], _ line: Line
  ) {
    containers[nextOffset(before)] = container
    add(Line(before: before + [.mark("> ")], rest: SourceRange(line.rest.upper, line.rest.upper)))
  }

  /// The line behind those that are indented so far; blank lines at the end do not count.
  func endOfIndented(_ lines: ArraySlice<Line>, from first: Int, indent: Int) -> Int {
    var end = first
    var index = first
    while index < lines.endIndex {
      let (columns, _) = MarkdownPlace.indent(of: lines[index].rest, in: bytes)
      if isBlank(lines[index]) {
        index += 1
      } else if columns >= indent {
        index += 1
        end = index
      } else {
        break
      }
    }
    return end
  }

  /// Lines of a box, as those of a quote.
  func inner(
    _ lines: ArraySlice<Line>, before: [Piece], dropping columns: Int
  ) -> [Line] {
    lines.map { line in
      let count = MarkdownPlace.bytes(ofColumns: columns, at: line.rest, in: bytes)
      return Line(
        before: before + [.mark("> ")],
        rest: SourceRange(line.rest.lower + count, line.rest.upper))
    }
  }

  /// A quote is looked into for tables and boxes of its own.
  private mutating func quote(at index: Int, of lines: ArraySlice<Line>, depth: Int) -> Int? {
    var inner: [Line] = []
    var end = index
    while end < lines.endIndex {
      let line = lines[end]
      let (columns, count) = MarkdownPlace.indent(of: line.rest, in: bytes)
      let mark = line.rest.lower + count
      guard columns < 4, mark < line.rest.upper, bytes[mark] == UInt8(ascii: ">") else { break }
      let hasSpace = mark + 1 < line.rest.upper && bytes[mark + 1] == UInt8(ascii: " ")
      let start = mark + (hasSpace ? 2 : 1)
      inner.append(
        Line(
          before: line.before + [.source(SourceRange(line.rest.lower, start))],
          rest: SourceRange(start, line.rest.upper)))
      end += 1
    }
    guard !inner.isEmpty else { return nil }
    feed(inner[...], depth: depth + 1)
    // Lines that go on without the mark belong to the quote's last paragraph.
    while end < lines.endIndex, !isBlank(lines[end]), MarkdownPlace.isPlain(lines[end].rest, bytes)
    {
      add(lines[end])
      end += 1
    }
    return end
  }

  func isBlank(_ line: Line) -> Bool {
    trimmed(line.rest, in: bytes.span).isEmpty
  }

  // MARK: - Tables

  private mutating func table(
    at index: Int, of lines: ArraySlice<Line>, before: [Piece]
  ) -> Int? {
    guard index + 1 < lines.endIndex,
      let alignments = MarkdownRow.alignments(lines[index + 1].rest, in: bytes)
    else { return nil }
    let line = lines[index].rest
    // The table may stand on the line of an item's mark.
    let start = line.lower + MarkdownPlace.indent(of: line, in: bytes).bytes
    let (words, column) = MarkdownPlace.behindMarks(SourceRange(start, line.upper), in: bytes)
    let isInItem = words.lower > start
    guard !MarkdownPlace.beginsBlock(words, in: bytes) else { return nil }
    let head = MarkdownRow.cells(words, in: bytes)
    guard head.count == alignments.count else { return nil }
    // Behind an item's mark, rows are indented as far as its text.
    let indent = isInItem ? MarkdownPlace.indent(of: line, in: bytes).columns + column : 0
    var end = index + 1
    while end < lines.endIndex, !isBlank(lines[end]) {
      let row = lines[end].rest
      guard MarkdownPlace.indent(of: row, in: bytes).columns >= indent else { break }
      let count = MarkdownPlace.bytes(ofColumns: indent, at: row, in: bytes)
      let isRow = !MarkdownPlace.beginsBlock(
        SourceRange(row.lower + count, row.upper), in: bytes)
      guard isRow || end == index + 1 else { break }
      end += 1
    }
    guard end > index + 1 else { return nil }
    var first = before
    var others = before
    if isInItem {
      let second = lines[index + 1]
      let count = MarkdownPlace.bytes(ofColumns: indent, at: second.rest, in: bytes)
      first.append(.source(SourceRange(start, words.lower)))
      others =
        second.before + [.source(SourceRange(second.rest.lower, second.rest.lower + count))]
    }
    open(.table, first, lines[index])
    for number in index..<end where number != index + 1 {
      let cells = number == index ? head : MarkdownRow.cells(lines[number].rest, in: bytes)
      for (column, cell) in cells.prefix(alignments.count).enumerated() {
        let pieces = others + [.mark("> ")]
        self.cells[nextOffset(pieces)] = MarkdownContainer.Cell(
          row: number - index, isHead: number == index, column: column,
          alignment: alignments[column], range: cell, rowRange: lines[number].rest)
        add(cell, before: pieces)
      }
    }
    return end
  }

  /// A cell is fed as a heading: one line of text, in which no other block can begin.
  mutating func add(_ cell: SourceRange, before pieces: [Piece]) {
    add(pieces, at: cell.lower)
    text.insert("###### ", at: cell.lower)
    var start = cell.lower
    var index = cell.lower
    while index < cell.upper {
      // The backslash before a bar is the table's, not the text's.
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < cell.upper,
        bytes[index + 1] == UInt8(ascii: "|")
      {
        text.add(SourceRange(start, index), of: bytes)
        start = index + 1
      }
      index += 1
    }
    text.add(SourceRange(start, cell.upper), of: bytes)
    text.insert(" ######", at: cell.upper)
    text.endLine(at: cell.upper)
  }

  // MARK: - Feeding

  private mutating func add(_ pieces: [Piece], at source: Int) {
    for piece in pieces {
      switch piece {
      case .source(let range): text.add(range, of: bytes)
      case .mark(let mark): text.insert(mark, at: source)
      }
    }
  }

  mutating func endLine(_ line: Line) {
    add(line.before, at: line.rest.upper)
    text.endLine(at: line.rest.upper)
  }

  private mutating func add(_ line: Line) {
    add(line.before, at: line.rest.lower)
    if let limit = MarkdownPlace.mark(number: Self.mostMarks, in: line.rest, bytes) {
      text.add(SourceRange(line.rest.lower, limit), of: bytes)
      text.insert("\\", at: limit)
      text.add(SourceRange(limit, line.rest.upper), of: bytes)
    } else {
      text.add(line.rest, of: bytes)
    }
    text.endLine(at: line.rest.upper)
  }
}
