import CommonMark
import SourceText

/// Blocks that hold no other blocks: headings, paragraphs, code.
extension MarkdownTree {
  mutating func leaf(_ event: CommonMarkReading.Event, isTight: Bool) -> [Block] {
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
    case .htmlBlock: return html(event, from: start)
    default: return []
    }
  }

  private mutating func heading(_ level: Int, from start: Int, to end: Int) -> Block {
    let marks = scanner.run(of: UInt8(ascii: "#"))
    let behind = scanner.peek(marks)
    var isUnderlined = false
    // A heading with a line below it may begin with such a mark as text.
    if marks == level, isBlank(behind) || behind == 0 || MarkdownScanner.isLineEnd(behind) {
      scanner.advance(marks)
      scanner.skipBlanks()
    } else {
      skipDefinitions()
      isUnderlined = true
    }
    let (words, anchor) = withoutAnchor(inlines(depth: 0))
    let content = marked(words)
    let end = isUnderlined ? endOfLineBelow() : end
    let range = content.reduce(text.source(start, end)) { $0.union($1.range) }
    return .heading(Heading(level: level, content: content, anchor: anchor, range: range))
  }

  /// Where the line below the words that were read ends. Libcmark takes the line of the next item for it where the
  /// heading ends one.
  private mutating func endOfLineBelow() -> Int {
    scanner.skipSpaceOfLine()
    scanner.skipLineEnd()
    while !scanner.isAtEnd, !MarkdownScanner.isLineEnd(scanner.peek()) { scanner.advance() }
    return scanner.offset
  }

  /// Definitions at a paragraph's beginning are no part of what is shown.
  private mutating func skipDefinitions() {
    while scanner.peek() == UInt8(ascii: "["), scanner.readDefinition() != nil {}
  }

  private mutating func paragraph(from start: Int, isTight: Bool) -> [Block] {
    skipDefinitions()
    let first = scanner.offset
    let content = marked(withoutAttributeLine(inlines(depth: 0)))
    let range = content.reduce(text.source(first, scanner.offset)) { $0.union($1.range) }
    guard !content.isEmpty else { return [] }
    return [.paragraph(Paragraph(content: content, isBare: isTight, range: range))]
  }

  /// Lines of code: what libcmark shows of each is the end of a line of the text.
  private mutating func code(
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
      if !word.isEmpty {
        let language = text.source(word.startIndex, word.endIndex)
        note(language, says: meaning(of: word.indices, readsEscapes: true))
        block.language = language
      }
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
  mutating func places(of shown: [Range<Int>], fromLine first: Int) -> [SourceRange] {
    var places: [SourceRange] = []
    for (number, line) in shown.enumerated() {
      let upper = text.end(ofLine: first + number)
      let lower = text.offset(line: first + number, column: 1)
      var length = 0
      while length < line.count, upper - length > lower,
        text.bytes[upper - length - 1] == reading.texts[line.upperBound - length - 1]
      {
        length += 1
      }
      let rest = reading.texts[line.lowerBound..<(line.upperBound - length)]
      let before = upper - length - 1
      let isCut =
        !rest.isEmpty && before >= lower && text.bytes[before] == UInt8(ascii: "\t")
        && rest.allSatisfy { $0 == UInt8(ascii: " ") }
      // Of a tab that is partly the block's indentation, the other columns are shown.
      places.append(text.source(isCut ? before : upper - length, upper))
      if isCut { note(places[number], says: reading.texts[line]) }
    }
    return places
  }
}
