import SourceText

/// What stands in double braces: templates, which live on other pages of the wiki and are kept here
/// under their names, with the words that the author hands them.
extension MediaWikiInlines {
  /// ```
  /// template = "{{" name { "|" [name "="] text } "}}" | "{{" function ":" text … "}}"
  /// ```
  @_lifetime(self: copy self)
  mutating func template(
    _ range: SourceRange, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    if matches("{{{", at: range.lower, in: bytes, end: range.upper) {
      return parameter(range, depth: depth, allowsLinks: allowsLinks)
    }
    let inner = SourceRange(range.lower + 2, range.upper - 2)
    let parts = parts(of: inner)
    let name = trimmedOfLines(withoutComments(parts[0]), in: bytes)
    guard !name.isEmpty, !isPlaceholder(name, alone: parts.count == 1) else { return nil }
    if parts.count == 1, name.count == 1 {
      if bytes[name.lower] == UInt8(ascii: "!") { return (.character("|", range), range.upper) }
      if bytes[name.lower] == UInt8(ascii: "=") { return (.character("=", range), range.upper) }
    }
    if let title = displayedTitle(name) {
      if displayTitle == nil { displayTitle = title }
      let colon =
        find(UInt8(ascii: ":"), from: name.lower, in: bytes, end: name.upper) ?? name.upper
      var plugin = Plugin(
        name: SourceRange(name.lower, colon), arguments: title, range: range)
      plugin.isForWikiOnly = true
      return (.plugin(plugin), range.upper)
    }
    let isFunction = bytes[name.lower] == UInt8(ascii: "#")
    var plugin = Plugin(name: word(name, isFunction), arguments: nil, range: range)
    let argumentsStart = isFunction ? min(plugin.name.upper + 1, inner.upper) : parts[0].upper + 1
    if argumentsStart < inner.upper {
      plugin.arguments = SourceRange(argumentsStart, inner.upper)
    }
    if !isFunction {
      for part in parts.dropFirst() {
        guard let words = words(trimmedOfLines(part, in: bytes)), !words.isEmpty else { continue }
        let read = read(words, depth: depth + 1, allowsLinks: allowsLinks)
        if !plugin.content.isEmpty {
          plugin.content.append(.character(" ", SourceRange(part.lower - 1, part.lower)))
        }
        plugin.content += read
      }
    }
    return (.plugin(plugin), range.upper)
  }

  /// `DISPLAYTITLE:words`: what readers see in the name's place. Words with marks in them are left, but
  /// for quotation marks around all of them.
  private func displayedTitle(_ word: SourceRange) -> SourceRange? {
    let names: [StaticString] = ["DISPLAYTITLE:", "表示タイトル:", "表示タイトル："]
    guard let name = names.first(where: { matches($0, at: word.lower, in: bytes, end: word.upper) })
    else { return nil }
    var title = trimmed(
      SourceRange(word.lower + name.utf8CodeUnitCount, word.upper), in: bytes)
    while title.count > 4, matches("''", at: title.lower, in: bytes, end: title.upper),
      matches("''", at: title.upper - 2, in: bytes, end: title.upper)
    {
      title = SourceRange(title.lower + 2, title.upper - 2)
    }
    return title
  }

  /// `{{{name|text}}}` is filled where the page is taken for a template; here it is its own text.
  @_lifetime(self: copy self)
  private mutating func parameter(
    _ range: SourceRange, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    guard range.count > 6 else { return nil }
    let parts = parts(of: SourceRange(range.lower + 3, range.upper - 3))
    var plugin = Plugin(name: trimmedOfLines(parts[0], in: bytes), arguments: nil, range: range)
    if parts.count > 1 {
      let text = SourceRange(parts[1].lower, range.upper - 3)
      plugin.arguments = text
      plugin.content = read(trimmed(text, in: bytes), depth: depth + 1, allowsLinks: allowsLinks)
    }
    return (.plugin(plugin), range.upper)
  }

  /// `incoming.host`: a name of the site's own, which later parts know.
  private func isPlaceholder(_ name: SourceRange, alone: Bool) -> Bool {
    guard alone, find(UInt8(ascii: "."), from: name.lower, in: bytes, end: name.upper) != nil else {
      return false
    }
    for index in name.lower..<name.upper {
      let byte = bytes[index]
      guard isWord(byte) || byte == UInt8(ascii: "."), folded(byte) == byte else { return false }
    }
    return true
  }

  /// `#if` of `#if: …`, `DEFAULTSORT` of `DEFAULTSORT:…`; names of templates as they are.
  private func word(_ name: SourceRange, _ isFunction: Bool) -> SourceRange {
    guard isFunction,
      let colon = find(UInt8(ascii: ":"), from: name.lower, in: bytes, end: name.upper)
    else { return name }
    return SourceRange(name.lower, colon)
  }

  private func withoutComments(_ range: SourceRange) -> SourceRange {
    let comment = find("<!--", from: range.lower, in: bytes, end: range.upper)
    return SourceRange(range.lower, comment ?? range.upper)
  }

  /// What an argument says; nil for one with a name, which speaks to the template.
  private func words(_ argument: SourceRange) -> SourceRange? {
    var index = argument.lower
    while index < argument.upper, bytes[index] != UInt8(ascii: "=") {
      guard
        isWord(bytes[index]) || isBlank(bytes[index]) || bytes[index] >= 0x80
          || bytes[index] == UInt8(ascii: "-")
      else { return argument }
      index += 1
    }
    guard index < argument.upper, index > argument.lower else { return argument }
    let name = foldedText(trimmed(SourceRange(argument.lower, index), in: bytes), in: bytes)
    let isText = ["1", "2", "3", "4", "5", "text", "content", "title", "本文", "内容"].contains(name)
    return isText ? trimmed(SourceRange(index + 1, argument.upper), in: bytes) : nil
  }
}
