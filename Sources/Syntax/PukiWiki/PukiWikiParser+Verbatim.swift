import SourceText

/// What YukiWiki and its kin have beyond PukiWiki's lines: a subject, and blocks of verbatim lines.
extension PukiWikiParser {
  /// The first line of a page is what it is about, unless it is a heading or another block.
  @_lifetime(self: copy self)
  mutating func readSubject(from start: Int) {
    let line = trimmed(line(at: start, end: bytes.count), in: bytes)
    guard !line.isEmpty else { return }
    switch bytes[line.lower] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "#"),
      UInt8(ascii: "/"), UInt8(ascii: "["):
      break
    default: title = line
    }
  }

  /// ```
  /// block = "--(" lines "--)" with marks | "---(" lines "---)" without | "{{{" lines "}}}" with marks
  /// ```
  /// - Returns: where the next line begins; nil where no such block begins here, or where it has no
  ///   end.
  @_lifetime(self: copy self)
  mutating func readVerbatim(_ line: SourceRange, end: Int) -> Int? {
    guard let (closing, readsMarks) = verbatim(line) else { return nil }
    let rest = SourceRange(line.lower, end)
    guard verbatimEndsNowhere[closing.description]?.contains(rest) != true else { return nil }
    var lines: [SourceRange] = []
    var start = startOfLine(behind: line, end: end)
    while start < end {
      let next = self.line(at: start, end: end)
      start = startOfLine(behind: next, end: end)
      if inlines.spells(next, closing) {
        add(lines, readsMarks: readsMarks, range: line.union(next))
        return start
      }
      lines.append(next)
    }
    verbatimEndsNowhere[closing.description] = rest
    return nil
  }

  private func verbatim(_ line: SourceRange) -> (closing: StaticString, readsMarks: Bool)? {
    if variant.hasVerbatimBlocks, inlines.spells(line, "--(") { return ("--)", true) }
    if variant.hasVerbatimBlocks, inlines.spells(line, "---(") { return ("---)", false) }
    if variant.hasBracedVerbatimBlocks, matches("{{{", at: line.lower, in: bytes, end: line.upper) {
      return ("}}}", true)
    }
    return nil
  }

  @_lifetime(self: copy self)
  private mutating func add(_ lines: [SourceRange], readsMarks: Bool, range: SourceRange) {
    let node = tree.insert(
      .preformatted, below: tree.nearest(PukiWikiTree.holdsBlocks), range: range)
    tree.nodes[node].lines = lines
    tree.last = PukiWikiTree.body
    guard readsMarks else { return }
    for (index, line) in lines.enumerated() {
      if index > 0 {
        let end = lines[index - 1].upper
        tree.nodes[node].inlines.append(.lineBreak(SourceRange(end, line.lower)))
      }
      inlines.read(line, into: &tree.nodes[node].inlines)
    }
  }
}
