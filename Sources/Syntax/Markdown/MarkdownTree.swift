import CommonMark
import SourceText

/// Makes blocks of libcmark's events.
struct MarkdownTree {
  let file: SourceFile
  private let feed: MarkdownFeed
  let reading: CommonMarkReading
  let definitions: MarkdownDefinitions
  var scanner: MarkdownScanner
  /// The event that is read next.
  var index = 0
  var comments: [Comment] = []
  var unread: [UnreadMarkup] = []
  /// What footnotes say, by their labels in small letters.
  var footnotes: [String: [Inline]] = [:]
  var shownFootnotes: Set<String> = []
  /// How many lists, and how many quotes, stand around the block that is read.
  private(set) var listDepth = 0
  private(set) var quoteDepth = 0
  /// How many links stand around the text that is read: within them, an address is text.
  var linkDepth = 0
  /// The end of a stretch in which a comment was begun and not ended: the next beginnings in it are
  /// not looked into, or a long row of them would take for ever.
  var commentEndsNowhere: Int?
  /// The same of verbatim text.
  var verbatimEndsNowhere: Int?
  /// What entities that were met stand for; nil for those that are none.
  var entities: [ArraySlice<UInt8>: String?] = [:]
  /// What stretches say in which escapes or entities stand.
  var meanings: [SourceRange: String] = [:]

  /// Deeper nesting than this is read as if the inner containers were not there.
  static let deepestNesting = 24

  var text: MarkdownText { feed.text }

  init(_ feed: MarkdownFeed) {
    self.feed = feed
    let text = feed.text
    file = feed.file
    reading = CommonMarkReading(text.bytes)
    definitions = MarkdownDefinitions(text)
    scanner = MarkdownScanner(text.bytes)
  }

  mutating func document() -> Document {
    readFootnotes()
    comments = []
    unread = []
    index = 1
    quoteDepth = 0
    let blocks = blocks(depth: 0, isTight: false)
    var document = Document(file: file, blocks: blocks, comments: comments)
    document.namesHeadingsByWords = true
    document.unreadMarkup = unread
    document.meanings = meanings
    return document
  }

  /// Footnotes come before the text: it shows them where their marks stand.
  private mutating func readFootnotes() {
    var found: [String: [Inline]] = [:]
    var depth = 0
    for (place, event) in reading.events.enumerated() where event.kind == .blockQuote {
      depth += event.isEnd ? -1 : 1
      guard !event.isEnd, case .footnote(let label)? = feed.containers[start(of: event)] else {
        continue
      }
      index = place + 1
      quoteDepth = depth
      let name = file.text(label).lowercased()
      let inlines = Self.inlines(of: blocks(depth: 1, isTight: false))
      if found[name] == nil { found[name] = inlines }
    }
    footnotes = found
  }

  /// What stands in blocks, as one line.
  static func inlines(of blocks: [Block]) -> [Inline] {
    var inlines: [Inline] = []
    for block in blocks {
      let more: [Inline]
      switch block {
      case .paragraph(let paragraph): more = paragraph.content
      case .list(let list): more = list.items.flatMap { Self.inlines(of: $0.blocks) }
      case .quote(let quote): more = Self.inlines(of: quote.blocks)
      case .heading(let heading): more = heading.content
      case .table(let table):
        more = Self.inlines(
          of: table.rows.flatMap(\.cells).map {
            .paragraph(Paragraph(content: $0.content, isBare: true, range: $0.range))
          })
      case .preformatted(let block):
        more = block.lines.filter { !$0.isEmpty }.map { .styled(.code, [.text($0)], $0) }
      default: more = []
      }
      guard let last = inlines.last, !more.isEmpty else {
        inlines += more
        continue
      }
      inlines.append(.lineBreak(SourceRange(last.range.upper, last.range.upper)))
      inlines += more
    }
    return inlines
  }

  // MARK: - Containers

  /// The blocks up to the end of the container that is open.
  private mutating func blocks(depth: Int, isTight: Bool) -> [Block] {
    var blocks: [Block] = []
    // Containers that are too deep and give what they hold to the one around them.
    var transparent = 0
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      if event.isEnd {
        if event.kind == .blockQuote { quoteDepth -= 1 }
        if transparent == 0 { return blocks }
        transparent -= 1
        continue
      }
      if event.kind == .blockQuote { quoteDepth += 1 }
      switch event.kind {
      case .blockQuote, .list, .item:
        guard depth < Self.deepestNesting else {
          transparent += 1
          continue
        }
        add(container(event, depth: depth), to: &blocks)
      default: blocks += leaf(event, isTight: isTight)
      }
    }
    return blocks
  }

  /// Adds blocks; a further tab goes to the one before it.
  private func add(_ more: [Block], to blocks: inout [Block]) {
    guard case .tabs(let new)? = more.first, case .tabs(var before)? = blocks.last else {
      blocks += more
      return
    }
    // Taken out first: tabs that stand in two places would be copied for each one that comes.
    blocks.removeLast()
    before.tabs += new.tabs
    before.range = before.range.union(new.range)
    blocks.append(.tabs(before))
  }

  private mutating func container(
    _ event: CommonMarkReading.Event, depth: Int
  ) -> [Block] {
    switch event.kind {
    case .list(let isOrdered, let start, let isTight):
      listDepth += 1
      let level = listDepth
      let items = items(depth: depth + 1, isTight: isTight)
      listDepth -= 1
      guard let first = items.first, let last = items.last else { return [] }
      var list = List(
        isOrdered: isOrdered, level: level, start: isOrdered ? start : 1, items: items,
        range: first.range.union(last.range))
      list.isTight = isTight
      return [.list(list)]
    default:
      let level = quoteDepth
      let start = start(of: event)
      let container = feed.containers[start]
      if case .table? = container { return table() }
      if case .definitions? = container { return definitions(depth: depth + 1) }
      let inner = blocks(depth: depth + 1, isTight: false)
      let range = range(from: start, around: inner)
      guard let container else { return [quote(inner, level: level, range)] }
      return [box(container, around: inner, range)].compactMap { $0 }
    }
  }

  private mutating func box(
    _ container: MarkdownContainer, around blocks: [Block], _ range: SourceRange
  ) -> Block? {
    switch container {
    case .admonition(let kind, let title, let isCollapsed):
      let title = title.map { words(in: $0) } ?? []
      let whole = title.reduce(range.union(kind)) { $0.union($1.range) }
      return .admonition(
        Admonition(
          kind: kind, title: title, isCollapsed: isCollapsed, blocks: blocks, range: whole))
    case .tab(let label):
      let whole = range.union(label)
      let tab = Tabs.Tab(label: words(in: label), blocks: blocks, range: whole)
      return .tabs(Tabs(tabs: [tab], range: whole))
    case .footnote, .table, .definitions, .definition: return nil
    }
  }

  /// A line that stands outside of what libcmark was given, such as the title of a box.
  private mutating func words(in range: SourceRange) -> [Inline] {
    guard !range.isEmpty else { return [] }
    var line = MarkdownText()
    line.insert("# ", at: range.lower)
    line.add(range, of: file.bytes)
    line.insert(" #", at: range.upper)
    line.endLine(at: range.upper)
    var tree = MarkdownTree(MarkdownFeed(file, line))
    tree.index = 1
    guard case .heading(let heading)? = tree.blocks(depth: 0, isTight: false).first else {
      return [.text(range)]
    }
    meanings.merge(tree.meanings) { first, _ in first }
    return heading.content
  }

  /// A quote, or the box that its first line makes of it: `> [!NOTE]`.
  private func quote(_ blocks: [Block], level: Int, _ range: SourceRange) -> Block {
    let quote = Block.quote(Quote(level: level, blocks: blocks, range: range))
    guard case .paragraph(var paragraph)? = blocks.first,
      case .text(let first)? = paragraph.content.first,
      matches("[!", at: first.lower, in: file.bytes.span, end: first.upper)
    else { return quote }
    var end = first.lower + 2
    while end < first.upper, isWord(file.bytes[end]) { end += 1 }
    guard end > first.lower + 2, end < first.upper, file.bytes[end] == UInt8(ascii: "]") else {
      return quote
    }
    let kind = SourceRange(first.lower + 2, end)
    end += 1
    var isCollapsed: Bool?
    if end < first.upper,
      file.bytes[end] == UInt8(ascii: "-") || file.bytes[end] == UInt8(ascii: "+")
    {
      isCollapsed = file.bytes[end] == UInt8(ascii: "-")
      end += 1
    }
    let isBreak: (Inline) -> Bool = {
      switch $0 {
      case .softBreak, .lineBreak: true
      default: false
      }
    }
    let line = paragraph.content.firstIndex(where: isBreak) ?? paragraph.content.endIndex
    var title = Array(paragraph.content[1..<line])
    let words = trimmed(SourceRange(end, first.upper), in: file.bytes.span)
    if !words.isEmpty { title.insert(.text(words), at: 0) }
    paragraph.content.removeFirst(min(line + 1, paragraph.content.count))
    var rest = Array(blocks.dropFirst())
    if let begin = paragraph.content.first {
      paragraph.range = SourceRange(
        begin.range.lower, max(paragraph.range.upper, begin.range.upper))
      rest.insert(.paragraph(paragraph), at: 0)
    }
    return .admonition(
      Admonition(
        kind: kind, title: title, isCollapsed: isCollapsed, blocks: rest, range: range))
  }

  /// Terms come as headings, definitions as quotes.
  private mutating func definitions(depth: Int) -> [Block] {
    var entries: [DefinitionList.Entry] = []
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      if event.isEnd {
        quoteDepth -= 1
        break
      }
      switch event.kind {
      case .heading:
        let content = fedHeading(event)
        guard let first = content.first else { continue }
        let range = content.reduce(first.range) { $0.union($1.range) }
        entries.append(DefinitionList.Entry(term: content, definition: [], range: range))
      case .blockQuote:
        let start = start(of: event)
        quoteDepth += 1
        let blocks = blocks(depth: depth + 1, isTight: true)
        let range = range(from: start, around: blocks)
        if entries.last?.definition.isEmpty ?? false {
          entries[entries.count - 1].definition = blocks
          entries[entries.count - 1].range = entries[entries.count - 1].range.union(range)
        } else {
          entries.append(DefinitionList.Entry(term: [], definition: blocks, range: range))
        }
      default: break
      }
    }
    guard let first = entries.first else { return [] }
    return [
      .definitionList(
        DefinitionList(
          level: 1, entries: entries, range: entries.reduce(first.range) { $0.union($1.range) }))
    ]
  }

  /// The words of a heading that stands for a cell or a term.
  private mutating func fedHeading(_ event: CommonMarkReading.Event) -> [Inline] {
    scanner.offset = start(of: event)
    scanner.end = max(scanner.offset, text.end(ofLine: event.line) - 7)
    scanner.quotes = quoteDepth
    scanner.advance(scanner.run(of: UInt8(ascii: "#")))
    scanner.skipBlanks()
    return marked(inlines(depth: 0))
  }

  /// Cells come as headings, one after the other.
  private mutating func table() -> [Block] {
    var rows: [(isHead: Bool, number: Int, range: SourceRange, cells: [Table.Cell])] = []
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      if event.isEnd, event.kind == .blockQuote {
        quoteDepth -= 1
        break
      }
      guard !event.isEnd, case .heading = event.kind, let cell = feed.cells[start(of: event)] else {
        continue
      }
      let content = fedHeading(event)
      if rows.last?.number != cell.row {
        rows.append((cell.isHead, cell.row, cell.rowRange, []))
      }
      rows[rows.count - 1].cells.append(
        Table.Cell(
          content: content, isHeader: cell.isHead, columnSpan: 1, rowSpan: 1,
          alignment: cell.alignment, column: cell.column,
          range: content.reduce(cell.range) { $0.union($1.range) }))
    }
    guard let first = rows.first, let last = rows.last else { return [] }
    return [
      .table(
        Table(
          rows: rows.map {
            Table.Row(section: $0.isHead ? .header : .body, cells: $0.cells, range: $0.range)
          }, range: first.range.union(last.range)))
    ]
  }

  private mutating func items(depth: Int, isTight: Bool) -> [ListItem] {
    var items: [ListItem] = []
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      guard !event.isEnd else { break }
      items.append(item(event, depth: depth, isTight: isTight))
    }
    return items
  }

  private mutating func item(
    _ event: CommonMarkReading.Event, depth: Int, isTight: Bool
  ) -> ListItem {
    let start = start(of: event)
    var digits = start
    while digits < text.bytes.count, isDigit(text.bytes[digits]) { digits += 1 }
    let mark = text.source(start, min(max(digits, start) + 1, text.bytes.count))
    var inner = blocks(depth: depth + 1, isTight: isTight)
    let whole = range(from: start, around: inner).union(mark)
    let isDone = takeTask(from: &inner)
    return ListItem(
      blocks: inner, label: digits > start ? text.source(start, digits) : nil, isDone: isDone,
      range: whole)
  }

  /// Takes the mark of a task, `[ ]` or `[x]`, away from an item's beginning.
  private func takeTask(from blocks: inout [Block]) -> Bool? {
    guard case .paragraph(var paragraph)? = blocks.first,
      case .text(let first)? = paragraph.content.first, first.count >= 3,
      file.bytes[first.lower] == UInt8(ascii: "["),
      file.bytes[first.lower + 2] == UInt8(ascii: "]"),
      first.count == 3 || isBlank(file.bytes[first.lower + 3])
    else { return nil }
    let mark = file.bytes[first.lower + 1]
    guard " xX".utf8.contains(mark) else { return nil }
    let rest = trimmed(SourceRange(first.lower + 3, first.upper), in: file.bytes.span)
    guard !rest.isEmpty || paragraph.content.count > 1 else { return nil }
    paragraph.content[0] = .text(SourceRange(rest.lower, first.upper))
    paragraph.range = SourceRange(rest.lower, paragraph.range.upper)
    blocks[0] = .paragraph(paragraph)
    return mark != UInt8(ascii: " ")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  func start(of event: CommonMarkReading.Event) -> Int {
    text.offset(line: event.line, column: event.column)
  }

  /// The stretch of a container that begins at a place and holds blocks.
  private func range(from start: Int, around blocks: [Block]) -> SourceRange {
    let own = text.source(start, min(start + 1, text.bytes.count))
    return blocks.reduce(own) { $0.union($1.range) }
  }
}
