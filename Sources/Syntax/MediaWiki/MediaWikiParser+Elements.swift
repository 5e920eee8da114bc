import SourceText

/// Elements that stand on lines of their own: verbatim text, galleries, quotes.
extension MediaWikiParser {
  /// - Returns: where the text behind it begins; nil where no such element begins here.
  @_lifetime(self: copy self)
  mutating func readElement(
    _ text: SourceRange, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int? {
    guard let tag = MarkupTag(at: text.lower, in: bytes, end: end), !tag.isClosing else {
      return nil
    }
    let name = foldedText(tag.name, in: bytes)
    if name == "blockquote", depth < 8,
      let close = pairs.closingTags.first(name, from: tag.range.upper, end: end)
    {
      let inner = self.blocks(of: SourceRange(tag.range.upper, close.lower), depth: depth + 1)
      blocks.append(.quote(Quote(level: 1, blocks: inner, range: tag.range.union(close))))
      return close.upper
    }
    if name == "references" { return readReferences(tag, end: end) }
    guard let close = pairs.end(at: text.lower), close <= end else { return nil }
    let closing = pairs.closingTags.first(name, from: tag.range.upper, end: close)
    let inner = SourceRange(tag.range.upper, closing?.lower ?? close)
    let range = SourceRange(tag.range.lower, close)
    switch name {
    case "pre":
      blocks.append(.preformatted(preformatted(inner, readsCharacters: true, range: range)))
    case "source", "syntaxhighlight":
      // With more text on the line, it is part of a sentence.
      guard trimmed(line(at: close, in: bytes, end: end), in: bytes).isEmpty else { return nil }
      var block = preformatted(inner, readsCharacters: false, range: range)
      block.language = tag.value(of: "lang", in: bytes)
      blocks.append(.preformatted(block))
    case "gallery": readGallery(inner, into: &blocks)
    default: return nil
    }
    return close
  }

  /// Notes are shown where a page shows them: `<references>` shows nothing, whatever it holds.
  private func readReferences(_ tag: MarkupTag, end: Int) -> Int {
    guard !tag.isSelfClosed else { return tag.range.upper }
    return pairs.closingTags.first("references", from: tag.range.upper, end: end)?.upper
      ?? tag.range.upper
  }

  /// `<pre>` or `<syntaxhighlight>` from its tag to its end; nil for all else.
  func verbatimBlock(_ range: SourceRange) -> Preformatted? {
    guard let tag = MarkupTag(at: range.lower, in: bytes, end: range.upper), !tag.isClosing,
      pairs.end(at: range.lower) == range.upper
    else { return nil }
    let name = foldedText(tag.name, in: bytes)
    let isCode = name == "source" || name == "syntaxhighlight"
    // `inline` says that code is part of its sentence.
    guard name == "pre" || isCode,
      !isCode || find(UInt8(ascii: "\n"), from: range.lower, in: bytes, end: range.upper) != nil
    else { return nil }
    let closing = pairs.closingTags.first(name, from: tag.range.upper, end: range.upper)
    let inner = SourceRange(tag.range.upper, closing?.lower ?? range.upper)
    var block = preformatted(inner, readsCharacters: !isCode, range: range)
    if isCode { block.language = tag.value(of: "lang", in: bytes) }
    return block
  }

  private func preformatted(
    _ inner: SourceRange, readsCharacters: Bool, range: SourceRange
  ) -> Preformatted {
    // The line ends behind the tag and before its end are part of the tags.
    var text = readsCharacters ? withoutNowiki(inner) : inner
    let first = line(at: inner.lower, in: bytes, end: inner.upper)
    if trimmed(first, in: bytes).isEmpty {
      text = SourceRange(startOfLine(behind: first, in: bytes, end: inner.upper), inner.upper)
    }
    var end = text.upper
    while end > text.lower, bytes[end - 1] <= 0x20 { end -= 1 }
    text = SourceRange(text.lower, end)
    var block = Preformatted(lines: lines(of: text, in: bytes), range: range)
    if readsCharacters,
      find(UInt8(ascii: "&"), from: text.lower, in: bytes, end: text.upper) != nil
    {
      block.content = inlines.plain(text, keepsLines: true)
    }
    return block
  }

  /// `<nowiki>` around all of the text says what `<pre>` says already.
  private func withoutNowiki(_ inner: SourceRange) -> SourceRange {
    let words = trimmedOfLines(inner, in: bytes)
    guard let tag = MarkupTag(at: words.lower, in: bytes, end: words.upper), !tag.isClosing,
      !tag.isSelfClosed, foldedText(tag.name, in: bytes) == "nowiki",
      let closing = pairs.closingTags.first("nowiki", from: tag.range.upper, end: words.upper),
      closing.upper == words.upper
    else { return inner }
    return SourceRange(tag.range.upper, closing.lower)
  }

  /// `<gallery>`: a picture a line, its caption behind a bar.
  @_lifetime(self: copy self)
  private mutating func readGallery(_ inner: SourceRange, into blocks: inout [Block]) {
    for line in lines(of: inner, in: bytes) {
      let text = trimmed(line, in: bytes)
      guard !text.isEmpty else { continue }
      let parts = inlines.parts(of: text)
      let target = trimmed(parts[0], in: bytes)
      let (kind, name) = inlines.namespace(of: target)
      guard case .file = kind else {
        if BareAddress.isPicture(target, in: bytes) {
          add(target, Array(parts.dropFirst()), range: text, into: &blocks)
        } else {
          blocks.append(
            .paragraph(Paragraph(content: inlines.read(text), isBare: false, range: text)))
        }
        continue
      }
      add(name, Array(parts.dropFirst()), range: text, into: &blocks)
    }
  }

  @_lifetime(self: copy self)
  private mutating func add(
    _ name: SourceRange, _ words: [SourceRange], range: SourceRange, into blocks: inout [Block]
  ) {
    let picture = inlines.picture(name, words, range: range, depth: 0, isFramed: true)
    blocks.append(.paragraph(Paragraph(content: [picture], isBare: false, range: range)))
  }
}
