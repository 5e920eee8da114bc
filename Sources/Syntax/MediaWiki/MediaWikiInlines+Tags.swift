import SourceText

/// Tags that the wiki takes from HTML, and those of its own.
extension MediaWikiInlines {
  /// A comment, an element, or a tag of which only the content is known.
  @_lifetime(self: copy self)
  mutating func tag(
    at start: Int, end: Int, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    let close = pairs.end(at: start)
    if let close, matches("<!--", at: start, in: bytes, end: end) {
      return close <= end ? (nil, close) : nil
    }
    guard let tag = MarkupTag(at: start, in: bytes, end: end) else { return nil }
    let name = foldedText(tag.name, in: bytes)
    if let close {
      guard close <= end else { return nil }
      return name == "ref"
        ? (note(tag, end: close, depth: depth), close) : verbatim(tag, name, close)
    }
    switch name {
    case "br": return (.lineBreak(tag.range), tag.range.upper)
    case "ref": return tag.isSelfClosed ? (note(tag), tag.range.upper) : nil
    case "references", "nowiki": return (nil, tag.range.upper)
    default: break
    }
    if let style = Self.styles[name], !tag.isSelfClosed {
      guard !tag.isClosing else { return (nil, tag.range.upper) }
      return styled(style, tag, name, end: end, depth: depth, allowsLinks: allowsLinks)
    }
    if Self.transparent.contains(name) { return (nil, tag.range.upper) }
    guard Self.structural.contains(name) else { return nil }
    return (structure(tag), tag.range.upper)
  }

  private static let styles: [String: Inline.Style] = [
    "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "s": .strike,
    "strike": .strike, "del": .strike, "u": .inserted, "ins": .inserted, "sup": .raised,
    "sub": .lowered, "big": .larger, "small": .smaller, "code": .code, "tt": .code, "samp": .code,
    "kbd": .keyboard,
  ]

  /// Tags that change how their content looks, or where it goes, and not what it says.
  static let transparent: Set<String> = [
    "span", "div", "font", "center", "p", "abbr", "cite", "dfn", "var", "q", "bdi", "bdo", "data",
    "time", "wbr", "mark", "noinclude", "onlyinclude", "translate", "languages", "section", "poem",
    "thead", "tbody",
  ]

  /// Tags that build what has marks of its own here: the text stays, and where a line began, one
  /// begins.
  private static let structural: Set<String> = [
    "table", "caption", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3",
    "h4",
    "h5", "h6", "hr", "blockquote", "ruby", "rb", "rt", "rp", "includeonly", "gallery", "pre",
    "source", "syntaxhighlight", "math",
  ]

  private func structure(_ tag: MarkupTag) -> Inline {
    var plugin = Plugin(
      name: tag.name, arguments: tag.attributes.isEmpty ? nil : tag.attributes, range: tag.range)
    let beginsLine = ["li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr"]
    if !tag.isClosing, beginsLine.contains(foldedText(tag.name, in: bytes)) {
      plugin.content = [.lineBreak(tag.range)]
    }
    return .plugin(plugin)
  }

  @_lifetime(self: copy self)
  private mutating func styled(
    _ style: Inline.Style, _ tag: MarkupTag, _ name: String, end: Int, depth: Int,
    allowsLinks: Bool
  ) -> (Inline?, Int)? {
    guard let close = closing(name, from: tag.range.upper, end: end) else {
      unclosedMarks.append(tag.range)
      return (nil, tag.range.upper)
    }
    let content = read(
      SourceRange(tag.range.upper, close.lower), depth: depth + 1, allowsLinks: allowsLinks)
    guard !content.isEmpty else { return (nil, close.upper) }
    return (.styled(style, content, tag.range.union(close)), close.upper)
  }

  /// The end of an element, elements of the same name inside left alone.
  @_lifetime(self: copy self)
  private mutating func closing(_ name: String, from start: Int, end: Int) -> SourceRange? {
    if let known = endless[name], start >= known.lower, end <= known.upper { return nil }
    var level = 1
    var index = start
    while let open = find(UInt8(ascii: "<"), from: index, in: bytes, end: end) {
      if let close = pairs.end(at: open) {
        index = close
        continue
      }
      guard let tag = MarkupTag(at: open, in: bytes, end: end) else {
        index = open + 1
        continue
      }
      index = tag.range.upper
      guard !tag.isSelfClosed, foldedText(tag.name, in: bytes) == name else { continue }
      level += tag.isClosing ? -1 : 1
      if level == 0 { return tag.range }
    }
    endless[name] = SourceRange(start, end)
    return nil
  }

  // MARK: - Notes

  private static let longestRepeatedNote = 2_000

  @_lifetime(self: copy self)
  private mutating func note(_ tag: MarkupTag, end: Int, depth: Int) -> Inline {
    let close = pairs.closingTags.first("ref", from: tag.range.upper, end: end)
    let content = SourceRange(tag.range.upper, close?.lower ?? end)
    let written = trimmed(content, in: bytes)
    guard !written.isEmpty else { return note(tag) }
    return .footnote(read(written, depth: depth + 1), SourceRange(tag.range.lower, end))
  }

  /// `<ref name="x" />`: the note that bears the name, once more.
  @_lifetime(self: copy self)
  private mutating func note(_ tag: MarkupTag) -> Inline {
    if let name = tag.value(of: "name", in: bytes),
      let content = pairs.notes[text(name, in: bytes)]
    {
      let text = trimmed(content, in: bytes)
      // A long note that is shown again and again is not read each time.
      return .footnote(
        text.count > Self.longestRepeatedNote
          ? [.text(text)] : read(text, depth: Self.deepestNesting - 3), tag.range)
    }
    return .plugin(Plugin(name: tag.name, arguments: tag.attributes, range: tag.range))
  }

  // MARK: - Text without marks

  private func verbatim(_ tag: MarkupTag, _ name: String, _ end: Int) -> (Inline?, Int) {
    let range = SourceRange(tag.range.lower, end)
    let close = pairs.closingTags.first(name, from: tag.range.upper, end: end)
    let inner = SourceRange(tag.range.upper, close?.lower ?? end)
    let content = plain(inner)
    switch name {
    case "nowiki":
      if content.isEmpty { return (nil, end) }
      return (content.count == 1 ? content[0] : .styled(.plain, content, range), end)
    case "pre", "source", "syntaxhighlight":
      return (content.isEmpty ? nil : .styled(.code, content, range), end)
    default:
      var plugin = Plugin(
        name: tag.name, arguments: tag.attributes.isEmpty ? nil : tag.attributes, range: range)
      // What stands here for other pages is not shown on this one.
      if name != "includeonly", name != "templatedata", name != "templatestyles" {
        plugin.content = content
      } else {
        plugin.isForWikiOnly = true
      }
      return (.plugin(plugin), end)
    }
  }

  /// Text as it stands, but for characters by name and line ends.
  func plain(_ range: SourceRange, keepsLines: Bool = false) -> [Inline] {
    var content: [Inline] = []
    var textStart = range.lower
    var index = range.lower
    while index < range.upper {
      var found: (Inline, Int)?
      if bytes[index] == UInt8(ascii: "&") {
        found = CharacterReference.read(at: index, in: bytes, end: range.upper)
      } else if bytes[index] == UInt8(ascii: "\n") {
        let end = SourceRange(index, index + 1)
        found = (keepsLines ? .lineBreak(end) : .softBreak(end), index + 1)
      }
      guard let (inline, next) = found else {
        index += 1
        continue
      }
      let end = index > textStart && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
      if end > textStart { content.append(.text(SourceRange(textStart, end))) }
      content.append(inline)
      index = next
      textStart = next
    }
    if range.upper > textStart { content.append(.text(SourceRange(textStart, range.upper))) }
    return content
  }
}
