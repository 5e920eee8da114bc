import SourceText

/// Tags of the wiki and of its best known plugins, and mail addresses in angle brackets.
extension DokuWikiInlines {
  @_lifetime(self: copy self)
  mutating func tag(
    at start: Int, end: Int, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    if let comment = comment(at: start, end: end) { return (nil, comment) }
    if let address = address(at: start, end: end) { return allowsLinks ? address : nil }
    guard let tag = MarkupTag(at: start, in: bytes, end: end) else { return nil }
    let name = foldedText(tag.name, in: bytes)
    if let close = pairs.end(at: start) {
      guard close <= end else { return nil }
      let closing = pairs.closingTags.first(name, from: tag.range.upper, end: close)
      let inner = SourceRange(tag.range.upper, closing?.lower ?? close)
      guard let text = plain(inner) else { return (nil, close) }
      return (
        name == "nowiki" ? text : .styled(.code, [text], SourceRange(start, close)), close
      )
    }
    switch name {
    case "sub": return pair(.lowered, tag, name, end: end, depth: depth, allowsLinks: allowsLinks)
    case "sup": return pair(.raised, tag, name, end: end, depth: depth, allowsLinks: allowsLinks)
    case "del": return pair(.strike, tag, name, end: end, depth: depth, allowsLinks: allowsLinks)
    case "kbd", "key":
      return pair(.keyboard, tag, name, end: end, depth: depth, allowsLinks: allowsLinks)
    case "wrap" where bytes[tag.name.lower] == UInt8(ascii: "w"): return (nil, tag.range.upper)
    default: break
    }
    guard Self.plugins.contains(name) else { return nil }
    // What stands between two tags of a plugin is text; the tags themselves are not known.
    if tag.isClosing { return (nil, tag.range.upper) }
    let arguments = tag.attributes.isEmpty ? nil : tag.attributes
    return (
      .plugin(Plugin(name: tag.name, arguments: arguments, range: tag.range)), tag.range.upper
    )
  }

  private static let plugins: Set<String> = [
    "note", "wrap", "hidden", "accordion", "panel", "tabs", "tab", "tabbox", "columns", "column",
    "newcolumn",
    "color", "fs", "fc", "font", "block", "box", "div", "span", "fold", "button", "label", "well",
    "alert", "callout", "grid", "col", "progress", "badge", "image", "slide", "ifauth", "typo",
    "typography", "ruby", "todo", "imgcaption", "figure", "caption", "bookmark", "diagram",
  ]

  @_lifetime(self: copy self)
  private mutating func pair(
    _ style: Inline.Style, _ tag: MarkupTag, _ name: String, end: Int, depth: Int,
    allowsLinks: Bool
  ) -> (Inline?, Int)? {
    guard !tag.isClosing, depth + 1 < Self.deepestNesting,
      let close = pairs.closingTags.first(
        name, from: tag.range.upper, end: min(end, tag.range.upper + 4000))
    else { return nil }
    let content = read(
      SourceRange(tag.range.upper, close.lower), depth: depth + 1, allowsLinks: allowsLinks)
    guard !content.isEmpty else { return (nil, close.upper) }
    return (.styled(style, content, tag.range.union(close)), close.upper)
  }

  /// Where a comment of ours ends that stands among lines of text.
  @_lifetime(self: copy self)
  private mutating func comment(at start: Int, end: Int) -> Int? {
    guard matches("<!--", at: start, in: bytes, end: end) else { return nil }
    var words = start + 4
    while words < end, isBlank(bytes[words]) { words += 1 }
    guard matches("wikiguide:", at: words, in: bytes, end: end),
      words > endlessComments.upper || words < endlessComments.lower
    else { return nil }
    let line = line(at: start, in: bytes, end: end)
    guard let close = find("-->", from: words, in: bytes, end: line.upper) else {
      endlessComments = line
      return nil
    }
    return close + 3
  }

  /// `<a@b.example>`, `<https://host.example/>`
  private func address(at start: Int, end: Int) -> (Inline?, Int)? {
    let limit = min(end, start + 2000)
    var close = start + 1
    while close < limit, bytes[close] > 0x20, bytes[close] != UInt8(ascii: "<"),
      bytes[close] != UInt8(ascii: ">")
    {
      close += 1
    }
    guard close < limit, bytes[close] == UInt8(ascii: ">") else { return nil }
    let address = SourceRange(start + 1, close)
    let isMail = BareAddress.isMail(address, in: bytes)
    guard isMail || BareAddress.end(at: start + 1, in: bytes, end: close, isOpen: false) == close
    else { return nil }
    let link = Link(
      target: isMail ? .mail(address) : .url(address), label: [.text(address)],
      targetRange: address,
      range: SourceRange(start, close + 1))
    return (.link(link), close + 1)
  }
}
