import CommonMark
import SourceText

/// What stands within a paragraph or a heading: events and bytes are walked side by side.
///
/// Where the two do not meet, which no known text makes happen, libcmark's words are shown and the
/// place in the file stays where it is.
extension MarkdownTree {
  /// The inlines up to the end of the node that is open.
  mutating func inlines(depth: Int) -> [Inline] {
    var result: [Inline] = []
    // Nodes that are too deep and give what they hold to the one around them.
    var transparent: [CommonMarkReading.Kind] = []
    var open = MarkdownOpenTags()
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      if event.isEnd {
        guard let kind = transparent.popLast() else {
          Self.showUnended(open.tags, in: &result)
          return result
        }
        skipClosingMarks(of: kind)
        continue
      }
      switch event.kind {
      case .text: readText(reading.texts[event.text], into: &result)
      case .softBreak: result.append(.softBreak(readBreak()))
      case .lineBreak: result.append(.lineBreak(readBreak()))
      case .code: readCode(reading.texts[event.text], into: &result)
      case .htmlInline:
        readHTML(reading.texts[event.text], into: &result, open: &open)
      case .emphasis, .strong, .link, .image:
        guard depth < Self.deepestNesting else {
          transparent.append(event.kind)
          skipOpeningMarks(of: event.kind)
          continue
        }
        result.append(contentsOf: nested(event, depth: depth))
      default: break
      }
    }
    Self.showUnended(open.tags, in: &result)
    return result
  }

  private mutating func nested(
    _ event: CommonMarkReading.Event, depth: Int
  ) -> [Inline] {
    let start = scanner.offset
    switch event.kind {
    case .emphasis, .strong:
      skipOpeningMarks(of: event.kind)
      let content = marked(inlines(depth: depth + 1))
      skipClosingMarks(of: event.kind)
      let style: Inline.Style = event.kind == .emphasis ? .emphasis : .strong
      return [.styled(style, content, text.source(start, scanner.offset))]
    case .link where scanner.peek() == UInt8(ascii: "<"): return autoLink()
    case .link: return link(event, depth: depth)
    default: return image(event, depth: depth)
    }
  }

  private mutating func skipOpeningMarks(of kind: CommonMarkReading.Kind) {
    switch kind {
    case .emphasis: scanner.advance()
    case .strong: scanner.advance(2)
    case .image: scanner.advance(2)
    default: scanner.advance()
    }
  }

  private mutating func skipClosingMarks(of kind: CommonMarkReading.Kind) {
    switch kind {
    case .emphasis: scanner.advance()
    case .strong: scanner.advance(2)
    default:
      if scanner.peek() == UInt8(ascii: "]") { scanner.advance() }
      _ = scanner.readTail()
    }
  }

  // MARK: - Text

  /// Lays a text of libcmark over the bytes that it was made of.
  private mutating func readText(_ words: ArraySlice<UInt8>, into result: inout [Inline]) {
    var rest = words
    var start = scanner.offset
    while let byte = rest.first {
      if let (character, length) = writtenCharacter(), rest.starts(with: character.utf8) {
        addText(start, scanner.offset, to: &result)
        let range = text.source(scanner.offset, scanner.offset + length)
        result.append(.character(character, range))
        scanner.advance(length)
        rest = rest.dropFirst(character.utf8.count)
        start = scanner.offset
      } else if scanner.peek() == byte, !scanner.isAtEnd {
        scanner.advance()
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: ">"), scanner.offset == scanner.lineText,
        let mark = scanner.lastMark
      {
        // So far indented, it is no quote's mark.
        scanner.offset = mark
        start = mark
        scanner.lastMark = nil
      } else {
        addText(start, scanner.offset, to: &result)
        let place = text.source(scanner.offset, scanner.offset)
        result.append(.character(String(decoding: rest, as: UTF8.self), place))
        return
      }
    }
    addText(start, scanner.offset, to: &result)
  }

  /// Adds a stretch of the text as it stands.
  func addText(_ lower: Int, _ upper: Int, to result: inout [Inline]) {
    for range in text.sources(lower, upper) {
      if case .text(let before)? = result.last, before.upper == range.lower {
        result[result.count - 1] = .text(before.union(range))
      } else {
        result.append(.text(range))
      }
    }
  }

  /// The character that an escape or an entity at the scanner's place stands for, and its length.
  mutating func writtenCharacter() -> (String, Int)? {
    switch scanner.peek() {
    case UInt8(ascii: "\\") where MarkdownScanner.isPunctuation(scanner.peek(1)):
      return (String(decoding: [scanner.peek(1)], as: UTF8.self), 2)
    case UInt8(ascii: "&"):
      let length = scanner.entityLength
      guard length > 0 else { return nil }
      let written = text.bytes[scanner.offset..<(scanner.offset + length)]
      return entity(written).map { ($0, length) }
    default: return nil
    }
  }

  /// What an entity stands for: libcmark knows all names.
  private mutating func entity(_ written: ArraySlice<UInt8>) -> String? {
    if let known = entities[written] { return known }
    let reading = CommonMarkReading(Array(written))
    let words = reading.events.first { $0.kind == .text }.map { reading.texts[$0.text] } ?? []
    let character = words == written ? nil : String(decoding: words, as: UTF8.self)
    entities[written] = .some(character)
    return character
  }

  /// A line end, with the white space or the backslash before it.
  private mutating func readBreak() -> SourceRange {
    let start = scanner.offset
    scanner.skipSpaceOfLine()
    if scanner.peek() == UInt8(ascii: "\\") { scanner.advance() }
    let end = scanner.offset
    scanner.skipLineEnd()
    return text.source(start, max(end, min(start + 1, scanner.offset)))
  }

  private mutating func readCode(_ words: ArraySlice<UInt8>, into result: inout [Inline]) {
    let start = scanner.offset
    let width = scanner.run(of: UInt8(ascii: "`"))
    guard width > 0 else { return readText(words, into: &result) }
    scanner.advance(width)
    var content: [Inline] = []
    var from = scanner.offset
    while !scanner.isAtEnd {
      let run = scanner.run(of: UInt8(ascii: "`"))
      if run == width { break }
      if MarkdownScanner.isLineEnd(scanner.peek()) {
        addText(from, scanner.offset, to: &content)
        let end = scanner.offset
        scanner.skipLineEnd()
        content.append(.softBreak(text.source(end, end + 1)))
        from = scanner.offset
      } else {
        scanner.advance(max(1, run))
      }
    }
    addText(from, scanner.offset, to: &content)
    scanner.advance(width)
    Self.strip(&content, in: file.bytes, shown: words)
    result.append(.styled(.code, content, text.source(start, scanner.offset)))
  }

  /// Takes away the one blank at each end that CommonMark takes away.
  private static func strip(
    _ content: inout [Inline], in bytes: [UInt8], shown words: ArraySlice<UInt8>
  ) {
    let length = content.reduce(0) { sum, inline in
      if case .text(let range) = inline { sum + range.count } else { sum + 1 }
    }
    guard length == words.count + 2 else { return }
    switch content.first {
    case .softBreak?: content.removeFirst()
    case .text(let range)?: content[0] = .text(SourceRange(range.lower + 1, range.upper))
    default: break
    }
    switch content.last {
    case .softBreak?: content.removeLast()
    case .text(let range)?:
      content[content.count - 1] = .text(SourceRange(range.lower, range.upper - 1))
    default: break
    }
    content.removeAll { if case .text(let range) = $0 { range.isEmpty } else { false } }
  }

  // MARK: - Links

  /// `<https://example.org>`
  private mutating func autoLink() -> [Inline] {
    let start = scanner.offset
    scanner.advance()
    let from = scanner.offset
    while !scanner.isAtEnd, scanner.peek() != UInt8(ascii: ">") { scanner.advance() }
    let address = text.source(from, scanner.offset)
    scanner.advance()
    skipContent()
    let target = MarkdownTarget.of(autoLink: address, in: file.bytes)
    return [
      .link(
        Link(
          target: target, label: [.text(address)], targetRange: address,
          range: text.source(start, scanner.offset)))
    ]
  }

  /// Skips the events up to the end of the node that is open.
  private mutating func skipContent() {
    var depth = 0
    while index < reading.events.count {
      let event = reading.events[index]
      index += 1
      if event.isEnd {
        if depth == 0 { return }
        depth -= 1
      } else if [.emphasis, .strong, .link, .image].contains(event.kind) {
        depth += 1
      }
    }
  }

  private mutating func link(_ event: CommonMarkReading.Event, depth: Int) -> [Inline] {
    let address = reading.texts[event.address]
    let start = scanner.offset
    scanner.advance()
    let from = scanner.offset
    linkDepth += 1
    let label = marked(inlines(depth: depth + 1))
    linkDepth -= 1
    let words = from..<scanner.offset
    if scanner.peek() == UInt8(ascii: "]") { scanner.advance() }
    let place = place(of: address, words: words)
    let range = text.source(start, scanner.offset)
    guard let place, !place.address.isEmpty, !label.isEmpty else { return label }
    let title = title(of: place, saying: event)
    return [
      .link(
        Link(
          target: target(at: place.address, saying: address), label: label,
          targetRange: text.source(place.address.lowerBound, place.address.upperBound),
          title: title, range: range))
    ]
  }

  /// Where the address stands to which a link leads whose text was read.
  private mutating func place(
    of address: ArraySlice<UInt8>, words: Range<Int>
  ) -> MarkdownScanner.Definition? {
    let label: Range<Int>
    switch scanner.readTail() {
    case .address(let place): return place
    case .label(let written): label = written
    case .none: label = words
    }
    let places = definitions.places(of: text.bytes[label])
    return places.first { text.bytes[$0.address] == address }
      ?? places.first { meaning(of: $0.address, readsEscapes: true).elementsEqual(address) }
      ?? places.first
  }

  /// The title that stands behind an address.
  private mutating func title(
    of place: MarkdownScanner.Definition, saying event: CommonMarkReading.Event
  ) -> SourceRange? {
    guard let words = place.title, !words.isEmpty else { return nil }
    let range = text.source(words.lowerBound, words.upperBound)
    note(range, says: reading.texts[event.title])
    return range
  }

  private mutating func image(_ event: CommonMarkReading.Event, depth: Int) -> [Inline] {
    let address = reading.texts[event.address]
    let start = scanner.offset
    scanner.advance(2)
    let from = scanner.offset
    let label = inlines(depth: depth + 1)
    let words = from..<scanner.offset
    if scanner.peek() == UInt8(ascii: "]") { scanner.advance() }
    let place = place(of: address, words: words)
    let range = text.source(start, scanner.offset)
    guard let place, !place.address.isEmpty else { return label }
    let source = text.source(place.address.lowerBound, place.address.upperBound)
    note(source, says: address)
    if MarkdownFilm.isFilm(address) {
      return film(at: place.address, saying: address, label: label, range)
    }
    var image = Image(
      source: source, description: description(label, at: words), range: range)
    image.title = title(of: place, saying: event)
    return [.image(image)]
  }

  /// A film is no picture: a link leads to it.
  mutating func film(
    at place: Range<Int>, saying address: ArraySlice<UInt8>, label: [Inline], _ range: SourceRange
  ) -> [Inline] {
    let source = text.source(place.lowerBound, place.upperBound)
    let words = label.isEmpty ? [.text(MarkdownFilm.name(in: source, of: file.bytes))] : label
    guard linkDepth == 0 else { return words }
    return [
      .link(
        Link(
          target: target(at: place, saying: address), label: words, targetRange: source,
          range: range))
    ]
  }

  /// Where a picture's description stands: what it says is its words without their marks.
  private mutating func description(_ label: [Inline], at place: Range<Int>) -> SourceRange? {
    let words = plainText(label)
    guard !words.isEmpty else { return nil }
    let range = text.source(place.lowerBound, place.upperBound)
    note(range, says: words)
    return range
  }

  /// The words of inlines, as they are read aloud.
  private func plainText(_ inlines: [Inline]) -> [UInt8] {
    var words: [UInt8] = []
    for inline in inlines {
      switch inline {
      case .text(let range): words += file.bytes[range.lower..<range.upper]
      case .character(let character, _): words += character.utf8
      case .lineBreak, .softBreak: words.append(UInt8(ascii: " "))
      case .styled(_, let content, _), .ruby(let content, _, _): words += plainText(content)
      case .link(let link): words += plainText(link.label)
      case .image(let image):
        guard let description = image.description else { continue }
        words +=
          meanings[description].map { Array($0.utf8) }
          ?? Array(file.bytes[description.lower..<description.upper])
      case .footnote, .anchor, .plugin: break
      }
    }
    return words
  }
}
