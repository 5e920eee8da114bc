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
  var tree = PukiWikiTree()
  var inlines: PukiWikiInlines
  var comments: [Comment] = []
  var title: SourceRange?
  /// How deep the lines being read stand in plugins with a body.
  var pluginDepth = 0

  @_lifetime(copy bytes)
  private init(_ bytes: Span<UInt8>, settings: WikiSettings, variant: PukiWikiVariant) {
    self.bytes = bytes
    self.settings = settings
    self.variant = variant
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
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
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

  // MARK: - Headings, preformatted text, lists

  @_lifetime(self: copy self)
  mutating func readHeading(_ line: SourceRange) {
    let level = min(3, run(of: UInt8(ascii: "*"), at: line.lower, in: bytes, end: line.upper))
    var text = trimmed(SourceRange(line.lower + level, line.upper), in: bytes)
    var anchor: SourceRange?
    if variant.anchorsHeadings, let found = headingAnchor(text) {
      anchor = SourceRange(found.lower + 2, found.upper - 1)
      text = trimmed(SourceRange(text.lower, found.lower), in: bytes)
    }
    var content: [Inline] = []
    inlines.read(text, into: &content)
    let heading = Heading(level: level, content: content, anchor: anchor, range: line)
    tree.insert(.heading(heading), below: PukiWikiTree.body, range: line)
  }

  /// `[#name]` at the end of a heading.
  func headingAnchor(_ text: SourceRange) -> SourceRange? {
    guard text.count > 3, bytes[text.upper - 1] == UInt8(ascii: "]") else { return nil }
    var index = text.upper - 2
    while index > text.lower, isWord(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index -= 1
    }
    guard index > text.lower, bytes[index] == UInt8(ascii: "#"),
      bytes[index - 1] == UInt8(ascii: "["), index + 1 < text.upper - 1
    else { return nil }
    return SourceRange(index - 1, text.upper)
  }

  @_lifetime(self: copy self)
  mutating func readPreformatted(_ line: SourceRange) {
    let keepsFirst = bytes[line.lower] == UInt8(ascii: "\t")
    let content = SourceRange(keepsFirst ? line.lower : line.lower + 1, line.upper)
    if case .preformatted = tree.nodes[tree.last].kind {
      tree.stretch(tree.last, to: line)
    } else {
      tree.insert(.preformatted, below: tree.nearest(PukiWikiTree.holdsBlocks), range: line)
    }
    tree.nodes[tree.last].lines.append(content)
  }

  @_lifetime(self: copy self)
  mutating func readItem(_ line: SourceRange, isOrdered: Bool) {
    let mark = bytes[line.lower]
    let level = min(3, run(of: mark, at: line.lower, in: bytes, end: line.upper))
    let text = trimmed(SourceRange(line.lower + level, line.upper), in: bytes)
    let holder = tree.nearest { kind in
      switch kind {
      case .list(isOrdered, level): true
      case .item(let outer), .term(let outer), .definition(let outer): outer < level
      case .body, .quote: true
      default: false
      }
    }
    var list = holder
    if case .list = tree.nodes[holder].kind {
      // An empty item is no item; what follows goes on in the one before it.
      if text.isEmpty {
        tree.last = tree.nodes[holder].lastChild
        return
      }
    } else {
      list = tree.insert(.list(isOrdered: isOrdered, level: level), below: holder, range: line)
    }
    tree.insert(.item(level: level), below: list, range: line)
    if !text.isEmpty { addItemText(SourceRange(text.lower, line.upper), line: line) }
  }

  /// The text on the line of an item or a definition.
  @_lifetime(self: copy self)
  mutating func addItemText(_ range: SourceRange, line: SourceRange) {
    let opensParagraph =
      variant.opensParagraphAtTilde && bytes[range.lower] == UInt8(ascii: "~") && range.count > 1
    let text = opensParagraph ? SourceRange(range.lower + 1, range.upper) : range
    insertText(text, line: line, asParagraph: opensParagraph)
  }

  // MARK: - Quotes, definitions

  @_lifetime(self: copy self)
  mutating func readQuote(_ line: SourceRange) {
    let level = min(
      3, run(of: UInt8(ascii: ">"), at: line.lower, in: bytes, end: line.upper))
    var holder = tree.nearest { kind in
      switch kind {
      case .quote(let outer): outer <= level
      case .body, .item, .definition: true
      default: false
      }
    }
    if case .quote(level) = tree.nodes[holder].kind {
      // The same quote goes on with a paragraph of its own.
    } else {
      holder = tree.insert(.quote(level: level), below: holder, range: line)
    }
    tree.last = holder
    let text = trimmed(SourceRange(line.lower + level, line.upper), in: bytes)
    if !text.isEmpty {
      insertText(SourceRange(text.lower, line.upper), line: line, asParagraph: true)
    }
  }

  /// `<` ends the quote of its level; where none is open it makes a quote of its own text.
  @_lifetime(self: copy self)
  mutating func readQuoteEnd(_ line: SourceRange) {
    let level = min(
      3, run(of: UInt8(ascii: "<"), at: line.lower, in: bytes, end: line.upper))
    let text = trimmed(SourceRange(line.lower + level, line.upper), in: bytes)
    let open = tree.nearest { kind in
      if case .quote(level) = kind { return true }
      return false
    }
    if open == PukiWikiTree.body {
      let holder = tree.nearest(PukiWikiTree.holdsBlocks)
      tree.insert(.quote(level: level), below: holder, range: line)
    } else {
      tree.last = tree.nodes[open].parent
    }
    if !text.isEmpty {
      insertText(SourceRange(text.lower, line.upper), line: line, asParagraph: false)
    }
  }

  @_lifetime(self: copy self)
  mutating func readDefinition(_ line: SourceRange) {
    guard let bar = endOfTerm(line) else { return addText(line) }
    let level =
      variant.hasDefinitionsWithColon
      ? 1 : min(3, run(of: UInt8(ascii: ":"), at: line.lower, in: bytes, end: line.upper))
    let term = trimmed(SourceRange(line.lower + level, bar), in: bytes)
    let definition = trimmed(SourceRange(bar + 1, line.upper), in: bytes)
    let holder = tree.nearest { kind in
      switch kind {
      case .definitionList(level), .body, .quote: true
      case .item(let outer), .term(let outer), .definition(let outer): outer < level
      default: false
      }
    }
    var list = holder
    if case .definitionList = tree.nodes[holder].kind {
    } else {
      list = tree.insert(.definitionList(level: level), below: holder, range: line)
    }
    if !term.isEmpty {
      tree.insert(.term(level: level), below: list, range: line)
      insertText(term, line: line, asParagraph: false)
    }
    tree.insert(.definition(level: level), below: list, range: line)
    if !definition.isEmpty { addItemText(SourceRange(definition.lower, line.upper), line: line) }
  }

  /// Where the sign between a term and its definition stands.
  private func endOfTerm(_ line: SourceRange) -> Int? {
    if variant.hasDefinitionsWithColon {
      var index = line.lower + 1
      while index < line.upper, bytes[index] != UInt8(ascii: ":") { index += 1 }
      if index > line.lower + 1, index + 1 < line.upper { return index }
    }
    guard variant.hasDefinitionsWithBar else { return nil }
    var index = line.lower
    while index < line.upper, bytes[index] != UInt8(ascii: "|") { index += 1 }
    return index < line.upper ? index : nil
  }
}
