import CommonMark
import SourceText

/// HTML in pages of Markdown: what has a meaning for the tree is read, everything else is shown as it
/// is written. Nothing of it is ever passed on as markup.
extension MarkdownTree {
  /// Reads what libcmark takes for HTML within a paragraph.
  mutating func readHTML(
    _ words: ArraySlice<UInt8>, into result: inout [Inline], open: inout MarkdownOpenTags
  ) {
    if readComment() { return }
    if scanner.quotes > 0, words.contains(where: MarkdownScanner.isLineEnd) {
      return readQuotedTag(words, into: &result)
    }
    if readTag(into: &result, open: &open) { return }
    let start = scanner.offset
    while !scanner.isAtEnd, scanner.offset - start < words.count,
      !MarkdownScanner.isLineEnd(scanner.peek())
    {
      scanner.advance()
    }
    addText(start, scanner.offset, to: &result)
  }

  /// A tag over several lines of a quote, whose marks would end it: it is shown as it is written.
  private mutating func readQuotedTag(_ words: ArraySlice<UInt8>, into result: inout [Inline]) {
    var start = scanner.offset
    for byte in words {
      guard MarkdownScanner.isLineEnd(byte) else {
        scanner.advance()
        continue
      }
      addText(start, scanner.offset, to: &result)
      start = scanner.offset
      scanner.skipLineEnd()
      result.append(.softBreak(text.source(start, start + 1)))
      start = scanner.offset
    }
    addText(start, scanner.offset, to: &result)
  }

  /// A comment at the scanner's place, which nobody sees.
  mutating func readComment() -> Bool {
    guard commentEndsNowhere != scanner.end,
      matches("<!--", at: scanner.offset, in: text.bytes.span, end: scanner.end)
    else { return false }
    let start = scanner.offset
    var end = start + 4
    while end < scanner.end,
      !matches("-->", at: end, in: text.bytes.span, end: scanner.end)
    {
      end += 1
    }
    guard end < scanner.end else {
      commentEndsNowhere = scanner.end
      return false
    }
    let words = text.source(start + 4, end)
    comments.append(
      Comment(range: text.source(start, end + 3), text: trimmed(words, in: file.bytes.span)))
    scanner.offset = end + 3
    return true
  }

  /// A tag at the scanner's place.
  mutating func readTag(into result: inout [Inline], open: inout MarkdownOpenTags) -> Bool {
    guard let tag = MarkdownTag(at: scanner.offset, in: text.bytes, end: scanner.end) else {
      return false
    }
    let range = text.source(scanner.offset, tag.end)
    scanner.offset = tag.end
    switch tag.meaning {
    case .nothing, .block, .heading: break
    case .lostBlock: unread.append(UnreadMarkup(name: tag.name, range: range))
    case .lineBreak: result.append(.lineBreak(range))
    case .rule: result.append(.lineBreak(range))
    case .image: addImage(tag, range, to: &result)
    case .unknown, .verbatim:
      unread.append(UnreadMarkup(name: tag.name, range: range))
      result.append(.text(range))
    case .style, .link:
      guard !tag.isEnd else {
        close(tag, range, in: &result, open: &open)
        return true
      }
      let target = tag.attributes["href"] ?? tag.attributes["id"] ?? tag.attributes["name"]
      if case .link = tag.meaning, tag.attributes["href"] == nil, let target, !target.isEmpty {
        let name = text.source(target.lowerBound, target.upperBound)
        result.append(.anchor(name, range: range))
        open.open(.init(name: tag.name, meaning: .nothing, place: result.count, range: range))
        return true
      }
      guard open.depth < Self.deepestNesting else {
        // Too deep: what it holds goes to the tag around it.
        open.open(.init(name: tag.name, meaning: .nothing, place: result.count, range: range))
        return true
      }
      open.open(
        .init(
          name: tag.name, meaning: tag.meaning, place: result.count, range: range, target: target,
          title: tag.attributes["title"].flatMap { $0.isEmpty ? nil : value($0) }))
      // Stands for the tag until its end has come.
      result.append(.character("", range))
    }
    return true
  }

  private mutating func addImage(
    _ tag: MarkdownTag, _ range: SourceRange, to result: inout [Inline]
  ) {
    guard let source = tag.attributes["src"], !source.isEmpty else { return }
    func words(_ name: String) -> String? {
      tag.attributes[name].map { String(decoding: text.bytes[$0], as: UTF8.self) }
    }
    let address = value(source)
    let description = tag.attributes["alt"].flatMap { $0.isEmpty ? nil : value($0) }
    let meaning = meaning(of: source, readsEscapes: false)[...]
    if MarkdownFilm.isFilm(meaning) {
      let label = description.map { [Inline.text($0)] } ?? []
      result += film(at: source, saying: meaning, label: label, range)
      return
    }
    var image = Image(source: address, description: description, range: range)
    image.title = tag.attributes["title"].flatMap { $0.isEmpty ? nil : value($0) }
    image.size = .written(width: words("width"), height: words("height"))
    result.append(.image(image))
  }

  /// Where an attribute's value stands in the file.
  private mutating func value(_ place: Range<Int>) -> SourceRange {
    let range = text.source(place.lowerBound, place.upperBound)
    note(range, says: meaning(of: place, readsEscapes: false))
    return range
  }

  /// Takes everything behind a tag's beginning into what the tag stands for.
  private mutating func close(
    _ tag: MarkdownTag, _ range: SourceRange, in result: inout [Inline],
    open: inout MarkdownOpenTags
  ) {
    guard let (start, unended) = open.close(tag.name) else {
      result.append(.text(range))
      return
    }
    Self.showUnended(unended, in: &result)
    guard start.isShown else { return }
    let content = Array(result[(start.place + 1)...])
    result.removeSubrange(start.place...)
    let whole = start.range.union(range)
    switch start.meaning {
    case .style(let style): result.append(.styled(style, marked(content), whole))
    case .link:
      guard let target = start.target, !target.isEmpty, !content.isEmpty else {
        result.append(contentsOf: content)
        return
      }
      result.append(
        .link(
          Link(
            target: self.target(
              at: target, saying: meaning(of: target, readsEscapes: false)[...]),
            label: content, targetRange: text.source(target.lowerBound, target.upperBound),
            title: start.title, range: whole)))
    default: result.append(contentsOf: content)
    }
  }

  /// Tags whose end never came are shown as they are written.
  static func showUnended(_ open: [MarkdownOpenTags.Tag], in result: inout [Inline]) {
    for tag in open where tag.isShown { result[tag.place] = .text(tag.range) }
  }

  // MARK: - Blocks

  /// What was read of a block of HTML so far.
  struct Reading {
    var blocks: [Block] = []
    /// The lists, tables and their parts that are open.
    var parts: [OpenPart] = []
    var content: [Inline] = []
    var open = MarkdownOpenTags()
    /// The level of the heading that is open.
    var heading: Int?
  }

  /// A block of HTML: its text in paragraphs, its headings, its pictures.
  mutating func html(_ event: CommonMarkReading.Event, from start: Int) -> [Block] {
    let count = max(lines(of: event).count, 1)
    scanner.offset = start
    scanner.end = max(start, text.end(ofLine: event.line + count - 1))
    scanner.quotes = quoteDepth
    var reading = Reading()
    var from = scanner.offset
    while !scanner.isAtEnd {
      guard "<&\r\n".utf8.contains(scanner.peek()) else {
        scanner.advance()
        continue
      }
      addText(from, scanner.offset, to: &reading.content)
      readMark(into: &reading)
      from = scanner.offset
    }
    addText(from, scanner.offset, to: &reading.content)
    end(&reading)
    while !reading.parts.isEmpty { closePart(&reading, at: text.source(scanner.end, scanner.end)) }
    return reading.blocks
  }

  /// Reads a line end, a character, a comment or a tag.
  private mutating func readMark(into reading: inout Reading) {
    let start = scanner.offset
    if scanner.skipLineEnd() {
      if !reading.content.isEmpty {
        reading.content.append(.softBreak(text.source(start, start + 1)))
      }
    } else if scanner.peek() == UInt8(ascii: "&"), let (character, length) = writtenCharacter() {
      scanner.advance(length)
      reading.content.append(.character(character, text.source(start, scanner.offset)))
    } else if readComment() {
      return
    } else if let tag = MarkdownTag(at: start, in: text.bytes, end: scanner.end) {
      switch tag.meaning {
      case .block: end(&reading)
      case .lostBlock:
        end(&reading)
        if arrange(tag, text.source(start, tag.end), in: &reading) {
          scanner.offset = tag.end
          return
        }
      case .verbatim:
        if let block = verbatim(behind: tag, from: start) {
          end(&reading)
          reading.blocks.append(block)
          return
        }
      case .rule:
        end(&reading)
        reading.blocks.append(.rule(text.source(start, tag.end)))
        scanner.offset = tag.end
        return
      case .heading(let level):
        end(&reading)
        reading.heading = tag.isEnd ? nil : level
      default: break
      }
      _ = readTag(into: &reading.content, open: &reading.open)
    } else {
      scanner.advance()
      addText(start, scanner.offset, to: &reading.content)
    }
  }

  /// Ends the paragraph or the heading that is open.
  mutating func end(_ reading: inout Reading) {
    Self.showUnended(reading.open.tags, in: &reading.content)
    let inlines = marked(Self.withoutBlanks(reading.content, in: file.bytes))
    reading.content = []
    reading.open = MarkdownOpenTags()
    guard let first = inlines.first, let last = inlines.last else { return }
    let range = first.range.union(last.range)
    if let level = reading.heading {
      reading.blocks.append(
        .heading(Heading(level: level, content: inlines, anchor: nil, range: range)))
    } else {
      reading.blocks.append(
        .paragraph(Paragraph(content: inlines, isBare: !reading.parts.isEmpty, range: range)))
    }
  }

  /// Without breaks and blanks at both ends.
  private static func withoutBlanks(_ content: [Inline], in bytes: [UInt8]) -> [Inline] {
    func showsNothing(_ inline: Inline) -> Bool {
      switch inline {
      case .softBreak, .lineBreak: true
      case .text(let range): trimmed(range, in: bytes.span).isEmpty
      default: false
      }
    }
    let rest = content.drop(while: showsNothing)
    guard let last = rest.lastIndex(where: { !showsNothing($0) }) else { return [] }
    return Array(rest[...last])
  }
}
