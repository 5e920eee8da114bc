import SourceText

/// What reads a wiki's page line by line: blocks stand on lines of their own, and lines that are none
/// make paragraphs, which end at an empty line or where a block begins.
///
/// A dialect says what its lines, comments and blocks are; how they follow each other is the same.
protocol WikiLineParser: ~Escapable {
  var bytes: Span<UInt8> { @_lifetime(copy self) get }

  /// The line that begins at an offset, and all lines into which something in it goes on.
  func logicalLine(at start: Int, end: Int) -> SourceRange

  /// Keeps a comment that fills its lines; it interrupts nothing.
  /// - Returns: where to go on; nil where no such comment begins here.
  @_lifetime(self: copy self)
  mutating func readComment(_ text: SourceRange, of line: SourceRange, end: Int) -> Int?

  /// A block that is no paragraph.
  /// - Returns: where the text behind it begins; nil where none begins with this line.
  @_lifetime(self: copy self)
  mutating func readBlock(
    _ line: SourceRange, _ text: SourceRange, end: Int, depth: Int, into blocks: inout [Block]
  ) -> Int?

  /// What the lines of a paragraph are.
  @_lifetime(self: copy self)
  mutating func paragraphs(of range: SourceRange) -> [Block]
}

extension WikiLineParser where Self: ~Escapable {
  /// - Parameter depth: how many blocks lie around these.
  @_lifetime(self: copy self)
  mutating func blocks(of range: SourceRange, depth: Int = 0) -> [Block] {
    var blocks: [Block] = []
    var paragraph: SourceRange?
    var start = range.lower
    var lineEnd = start
    while start < range.upper {
      // A line may go on behind a block, and then behind the next: its end is looked for once.
      let line =
        start < lineEnd
        ? SourceRange(start, lineEnd) : logicalLine(at: start, end: range.upper)
      lineEnd = line.upper
      let text = trimmed(line, in: bytes)
      if !text.isEmpty, let behind = readComment(text, of: line, end: range.upper) {
        start = behind
        continue
      }
      let next = startOfLine(behind: line, in: bytes, end: range.upper)
      var found: [Block] = []
      let behind =
        text.isEmpty
        ? next : readBlock(line, text, end: range.upper, depth: depth, into: &found)
      if let behind {
        if let ended = paragraph.take() { blocks += paragraphs(of: ended) }
        blocks += found
        start = behind
      } else {
        paragraph = paragraph?.union(text) ?? text
        start = next
      }
    }
    if let paragraph { blocks += paragraphs(of: paragraph) }
    return blocks
  }
}

extension [Inline] {
  /// The words to the wiki of which some text is made alone; nil where readers see any of it.
  var pluginsAlone: [Plugin]? {
    var plugins: [Plugin] = []
    for inline in self {
      switch inline {
      case .plugin(let plugin) where plugin.content.isEmpty: plugins.append(plugin)
      case .softBreak, .lineBreak: break
      default: return nil
      }
    }
    return plugins
  }
}
