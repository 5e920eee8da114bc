import CommonMark
import SourceText

/// Makes blocks of libcmark's events.
struct MarkdownTree {
  let file: SourceFile
  let text: MarkdownText
  let reading: CommonMarkReading
  let definitions: MarkdownDefinitions
  var scanner: MarkdownScanner
  /// The event that is read next.
  var index = 0
  var comments: [Comment] = []
  /// How many lists, and how many quotes, stand around the block that is read.
  private var listDepth = 0
  private var quoteDepth = 0
  /// What entities that were met stand for; nil for those that are none.
  var entities: [ArraySlice<UInt8>: String?] = [:]

  /// Deeper nesting than this is read as if the inner containers were not there.
  static let deepestNesting = 24

  init(_ text: MarkdownText, of file: SourceFile) {
    self.text = text
    self.file = file
    reading = CommonMarkReading(text.bytes)
    definitions = MarkdownDefinitions(text)
    scanner = MarkdownScanner(text.bytes)
  }

  mutating func document() -> Document {
    index = 1
    let blocks = blocks(depth: 0, isTight: false)
    var document = Document(file: file, blocks: blocks, comments: comments)
    document.namesHeadingsByWords = true
    return document
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
        blocks += container(event, depth: depth)
      default: blocks += leaf(event, isTight: isTight)
      }
    }
    return blocks
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
      let inner = blocks(depth: depth + 1, isTight: false)
      return [.quote(Quote(level: level, blocks: inner, range: range(from: start, around: inner)))]
    }
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
    let inner = blocks(depth: depth + 1, isTight: isTight)
    return ListItem(
      blocks: inner, label: digits > start ? text.source(start, digits) : nil,
      range: range(from: start, around: inner).union(mark))
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

  // MARK: - Leaves

  private mutating func leaf(_ event: CommonMarkReading.Event, isTight: Bool) -> [Block] {
    let start = start(of: event)
    let end = max(start, text.end(ofLine: max(event.endLine, event.line)))
    scanner.offset = start
    scanner.end = end
    scanner.quotes = quoteDepth
    switch event.kind {
    case .thematicBreak: return [.rule(text.source(start, end))]
    case .heading(let level): return [heading(level, from: start, to: end)]
    case .paragraph: return paragraph(from: start, isTight: isTight)
    case .codeBlock: return [code(event, from: start, to: end)]
    case .htmlBlock: return html(event, from: start, to: end)
    default: return []
    }
  }

  private mutating func heading(_ level: Int, from start: Int, to end: Int) -> Block {
    let marks = scanner.run(of: UInt8(ascii: "#"))
    scanner.advance(marks)
    scanner.skipBlanks()
    let content = inlines(depth: 0)
    return .heading(
      Heading(level: level, content: content, anchor: nil, range: text.source(start, end)))
  }

  private mutating func paragraph(from start: Int, isTight: Bool) -> [Block] {
    // Definitions at its beginning are no part of what is shown.
    while scanner.peek() == UInt8(ascii: "["), scanner.readDefinition() != nil {}
    let first = scanner.offset
    let content = inlines(depth: 0)
    let range = content.reduce(text.source(first, scanner.offset)) { $0.union($1.range) }
    guard !content.isEmpty else { return [] }
    return [.paragraph(Paragraph(content: content, isBare: isTight, range: range))]
  }

  /// Lines of code: what libcmark shows of each is the end of a line of the text.
  private func code(
    _ event: CommonMarkReading.Event, from start: Int, to end: Int
  ) -> Block {
    let shown = lines(of: event)
    let opening = text.bytes[start..<max(start, text.end(ofLine: event.line))]
    let isFenced =
      (opening.starts(with: "```".utf8) || opening.starts(with: "~~~".utf8))
      && !(shown.first.map { reading.texts[$0].elementsEqual(opening) } ?? false)
    var block = Preformatted(
      lines: places(of: shown, fromLine: event.line + (isFenced ? 1 : 0)),
      range: text.source(start, end))
    block.range = block.lines.reduce(block.range) { $0.union($1) }
    if isFenced, !event.address.isEmpty {
      let info = opening.drop { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
        .drop { isBlank($0) }
      let word = info.prefix { !isBlank($0) && $0 != UInt8(ascii: "{") }
      if !word.isEmpty { block.language = text.source(word.startIndex, word.endIndex) }
    }
    return .preformatted(block)
  }

  /// The lines of an event's text, without their line ends.
  func lines(of event: CommonMarkReading.Event) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = event.text.lowerBound
    for offset in event.text where reading.texts[offset] == UInt8(ascii: "\n") {
      lines.append(start..<offset)
      start = offset + 1
    }
    if start < event.text.upperBound { lines.append(start..<event.text.upperBound) }
    return lines
  }

  /// Where lines that libcmark shows stand in the file.
  func places(of shown: [Range<Int>], fromLine first: Int) -> [SourceRange] {
    shown.enumerated().map { number, line in
      let upper = text.end(ofLine: first + number)
      let lower = text.offset(line: first + number, column: 1)
      var length = 0
      while length < line.count, upper - length > lower,
        text.bytes[upper - length - 1] == reading.texts[line.upperBound - length - 1]
      {
        length += 1
      }
      return text.source(upper - length, upper)
    }
  }

  /// HTML is shown as it is written, never as markup.
  private mutating func html(
    _ event: CommonMarkReading.Event, from start: Int, to end: Int
  ) -> [Block] {
    let places = places(of: lines(of: event), fromLine: event.line).filter { !$0.isEmpty }
    guard let first = places.first, let last = places.last else { return [] }
    var content: [Inline] = []
    for place in places {
      if let before = content.last {
        content.append(.softBreak(SourceRange(before.range.upper, before.range.upper)))
      }
      content.append(.text(place))
    }
    return [
      .paragraph(Paragraph(content: content, isBare: false, range: first.union(last)))
    ]
  }
}
