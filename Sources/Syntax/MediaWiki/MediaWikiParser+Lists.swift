import SourceText

/// Lists: each line says with its marks in which lists of which kinds it stands.
extension MediaWikiParser {
  /// A line of a list.
  struct Item {
    /// The marks, such as `#:`.
    let marks: SourceRange
    let text: SourceRange
    let range: SourceRange
  }

  /// More marks than these are text.
  private static let deepestList = 12

  /// Reads all lines of lists that follow one another.
  @_lifetime(self: copy self)
  mutating func readList(at start: Int, end: Int, into blocks: inout [Block]) -> Int {
    var items: [Item] = []
    var index = start
    while index < end {
      // Comments at lines' beginnings, or on lines of their own, do not part a list.
      index = behindComments(at: index, end: end)
      guard index < end, isMark(bytes[index]),
        items.isEmpty || tableStart(line(at: index, in: bytes, end: end)) == nil
      else { break }
      let line = logicalLine(at: index, end: end)
      var marksEnd = index
      while marksEnd < line.upper, marksEnd - index < Self.deepestList, isMark(bytes[marksEnd]) {
        marksEnd += 1
      }
      items.append(
        Item(
          marks: SourceRange(index, marksEnd),
          text: trimmed(SourceRange(marksEnd, line.upper), in: bytes), range: line))
      index = startOfLine(behind: line, in: bytes, end: end)
    }
    blocks += self.blocks(of: items[...], depth: 0)
    return index
  }

  private func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ";")
  }

  /// The mark of an item at a depth; terms and definitions are one kind of list.
  private func kind(_ item: Item, _ depth: Int) -> UInt8 {
    let mark = bytes[item.marks.lower + depth]
    return mark == UInt8(ascii: ";") ? UInt8(ascii: ":") : mark
  }

  @_lifetime(self: copy self)
  private mutating func blocks(of items: ArraySlice<Item>, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var rest = items
    while let first = rest.first {
      let kind = kind(first, depth)
      var end = rest.startIndex + 1
      while end < rest.endIndex, self.kind(rest[end], depth) == kind { end += 1 }
      let group = rest[rest.startIndex..<end]
      if kind == UInt8(ascii: ":") {
        blocks += definitions(group, depth: depth)
      } else {
        let list = list(group, isOrdered: kind == UInt8(ascii: "#"), depth: depth)
        if !list.items.isEmpty { blocks.append(.list(list)) }
      }
      rest = rest[end...]
    }
    return blocks
  }

  @_lifetime(self: copy self)
  private mutating func list(
    _ items: ArraySlice<Item>, isOrdered: Bool, depth: Int
  ) -> List {
    var result: [ListItem] = []
    var rest = items
    while let first = rest.first {
      if first.marks.count == depth + 1 {
        rest.removeFirst()
        result.append(ListItem(blocks: textBlocks(of: first.text), range: first.range))
        continue
      }
      let end = rest.firstIndex { $0.marks.count == depth + 1 } ?? rest.endIndex
      let inner = blocks(of: rest[rest.startIndex..<end], depth: depth + 1)
      let range = first.range.union(rest[end - 1].range)
      if result.isEmpty { result.append(ListItem(blocks: [], range: range)) }
      result[result.count - 1].blocks += inner
      result[result.count - 1].range = result[result.count - 1].range.union(range)
      rest = rest[end...]
    }
    let range = result.reduce(items[items.startIndex].range) { $0.union($1.range) }
    // An item that says nothing is no step of anything.
    result.removeAll { $0.blocks.isEmpty }
    return List(isOrdered: isOrdered, level: depth + 1, items: result, range: range)
  }

  /// An item's text, parted where preformatted elements stand in it.
  @_lifetime(self: copy self)
  private mutating func textBlocks(of text: SourceRange) -> [Block] {
    var blocks: [Block] = []
    var start = text.lower
    func add(_ end: Int, _ parser: inout MediaWikiParser) {
      let range = trimmedOfLines(SourceRange(start, end), in: parser.bytes)
      guard !range.isEmpty else { return }
      let content = parser.inlines.read(range)
      blocks.append(.paragraph(Paragraph(content: content, isBare: true, range: range)))
    }
    var index = start
    while index < text.upper {
      let next = inlines.behind(index, end: text.upper)
      if bytes[index] == UInt8(ascii: "<"), let block = verbatimBlock(SourceRange(index, next)) {
        add(index, &self)
        blocks.append(.preformatted(block))
        start = next
      }
      index = next
    }
    add(text.upper, &self)
    return blocks
  }

  /// `;term` with `:definition` lines. A `:` without a term sets its line in, which is text that goes on.
  @_lifetime(self: copy self)
  private mutating func definitions(_ items: ArraySlice<Item>, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var entries: [DefinitionList.Entry] = []
    func add(_ block: Block, _ range: SourceRange) {
      if entries.isEmpty {
        blocks.append(block)
      } else {
        entries[entries.count - 1].definition.append(block)
        entries[entries.count - 1].range = entries[entries.count - 1].range.union(range)
      }
    }
    var rest = items
    while let first = rest.first {
      guard first.marks.count == depth + 1 else {
        let end = rest.firstIndex { $0.marks.count == depth + 1 } ?? rest.endIndex
        let range = first.range.union(rest[end - 1].range)
        for block in self.blocks(of: rest[rest.startIndex..<end], depth: depth + 1) {
          add(block, range)
        }
        rest = rest[end...]
        continue
      }
      rest.removeFirst()
      if bytes[first.marks.lower + depth] == UInt8(ascii: ";") {
        entries.append(entry(first))
      } else if !first.text.isEmpty {
        // A second definition begins a line of its own.
        let isFirst = entries.last?.definition.isEmpty ?? false
        let paragraph = Paragraph(
          content: inlines.read(first.text), isBare: isFirst, range: first.text)
        add(.paragraph(paragraph), first.range)
      }
    }
    if let first = entries.first, let last = entries.last {
      let range = first.range.union(last.range)
      blocks.append(
        .definitionList(DefinitionList(level: depth + 1, entries: entries, range: range)))
    }
    return blocks
  }

  /// `;term`, `;term : definition`
  @_lifetime(self: copy self)
  private mutating func entry(_ item: Item) -> DefinitionList.Entry {
    let index = colon(in: item.text) ?? item.text.upper
    let term = trimmed(SourceRange(item.text.lower, index), in: bytes)
    var entry = DefinitionList.Entry(
      term: inlines.read(term), definition: [], range: item.range)
    if index < item.text.upper {
      let text = trimmed(SourceRange(index + 1, item.text.upper), in: bytes)
      if !text.isEmpty {
        entry.definition = [
          .paragraph(Paragraph(content: inlines.read(text), isBare: true, range: text))
        ]
      }
    }
    return entry
  }

  /// The colon that ends a term: one that stands in no link, no element and no address, and between no
  /// quotation marks.
  private func colon(in text: SourceRange) -> Int? {
    var index = text.lower
    var elements = 0
    var isQuoted = false
    var endsAddresses = true
    while index < text.upper {
      switch bytes[index] {
      case UInt8(ascii: ":") where elements <= 0 && !isQuoted:
        if !matches("//", at: index + 1, in: bytes, end: text.upper) { return index }
      case UInt8(ascii: "'"):
        let length = run(of: UInt8(ascii: "'"), at: index, in: bytes, end: text.upper)
        index += length
        guard length >= 2 else { continue }
        if isQuoted || find("''", from: index, in: bytes, end: text.upper) != nil {
          isQuoted.toggle()
        }
        continue
      case UInt8(ascii: "["):
        if endsAddresses, pairs.end(at: index) == nil,
          BareAddress.behindScheme(at: index + 1, in: bytes, end: text.upper) != nil
        {
          let close = find(UInt8(ascii: "]"), from: index, in: bytes, end: text.upper)
          index = close ?? index
          endsAddresses = close != nil
        }
      case UInt8(ascii: "<"):
        if pairs.end(at: index) == nil, let tag = MarkupTag(at: index, in: bytes, end: text.upper) {
          let closes =
            tag.isClosing
            || pairs.closingTags.first(
              foldedText(tag.name, in: bytes), from: tag.range.upper, end: text.upper) != nil
          if !tag.isSelfClosed, closes { elements += tag.isClosing ? -1 : 1 }
          index = tag.range.upper
          continue
        }
      default: break
      }
      index = inlines.behind(index, end: text.upper)
    }
    return nil
  }
}
