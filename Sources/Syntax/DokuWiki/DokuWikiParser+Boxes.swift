import SourceText

/// What the plugins for notes make of a stretch of text: boxes.
extension DokuWikiParser {
  /// Boxes in boxes stay text at this depth, which bounds the stack.
  private static let deepestBox = 8

  /// `<note kind>…</note>`, `<WRAP kind width …>…</WRAP>`; a WRAP of no known kind shows its text.
  /// - Returns: where the text behind it begins; nil where no box begins here.
  @_lifetime(self: copy self)
  mutating func readBox(
    at start: Int, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int? {
    guard depth < Self.deepestBox, let tag = MarkupTag(at: start, in: bytes, end: end),
      !tag.isClosing, spells(tag.name, "note", in: bytes) || spells(tag.name, "wrap", in: bytes),
      let close = closing(tag, end: end)
    else { return nil }
    let inner = self.blocks(of: SourceRange(tag.range.upper, close.lower), depth: depth + 1)
    if let kind = kind(tag) {
      blocks.append(
        .admonition(Admonition(kind: kind, blocks: inner, range: tag.range.union(close))))
    } else {
      blocks += inner
    }
    return close.upper
  }

  /// The end of a box, boxes of the same name inside left alone.
  private func closing(_ tag: MarkupTag, end: Int) -> SourceRange? {
    var level = 1
    var index = tag.range.upper
    while let open = find(UInt8(ascii: "<"), from: index, in: bytes, end: end) {
      if let close = pairs.end(at: open) {
        index = close
        continue
      }
      guard let other = MarkupTag(at: open, in: bytes, end: end) else {
        index = open + 1
        continue
      }
      index = other.range.upper
      // `<wrap>` in small letters stands in a line and is another element.
      guard text(other.name, in: bytes) == text(tag.name, in: bytes) else { continue }
      level += other.isClosing ? -1 : 1
      if level == 0 { return other.range }
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "note", "important", "warning", "tip", "info", "alert", "help", "todo", "danger", "caution",
    "safety", "notice", "download", "error", "hint",
  ]

  /// The word that says what kind of box it is; a note without one is a note.
  private func kind(_ tag: MarkupTag) -> SourceRange? {
    var start = tag.attributes.lower
    while start < tag.attributes.upper {
      var end = start
      while end < tag.attributes.upper, bytes[end] > 0x20 { end += 1 }
      let word = SourceRange(start, end)
      if Self.kinds.contains(foldedText(word, in: bytes)) { return word }
      start = end + 1
    }
    return spells(tag.name, "note", in: bytes) ? tag.name : nil
  }
}
