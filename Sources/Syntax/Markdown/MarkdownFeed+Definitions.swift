import SourceText

/// Lists of definitions: a term alone on its line, what it means behind a colon.
///
/// ```
/// list       = { term line end { [blank line] definition } }
/// definition = ":" blank text { line that is indented, or goes on as text }
/// ```
extension MarkdownFeed {
  /// Feeds the list of definitions that begins on a line: a quote of headings, which are its terms, and
  /// of quotes, which are their definitions.
  /// - Returns: the line behind it; nil where none begins.
  mutating func definitions(
    at index: Int, of lines: ArraySlice<Line>, before: [Piece], depth: Int
  ) -> Int? {
    guard isTerm(at: index, of: lines) else { return nil }
    open(.definitions, before, lines[index])
    let within = before + [.mark("> ")]
    var next = index
    var end = index
    while next < lines.endIndex, isTerm(at: next, of: lines) {
      add(trimmed(lines[next].rest, in: bytes.span), before: within)
      end = next + 1
      while let start = definitionStart(at: end, of: lines) {
        end = feedDefinition(at: start, of: lines, within: within, depth: depth)
      }
      next = end
      while next < lines.endIndex, isBlank(lines[next]) { next += 1 }
    }
    return end
  }

  /// Whether a line is a term: words, with a definition below them.
  private func isTerm(at index: Int, of lines: ArraySlice<Line>) -> Bool {
    let line = trimmed(lines[index].rest, in: bytes.span)
    let (columns, _) = MarkdownPlace.indent(of: lines[index].rest, in: bytes)
    guard columns < 4, !line.isEmpty, !"!?=:<|>".utf8.contains(bytes[line.lower]),
      !MarkdownPlace.beginsBlock(line, in: bytes),
      !bytes[line.lower..<line.upper].allSatisfy({ "-*_ ".utf8.contains($0) })
    else { return false }
    return definitionStart(at: index + 1, of: lines) != nil
  }

  /// The line on which a definition begins, here or behind one blank line.
  private func definitionStart(at index: Int, of lines: ArraySlice<Line>) -> Int? {
    guard index < lines.endIndex else { return nil }
    let start = isBlank(lines[index]) ? index + 1 : index
    return start < lines.endIndex && definitionText(lines[start]) != nil ? start : nil
  }

  /// What stands behind the colon of a definition's first line, and its column.
  private func definitionText(_ line: Line) -> (text: SourceRange, column: Int)? {
    let (columns, count) = MarkdownPlace.indent(of: line.rest, in: bytes)
    let mark = line.rest.lower + count
    guard columns < 4, mark + 1 < line.rest.upper, bytes[mark] == UInt8(ascii: ":"),
      Syntax.isBlank(bytes[mark + 1])
    else { return nil }
    let (gap, gapBytes) = MarkdownPlace.indent(
      of: SourceRange(mark + 1, line.rest.upper), in: bytes)
    guard mark + 1 + gapBytes < line.rest.upper else { return nil }
    return (SourceRange(mark + 1 + gapBytes, line.rest.upper), columns + 1 + min(gap, 3))
  }

  private mutating func feedDefinition(
    at start: Int, of lines: ArraySlice<Line>, within: [Piece], depth: Int
  ) -> Int {
    guard let (text, column) = definitionText(lines[start]) else { return start }
    var first = start + 1
    // Text goes on without indentation, as it does in items.
    while first < lines.endIndex, !isBlank(lines[first]), definitionText(lines[first]) == nil,
      MarkdownPlace.isPlain(lines[first].rest, bytes),
      definitionStart(at: first + 1, of: lines) == nil
    {
      first += 1
    }
    let end = endOfIndented(lines, from: first, indent: column)
    containers[nextOffset(within)] = .definition
    let head = Line(before: within + [.mark("> ")], rest: text)
    let more = inner(lines[(start + 1)..<end], before: within, dropping: column)
    feed(([head] + more)[...], depth: depth + 1)
    // The next definition must not go on in this one's quote.
    endLine(Line(before: within, rest: SourceRange(text.upper, text.upper)))
    return end
  }
}
