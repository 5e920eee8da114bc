import SourceText

/// Reads a page of MediaWiki line by line: the first characters of a line say what it is.
///
/// ```
/// line = "=" heading "=" | "----" rule | ("*" | "#" | ":" | ";")+ item | " " preformatted
///      | "{|" table | "<!--" comment "-->" | "<pre>" … | "<gallery>" … | "#REDIRECT" link | text
/// ```
/// A line goes on as long as a template, a link, a comment or a verbatim element in it is open.
struct MediaWikiParser: WikiLineParser, ~Escapable {
  let bytes: Span<UInt8>
  let pairs: MediaWikiPairs
  var inlines: MediaWikiInlines
  var comments: [Comment] = []
  var redirection: SourceRange?

  /// Quotes in quotes stay text at this depth, which bounds the stack.
  private static let deepestNesting = 8

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, pairs: MediaWikiPairs) {
    self.bytes = bytes
    self.pairs = pairs
    inlines = MediaWikiInlines(bytes, pairs: pairs)
  }

  static func parse(_ file: SourceFile) -> Document {
    let bytes = file.bytes.span
    var parser = MediaWikiParser(bytes, pairs: MediaWikiPairs(bytes, from: file.textStart))
    let text = parser.readRedirection(SourceRange(file.textStart, bytes.count))
    let blocks = parser.blocks(of: text)
    var document = Document(file: file, blocks: blocks, comments: parser.comments)
    document.unclosedMarks = parser.inlines.unclosedMarks
    document.naming = .mediaWiki
    document.isNamedByFirstLine = false
    document.title = parser.displayTitle
    document.redirection = parser.redirection
    return document
  }

  /// The title, where no marks stand in it.
  private var displayTitle: SourceRange? {
    guard let title = inlines.displayTitle, !title.isEmpty else { return nil }
    for index in title.lower..<title.upper where "<{['\n".utf8.contains(bytes[index]) {
      // One sign is an apostrophe, two are a mark.
      guard matches("'", at: index, in: bytes, end: title.upper),
        !matches("''", at: index, in: bytes, end: title.upper)
      else { return nil }
    }
    return title
  }

  /// `#REDIRECT [[page]]` before all else: the page's name is a former one of another page.
  @_lifetime(self: copy self)
  private mutating func readRedirection(_ range: SourceRange) -> SourceRange {
    var start = range.lower
    while start < range.upper, bytes[start] <= 0x20 { start += 1 }
    guard
      matchesInAnyCase("#redirect", at: start, in: bytes, end: range.upper)
        || matches("#転送", at: start, in: bytes, end: range.upper)
        || matches("#リダイレクト", at: start, in: bytes, end: range.upper)
    else { return range }
    let line = line(at: start, in: bytes, end: range.upper)
    guard let open = find("[[", from: line.lower, in: bytes, end: line.upper),
      let close = pairs.end(at: open), close <= line.upper
    else { return range }
    let target = inlines.parts(of: SourceRange(open + 2, close - 2))[0]
    redirection = trimmed(target, in: bytes)
    return range
  }

  // MARK: - Blocks

  @_lifetime(self: copy self)
  mutating func paragraphs(of range: SourceRange) -> [Block] {
    let content = withoutBreaksAtEnds(inlines.read(range))
    // Tags alone show nothing, and neither do templates that say nothing.
    guard !content.isEmpty else { return [] }
    guard let plugins = content.pluginsAlone else {
      return [.paragraph(Paragraph(content: content, isBare: false, range: range))]
    }
    return plugins.map { isTableOfContents($0) ? .tableOfContents($0.range) : .plugin($0) }
  }

  private func isTableOfContents(_ plugin: Plugin) -> Bool {
    plugin.isForWikiOnly
      && (spells(plugin.name, "toc", in: bytes) || text(plugin.name, in: bytes) == "目次")
  }

  /// What stands where tags were taken away is no break.
  private func withoutBreaksAtEnds(_ content: [Inline]) -> [Inline] {
    func isBreak(_ inline: Inline?) -> Bool {
      if case .softBreak? = inline { true } else { false }
    }
    var content = content[...]
    while isBreak(content.first) { content.removeFirst() }
    while isBreak(content.last) { content.removeLast() }
    return Array(content)
  }

  /// The line that begins at an offset, and all lines into which something in it goes on.
  func logicalLine(at start: Int, end: Int) -> SourceRange {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      index = inlines.behind(index, end: end)
    }
    index = min(index, end)
    while index > start, bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    return SourceRange(start, index)
  }

  /// A comment that fills its lines, which interrupts nothing.
  /// - Returns: where to go on; nil where no such comment begins here.
  @_lifetime(self: copy self)
  mutating func readComment(_ text: SourceRange, of _: SourceRange, end: Int) -> Int? {
    guard matches("<!--", at: text.lower, in: bytes, end: text.upper),
      let close = pairs.end(at: text.lower), close <= end
    else { return nil }
    keepComment(SourceRange(text.lower, close))
    var words = close
    while words < end, isBlank(bytes[words]) { words += 1 }
    guard words == end || bytes[words] == UInt8(ascii: "\n") else {
      // The line begins behind its comments, unless words or blanks stand before them.
      let beginsLine = text.lower == 0 || bytes[text.lower - 1] == UInt8(ascii: "\n")
      return beginsLine ? close : words
    }
    return min(words + 1, end)
  }

  @_lifetime(self: copy self)
  private mutating func keepComment(_ range: SourceRange) {
    let inner = trimmedOfLines(SourceRange(range.lower + 4, range.upper - 3), in: bytes)
    comments.append(Comment(range: range, text: inner))
  }

  /// Where a line goes on behind the comments that stand at its beginning, which are kept; behind lines
  /// of nothing but comments the next one begins.
  @_lifetime(self: copy self)
  mutating func behindComments(at start: Int, end: Int) -> Int {
    var lineStart = start
    while true {
      var index = lineStart
      var found: [SourceRange] = []
      while true {
        var next = index
        while next < end, isBlank(bytes[next]) { next += 1 }
        guard matches("<!--", at: next, in: bytes, end: end), let close = pairs.end(at: next),
          close <= end
        else { break }
        found.append(SourceRange(next, close))
        index = close
      }
      guard let first = found.first else { return lineStart }
      let rest = line(at: index, in: bytes, end: end)
      let isAlone = trimmed(rest, in: bytes).isEmpty
      guard isAlone || first.lower == lineStart else { return lineStart }
      for range in found { keepComment(range) }
      guard isAlone else { return index }
      lineStart = startOfLine(behind: rest, in: bytes, end: end)
    }
  }

  /// A block that is no paragraph.
  /// - Returns: where the text behind it begins; nil where none begins with this line.
  @_lifetime(self: copy self)
  mutating func readBlock(
    _ line: SourceRange, _ text: SourceRange, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int? {
    let behind = startOfLine(behind: line, in: bytes, end: end)
    if let table = tableStart(line) {
      return readTable(at: table, end: end, depth: depth, into: &blocks)
    }
    switch bytes[line.lower] {
    case UInt8(ascii: "="):
      guard let heading = heading(text) else { return nil }
      blocks.append(.heading(heading))
      return behind
    case UInt8(ascii: "-"):
      let dashes = run(of: UInt8(ascii: "-"), at: line.lower, in: bytes, end: line.upper)
      guard dashes >= 4 else { return nil }
      blocks.append(.rule(SourceRange(line.lower, line.lower + dashes)))
      guard dashes < text.count else { return behind }
      return trimmed(SourceRange(line.lower + dashes, line.upper), in: bytes).lower
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ";"):
      // The line of a redirection is a sentence with a link, for where the page is not there.
      if isRedirection(line) { return nil }
      return readList(at: line.lower, end: end, into: &blocks)
    // In quotes, blanks mean nothing.
    case UInt8(ascii: " ") where depth == 0 && bytes[text.lower] != UInt8(ascii: "<"):
      return readPreformatted(at: line.lower, end: end, into: &blocks)
    default: break
    }
    guard bytes[text.lower] == UInt8(ascii: "<") else { return nil }
    return readElement(text, end: end, depth: depth, into: &blocks)
  }

  private func isRedirection(_ line: SourceRange) -> Bool {
    redirection.map { line.contains($0) } ?? false
  }

  /// `== words ==`, perhaps with a comment behind.
  @_lifetime(self: copy self)
  private mutating func heading(_ line: SourceRange) -> Heading? {
    var end = line.upper
    if let comment = find("<!--", from: line.lower, in: bytes, end: end),
      let close = pairs.end(at: comment), close >= end
    {
      end = trimmed(SourceRange(line.lower, comment), in: bytes).upper
    }
    let before = run(of: UInt8(ascii: "="), at: line.lower, in: bytes, end: end)
    var after = 0
    while end - after > line.lower + before, bytes[end - after - 1] == UInt8(ascii: "=") {
      after += 1
    }
    let level = min(before, after, 6)
    guard level > 0 else { return nil }
    let words = trimmed(SourceRange(line.lower + level, end - level), in: bytes)
    guard !words.isEmpty else { return nil }
    let content = inlines.read(words)
    return Heading(level: level, content: content, anchor: words, range: line)
  }

  /// Lines that begin with a space.
  @_lifetime(self: copy self)
  private mutating func readPreformatted(at start: Int, end: Int, into blocks: inout [Block]) -> Int
  {
    var lines: [SourceRange] = []
    var content: [Inline] = []
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") {
      let line = logicalLine(at: index, end: end)
      guard tableStart(line) == nil else { break }
      let text = SourceRange(index + 1, line.upper)
      if !lines.isEmpty { content.append(.lineBreak(SourceRange(index - 1, index))) }
      content += inlines.read(text)
      lines.append(text)
      index = startOfLine(behind: line, in: bytes, end: end)
    }
    // Blanks alone on the last lines show nothing.
    while let last = lines.last, lines.count > 1, trimmed(last, in: bytes).isEmpty {
      lines.removeLast()
      while let inline = content.last, inline.range.upper > lines[lines.count - 1].upper {
        content.removeLast()
      }
    }
    let range = lines.reduce(SourceRange(start, start)) { $0.union($1) }
    blocks.append(.preformatted(Preformatted(lines: lines, content: content, range: range)))
    return index
  }
}
