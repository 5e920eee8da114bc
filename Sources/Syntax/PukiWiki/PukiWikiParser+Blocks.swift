import SourceText

/// Lines of headings, preformatted text, lists, quotes and definitions.
extension PukiWikiParser {
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
