import SourceText

/// Lists and quotes.
extension DokuWikiParser {
  /// A line of a list.
  struct Item {
    let depth: Int
    let isOrdered: Bool
    let text: SourceRange
    let range: SourceRange
  }

  /// Deeper lists and quotes than this are taken for one of this depth, which bounds the stack.
  private static let deepest = 12

  /// Where the mark of an item stands, and how deep it is set in: two spaces a level.
  func itemMark(_ line: SourceRange) -> (at: Int, depth: Int)? {
    var index = line.lower
    var width = 0
    while index < line.upper {
      if bytes[index] == UInt8(ascii: " ") {
        width += 1
      } else if bytes[index] == UInt8(ascii: "\t") {
        width += 2
      } else {
        break
      }
      index += 1
    }
    guard width >= 2, index < line.upper,
      bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "-")
    else { return nil }
    return (index, min(width / 2, Self.deepest))
  }

  @_lifetime(self: copy self)
  mutating func readList(at start: Int, end: Int, into blocks: inout [Block]) -> Int {
    var items: [Item] = []
    var index = start
    while index < end {
      let line = logicalLine(at: index, end: end)
      if keepComment(trimmed(line, in: bytes)) {
        index = startOfLine(behind: line, in: bytes, end: end)
        continue
      }
      guard let mark = itemMark(line) else { break }
      items.append(
        Item(
          depth: mark.depth, isOrdered: bytes[mark.at] == UInt8(ascii: "-"),
          text: trimmed(SourceRange(mark.at + 1, line.upper), in: bytes), range: line))
      index = startOfLine(behind: line, in: bytes, end: end)
    }
    blocks += lists(items[...])
    return index
  }

  /// Items of one depth and kind are a list; deeper ones lie in the item before them.
  @_lifetime(self: copy self)
  private mutating func lists(_ items: ArraySlice<Item>) -> [Block] {
    var blocks: [Block] = []
    var rest = items
    while let first = rest.first {
      var list: [ListItem] = []
      let depth = first.depth
      while let item = rest.first, item.depth > depth || item.isOrdered == first.isOrdered {
        if item.depth <= depth {
          list.append(
            ListItem(blocks: textBlocks(of: item.text, isBare: true), range: item.range))
          rest.removeFirst()
          continue
        }
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end].depth > depth { end += 1 }
        list[list.count - 1].blocks += lists(rest[rest.startIndex..<end])
        list[list.count - 1].range = list[list.count - 1].range.union(rest[end - 1].range)
        rest = rest[end...]
      }
      let range = list.reduce(list[0].range) { $0.union($1.range) }
      blocks.append(
        .list(List(isOrdered: first.isOrdered, level: depth, items: list, range: range)))
    }
    return blocks
  }

  // MARK: - Quotes

  @_lifetime(self: copy self)
  mutating func readQuote(at start: Int, end: Int, into blocks: inout [Block]) -> Int {
    var lines: [(level: Int, text: SourceRange, range: SourceRange)] = []
    var index = start
    while index < end, bytes[index] == UInt8(ascii: ">") {
      let line = line(at: index, in: bytes, end: end)
      let level = run(of: UInt8(ascii: ">"), at: index, in: bytes, end: line.upper)
      let text = trimmed(SourceRange(index + level, line.upper), in: bytes)
      lines.append((min(level, Self.deepest), text, line))
      index = startOfLine(behind: line, in: bytes, end: end)
    }
    blocks += quotes(lines[...], level: 1)
    return index
  }

  @_lifetime(self: copy self)
  private mutating func quotes(
    _ lines: ArraySlice<(level: Int, text: SourceRange, range: SourceRange)>, level: Int
  ) -> [Block] {
    guard let first = lines.first, let last = lines.last else { return [] }
    var blocks: [Block] = []
    var content: [Inline] = []
    var range: SourceRange?
    func end() {
      guard let text = range else { return }
      blocks.append(.paragraph(Paragraph(content: content, isBare: false, range: text)))
      (content, range) = ([], nil)
    }
    var rest = lines
    while let line = rest.first {
      if line.level > level {
        end()
        var stop = rest.startIndex + 1
        while stop < rest.endIndex, rest[stop].level > level { stop += 1 }
        blocks += quotes(rest[rest.startIndex..<stop], level: level + 1)
        rest = rest[stop...]
        continue
      }
      rest.removeFirst()
      guard !line.text.isEmpty else {
        end()
        continue
      }
      if !content.isEmpty {
        content.append(.lineBreak(SourceRange(line.range.lower - 1, line.range.lower)))
      }
      content += inlines.read(line.text)
      range = range?.union(line.text) ?? line.text
    }
    end()
    return [
      .quote(Quote(level: level, blocks: blocks, range: first.range.union(last.range)))
    ]
  }
}
