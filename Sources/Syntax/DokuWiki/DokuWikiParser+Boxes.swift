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
      let close = pairs.boxEnd(at: start), close.upper <= end
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
