import SourceText

/// Reads a PukiWiki page line by line: the first characters of a line say what it is.
///
/// ```
/// line = "//" comment | "TITLE:" title | "" | "----" rule | "*" heading | (" " | tab) preformatted
///      | "-" item | "+" item | ">" quote | "<" end of quote | ":" term "|" definition
///      | "|" cells "|" ["h" | "f" | "c"] | "," cells | "#" plugin
///      | ("LEFT:" | "CENTER:" | "RIGHT:") line
///      | "~" paragraph | text
/// ```
struct PukiWikiParser: ~Escapable {
  let bytes: Span<UInt8>
  let settings: WikiSettings
  let variant: PukiWikiVariant
  var tree: PukiWikiTree
  var inlines: PukiWikiInlines
  var comments: [Comment] = []
  var title: SourceRange?
  /// How deep the lines being read stand in plugins with a body.
  var pluginDepth = 0
  /// From some plugin on to the end of a stretch, no line closes so many braces: those that open more
  /// are not looked after again.
  var bracesEndNowhere: [Int: Int] = [:]
  /// The same of verbatim blocks, by their last lines.
  var verbatimEndsNowhere: [String: SourceRange] = [:]

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, settings: WikiSettings, variant: PukiWikiVariant) {
    self.bytes = bytes
    self.settings = settings
    self.variant = variant
    tree = PukiWikiTree(size: bytes.count)
    self.inlines = PukiWikiInlines(bytes, settings: settings, variant: variant)
  }

  static func parse(
    _ file: SourceFile, settings: WikiSettings, variant: PukiWikiVariant
  ) -> Document {
    var parser = PukiWikiParser(file.bytes.span, settings: settings, variant: variant)
    if variant.beginsWithSubject { parser.readSubject(from: file.textStart) }
    parser.readLines(SourceRange(file.textStart, file.bytes.count))
    var document = Document(
      file: file, blocks: parser.tree.blocks(), comments: parser.comments)
    document.title = parser.title
    document.unclosedMarks = parser.inlines.unclosedMarks
    return document
  }

  @_lifetime(self: copy self)
  mutating func readLines(_ range: SourceRange) {
    var start = range.lower
    while start < range.upper {
      let line = line(at: start, end: range.upper)
      if let behind = readMultilinePlugin(line, end: range.upper) {
        start = behind
      } else if let behind = readVerbatim(line, end: range.upper) {
        start = behind
      } else {
        readLine(line)
        start = startOfLine(behind: line, end: range.upper)
      }
    }
  }

  /// The line that begins at an offset, without its line end.
  func line(at start: Int, end: Int) -> SourceRange {
    var index = find(UInt8(ascii: "\n"), from: start, in: bytes, end: end) ?? max(start, end)
    while index > start, bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
    return SourceRange(start, index)
  }

  func startOfLine(behind line: SourceRange, end: Int) -> Int {
    var index = line.upper
    while index < end, bytes[index] == UInt8(ascii: "\r") { index += 1 }
    return index + 1
  }

  @_lifetime(self: copy self)
  mutating func readLine(_ line: SourceRange) {
    if matches("//", at: line.lower, in: bytes, end: line.upper),
      variant.hasComments || matches("//wikiguide:", at: line.lower, in: bytes, end: line.upper)
    {
      let text = trimmed(SourceRange(line.lower + 2, line.upper), in: bytes)
      comments.append(Comment(range: line, text: text))
      return
    }
    if title == nil, matches("TITLE:", at: line.lower, in: bytes, end: line.upper) {
      title = trimmed(SourceRange(line.lower + 6, line.upper), in: bytes)
      return
    }
    guard let line = variant.alignsLines ? readAlignment(line) : line else { return }
    guard !line.isEmpty else {
      tree.last = PukiWikiTree.body
      return
    }
    if matches("----", at: line.lower, in: bytes, end: line.upper) {
      tree.insert(.leaf(.rule(line)), below: PukiWikiTree.body, range: line)
      return
    }
    if !variant.nestsBlocks { endOtherBlocks(before: bytes[line.lower]) }
    switch bytes[line.lower] {
    case UInt8(ascii: "*"): readHeading(line)
    case UInt8(ascii: " "), UInt8(ascii: "\t"): readPreformatted(line)
    case UInt8(ascii: "-"): readItem(line, isOrdered: false)
    case UInt8(ascii: "+") where variant.hasOrderedLists: readItem(line, isOrdered: true)
    case UInt8(ascii: ">"): readQuote(line)
    case UInt8(ascii: "<") where variant.endsQuotes: readQuoteEnd(line)
    case UInt8(ascii: ":"): readDefinition(line)
    case UInt8(ascii: "|") where variant.hasBarTables: readTableRow(line)
    case UInt8(ascii: ","): readCommaRow(line)
    case UInt8(ascii: "#"): readPlugin(line)
    default: addText(line)
    }
  }

  /// Where blocks do not nest, a line of another kind ends the block that is open.
  @_lifetime(self: copy self)
  mutating func endOtherBlocks(before mark: UInt8) {
    let goesOn: (PukiWikiTree.Kind) -> Bool
    switch mark {
    case UInt8(ascii: "-"): goesOn = { if case .list(false, _) = $0 { true } else { false } }
    case UInt8(ascii: "+") where variant.hasOrderedLists:
      goesOn = { if case .list(true, _) = $0 { true } else { false } }
    case UInt8(ascii: ">"): goesOn = { if case .quote = $0 { true } else { false } }
    case UInt8(ascii: ":"): goesOn = { if case .definitionList = $0 { true } else { false } }
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      goesOn = { if case .preformatted = $0 { true } else { false } }
    case UInt8(ascii: ","): goesOn = { if case .commaTable = $0 { true } else { false } }
    case UInt8(ascii: "|") where variant.hasBarTables:
      goesOn = { if case .table = $0 { true } else { false } }
    default: return
    }
    if tree.nearest(goesOn) == PukiWikiTree.body { tree.last = PukiWikiTree.body }
  }

  /// Opens an aligned block and gives back what stands behind its word, or nil if nothing does.
  @_lifetime(self: copy self)
  mutating func readAlignment(_ line: SourceRange) -> SourceRange? {
    let (alignment, width): (Alignment, Int)
    if matches("LEFT:", at: line.lower, in: bytes, end: line.upper) {
      (alignment, width) = (.left, 5)
    } else if matches("CENTER:", at: line.lower, in: bytes, end: line.upper) {
      (alignment, width) = (.center, 7)
    } else if matches("RIGHT:", at: line.lower, in: bytes, end: line.upper) {
      (alignment, width) = (.right, 6)
    } else {
      return line
    }
    tree.insert(
      .aligned(alignment), below: tree.nearest(PukiWikiTree.holdsBlocks), range: line)
    let rest = SourceRange(line.lower + width, line.upper)
    return rest.isEmpty ? nil : rest
  }

  // MARK: - Text

  /// Adds a line of text: to the text that is open, or as a new one where it may stand.
  @_lifetime(self: copy self)
  mutating func addText(_ line: SourceRange) {
    // Alone on its line, it is the break of the line before.
    let opensParagraph =
      variant.opensParagraphAtTilde && bytes[line.lower] == UInt8(ascii: "~") && line.count > 1
    let range = opensParagraph ? SourceRange(line.lower + 1, line.upper) : line
    if !opensParagraph, case .text = tree.nodes[tree.last].kind {
      appendBreak(to: tree.last, before: line)
      readInlines(range, into: tree.last)
      tree.stretch(tree.last, to: line)
      return
    }
    insertText(range, line: line, asParagraph: opensParagraph)
  }

  @_lifetime(self: copy self)
  mutating func insertText(_ range: SourceRange, line: SourceRange, asParagraph: Bool) {
    var holder = tree.nearest {
      if case .aligned = $0 { return true }
      return PukiWikiTree.holdsBlocks($0)
    }
    // A list holds its items alone: text goes into the last of them.
    switch tree.nodes[holder].kind {
    case .list, .definitionList: holder = tree.nodes[holder].lastChild
    default: break
    }
    var needsParagraph = asParagraph
    switch tree.nodes[holder].kind {
    case .body, .quote: needsParagraph = true
    default: break
    }
    if needsParagraph { holder = tree.insert(.paragraph, below: holder, range: line) }
    readInlines(range, into: tree.insert(.text, below: holder, range: line))
  }

  /// A `~` at a line's end was read as a visible break already; else the line end is white space.
  @_lifetime(self: copy self)
  mutating func appendBreak(to text: Int, before line: SourceRange) {
    if case .lineBreak(let range)? = tree.nodes[text].inlines.last, range.count == 1 { return }
    tree.nodes[text].inlines.append(.softBreak(SourceRange(max(line.lower - 1, 0), line.lower)))
  }

  @_lifetime(self: copy self)
  mutating func readInlines(_ range: SourceRange, into node: Int) {
    var text = trimmed(range, in: bytes)
    var lineBreak: SourceRange?
    if variant.breaksAtTilde, range.upper > range.lower,
      bytes[range.upper - 1] == UInt8(ascii: "~")
    {
      lineBreak = SourceRange(range.upper - 1, range.upper)
      text = trimmed(SourceRange(range.lower, range.upper - 1), in: bytes)
    }
    inlines.read(text, into: &tree.nodes[node].inlines)
    if let lineBreak { tree.nodes[node].inlines.append(.lineBreak(lineBreak)) }
  }
}
