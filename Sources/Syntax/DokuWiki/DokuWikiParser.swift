import SourceText

/// Reads a page of DokuWiki line by line: the first characters of a line say what it is.
///
/// ```
/// line = "==" heading "==" | "----" rule | two spaces ("*" | "-") item | two spaces preformatted
///      | ("^" | "|") cells | ">" quote | "<note>" … | "<WRAP>" … | "{{page>" name "}}" | text
/// ```
/// Code and files may begin anywhere: they end the paragraph in which they stand.
struct DokuWikiParser: WikiLineParser, ~Escapable {
  let bytes: Span<UInt8>
  let pairs: DokuWikiPairs
  var inlines: DokuWikiInlines
  var comments: [Comment] = []
  var redirection: SourceRange?

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, pairs: DokuWikiPairs) {
    self.bytes = bytes
    self.pairs = pairs
    inlines = DokuWikiInlines(bytes, pairs: pairs)
  }

  static func parse(_ file: SourceFile) -> Document {
    let bytes = file.bytes.span
    var parser = DokuWikiParser(bytes, pairs: DokuWikiPairs(bytes, from: file.textStart))
    let blocks = parser.blocks(of: SourceRange(file.textStart, bytes.count))
    var document = Document(file: file, blocks: blocks, comments: parser.comments)
    document.unclosedMarks = parser.inlines.unclosedMarks
    document.naming = .dokuWiki
    document.isNamedByFirstLine = false
    document.redirection = parser.redirection
    return document
  }

  // MARK: - Blocks

  @_lifetime(self: copy self)
  mutating func paragraphs(of range: SourceRange) -> [Block] {
    textBlocks(of: range, isBare: false)
  }

  /// Text, parted where code and files stand in it.
  @_lifetime(self: copy self)
  mutating func textBlocks(of range: SourceRange, isBare: Bool) -> [Block] {
    var blocks: [Block] = []
    var start = range.lower
    for block in blockStarts(in: range) where block >= start {
      guard let close = pairs.end(at: block), close <= range.upper else { continue }
      add(SourceRange(start, block), isBare: isBare, to: &blocks)
      blocks.append(.preformatted(preformatted(SourceRange(block, close))))
      start = close
    }
    add(SourceRange(start, range.upper), isBare: isBare, to: &blocks)
    return blocks
  }

  private func blockStarts(in range: SourceRange) -> [Int] {
    // The starts are in order: the first in the range is found by halving.
    var low = 0
    var high = pairs.blockStarts.count
    while low < high {
      let middle = (low + high) / 2
      if pairs.blockStarts[middle] < range.lower { low = middle + 1 } else { high = middle }
    }
    return Array(pairs.blockStarts[low...].prefix { $0 < range.upper })
  }

  @_lifetime(self: copy self)
  private mutating func add(_ range: SourceRange, isBare: Bool, to blocks: inout [Block]) {
    var start = range.lower
    var end = range.upper
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let text = SourceRange(start, end)
    guard !text.isEmpty else { return }
    let content = inlines.read(text)
    guard let plugins = content.pluginsAlone else {
      blocks.append(.paragraph(Paragraph(content: content, isBare: isBare, range: text)))
      return
    }
    // Words to the wiki alone make no paragraph.
    for plugin in plugins {
      if spells(plugin.name, "redirect", in: bytes), redirection == nil {
        redirection = plugin.arguments.map { trimmed($0, in: bytes) }
      }
      blocks.append(.plugin(plugin))
    }
  }

  /// The line that begins at an offset, and all lines into which verbatim text in it goes on.
  func logicalLine(at start: Int, end: Int) -> SourceRange {
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      if let close = pairs.end(at: index), close <= end { index = close } else { index += 1 }
    }
    index = min(index, end)
    while index > start, bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    return SourceRange(start, index)
  }

  /// `//wikiguide: …` and `<!-- wikiguide: … -->`: the dialect itself has no comments.
  @_lifetime(self: copy self)
  mutating func readComment(_ text: SourceRange, of line: SourceRange, end: Int) -> Int? {
    guard keepComment(text) else { return nil }
    return startOfLine(behind: line, in: bytes, end: end)
  }

  /// - Returns: whether the line was a comment.
  @_lifetime(self: copy self)
  mutating func keepComment(_ line: SourceRange) -> Bool {
    if matches("//wikiguide:", at: line.lower, in: bytes, end: line.upper) {
      let text = trimmed(SourceRange(line.lower + 2, line.upper), in: bytes)
      comments.append(Comment(range: line, text: text))
      return true
    }
    guard matches("<!--", at: line.lower, in: bytes, end: line.upper),
      line.count >= 7, matches("-->", at: line.upper - 3, in: bytes, end: line.upper)
    else { return false }
    let text = trimmed(SourceRange(line.lower + 4, line.upper - 3), in: bytes)
    guard matches("wikiguide:", at: text.lower, in: bytes, end: text.upper) else { return false }
    comments.append(Comment(range: line, text: text))
    return true
  }

  /// A block that is no paragraph.
  /// - Returns: where the text behind it begins; nil where none begins with this line.
  @_lifetime(self: copy self)
  mutating func readBlock(
    _ line: SourceRange, _ text: SourceRange, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int? {
    let behind = startOfLine(behind: line, in: bytes, end: end)
    if let heading = heading(text) {
      blocks.append(.heading(heading))
      return behind
    }
    if isRule(text) {
      blocks.append(.rule(text))
      return behind
    }
    if itemMark(line) != nil { return readList(at: line.lower, end: end, into: &blocks) }
    if isIndented(line) {
      return readPreformatted(at: line.lower, end: end, into: &blocks)
    }
    switch bytes[line.lower] {
    case UInt8(ascii: "^"), UInt8(ascii: "|"):
      return readTable(at: line.lower, end: end, into: &blocks)
    case UInt8(ascii: ">"): return readQuote(at: line.lower, end: end, into: &blocks)
    default: break
    }
    if let inclusion = inclusion(text) {
      blocks.append(.inclusion(inclusion))
      return behind
    }
    guard bytes[text.lower] == UInt8(ascii: "<") else { return nil }
    return readBox(at: text.lower, end: end, depth: depth, into: &blocks)
  }

  /// `====== words ======`: of six signs the highest level, of two the fifth.
  private func heading(_ line: SourceRange) -> Heading? {
    let mark = UInt8(ascii: "=")
    let before = run(of: mark, at: line.lower, in: bytes, end: line.upper)
    guard before >= 2, line.count > 4 else { return nil }
    var end = line.upper
    while end > line.lower, bytes[end - 1] == mark { end -= 1 }
    guard line.upper - end >= 2, end > line.lower + before else { return nil }
    let words = trimmed(SourceRange(line.lower + before, end), in: bytes)
    guard !words.isEmpty,
      find(UInt8(ascii: "\n"), from: words.lower, in: bytes, end: words.upper) == nil
    else { return nil }
    return Heading(
      level: min(5, max(1, 7 - before)), content: [.text(words)], anchor: words, range: line)
  }

  private func isRule(_ text: SourceRange) -> Bool {
    text.count >= 4
      && run(of: UInt8(ascii: "-"), at: text.lower, in: bytes, end: text.upper) == text.count
  }

  /// `{{page>name}}` alone on its line: the text of that page in this place.
  private func inclusion(_ line: SourceRange) -> Inclusion? {
    guard matches("{{page>", at: line.lower, in: bytes, end: line.upper),
      pairs.end(at: line.lower) == line.upper
    else { return nil }
    var end = line.upper - 2
    for mark in "&|#".utf8 {
      guard let found = find(mark, from: line.lower, in: bytes, end: end) else { continue }
      // Of a part of a page, no more than that may be shown.
      if mark == UInt8(ascii: "#") { return nil }
      end = found
    }
    let page = trimmed(SourceRange(line.lower + 7, end), in: bytes)
    return page.isEmpty ? nil : Inclusion(page: page, showsTitle: true, range: line)
  }

  // MARK: - Preformatted text

  func isIndented(_ line: SourceRange) -> Bool {
    guard !line.isEmpty else { return false }
    return matches("  ", at: line.lower, in: bytes, end: line.upper)
      || bytes[line.lower] == UInt8(ascii: "\t")
  }

  @_lifetime(self: copy self)
  private mutating func readPreformatted(at start: Int, end: Int, into blocks: inout [Block]) -> Int
  {
    var lines: [SourceRange] = []
    var index = start
    while index < end {
      let line = line(at: index, in: bytes, end: end)
      guard isIndented(line), !trimmed(line, in: bytes).isEmpty else { break }
      let width = bytes[line.lower] == UInt8(ascii: "\t") ? 1 : 2
      lines.append(SourceRange(line.lower + width, line.upper))
      index = startOfLine(behind: line, in: bytes, end: end)
    }
    let range = lines.reduce(SourceRange(start, start)) { $0.union($1) }
    blocks.append(.preformatted(Preformatted(lines: lines, range: range)))
    return index
  }

  /// `<code language file>`, `<file …>`, and programs, of which the text is shown.
  private func preformatted(_ range: SourceRange) -> Preformatted {
    guard let tag = MarkupTag(at: range.lower, in: bytes, end: range.upper) else {
      return Preformatted(lines: [range], range: range)
    }
    let name = foldedText(tag.name, in: bytes)
    let close = pairs.closingTags.first(name, from: tag.range.upper, end: range.upper)
    var inner = SourceRange(tag.range.upper, close?.lower ?? range.upper)
    let first = line(at: inner.lower, in: bytes, end: inner.upper)
    if trimmed(first, in: bytes).isEmpty {
      inner = SourceRange(startOfLine(behind: first, in: bytes, end: inner.upper), inner.upper)
    }
    var end = inner.upper
    while end > inner.lower, bytes[end - 1] <= 0x20 { end -= 1 }
    var block = Preformatted(
      lines: lines(of: SourceRange(inner.lower, end), in: bytes), range: range)
    if name == "html" || name == "php" {
      block.language = tag.name
    } else if !tag.attributes.isEmpty, bytes[tag.attributes.lower] != UInt8(ascii: "-") {
      var wordEnd = tag.attributes.lower
      while wordEnd < tag.attributes.upper, bytes[wordEnd] > 0x20 { wordEnd += 1 }
      block.language = SourceRange(tag.attributes.lower, wordEnd)
    }
    return block
  }
}
