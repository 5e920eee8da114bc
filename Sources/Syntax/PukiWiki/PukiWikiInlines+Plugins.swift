import SourceText

/// What begins with `&`: entities, and plugins that stand within a line.
extension PukiWikiInlines {
  /// `&br;`, `&copy;`, `&#9786;`, `&name(arguments){body};`.
  @_lifetime(self: copy self)
  mutating func ampersand(
    at cursor: borrowing ByteCursor, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let start = cursor.offset
    if cursor.peek(1) == UInt8(ascii: "#"), variant.hasEntities {
      return numericEntity(from: start, end: cursor.end)
    }
    var index = start + 1
    while index < cursor.end, isWord(bytes[index]) { index += 1 }
    let name = SourceRange(start + 1, index)
    guard !name.isEmpty, index < cursor.end else { return nil }
    if bytes[index] == UInt8(ascii: ";") { return variant.hasEntities ? wordAlone(name) : nil }
    let call =
      variant.endsPluginsWithSemicolon
      ? pluginCall(name, end: cursor.end) : bareCall(name, end: cursor.end)
    guard let call else { return nil }
    var content: [Inline] = []
    if let body = call.body {
      read(body, into: &content, depth: depth + 1, allowsLinks: allowsLinks)
    }
    return (meaning(of: call, content: content), call.range.upper)
  }

  /// `&name;`: a line break, a character, or a plugin that needs nothing.
  private func wordAlone(_ name: SourceRange) -> (Inline, Int)? {
    let range = SourceRange(name.lower - 1, name.upper + 1)
    if spells(name, "br") { return (.lineBreak(range), range.upper) }
    if spells(name, "t") { return (.character("\t", range), range.upper) }
    if let text = Entities.character(named: name, in: bytes) {
      return (.character(text, range), range.upper)
    }
    // Of other words nobody knows whether they are plugins: the wiki shows them as they are.
    guard PukiWikiPlugins.needsNoArguments(name, in: bytes) else { return nil }
    return (.plugin(Plugin(name: name, arguments: nil, range: range)), range.upper)
  }

  /// `&name(arguments)`, with brackets in the arguments one deep; a semicolon may follow.
  private func bareCall(_ name: SourceRange, end: Int) -> Call? {
    guard bytes[name.upper] == UInt8(ascii: "(") else { return nil }
    var index = name.upper + 1
    var level = 1
    while index < end {
      if bytes[index] == UInt8(ascii: "(") { level += 1 }
      if bytes[index] == UInt8(ascii: ")") { level -= 1 }
      if level == 0 || level > 2 { break }
      index += 1
    }
    guard index < end, level == 0 else { return nil }
    let endsWithSemicolon = index + 1 < end && bytes[index + 1] == UInt8(ascii: ";")
    let behind = index + (endsWithSemicolon ? 2 : 1)
    return Call(
      name: name, arguments: SourceRange(name.upper + 1, index), body: nil,
      range: SourceRange(name.lower - 1, behind))
  }

  /// `[[#name(arguments)]]`: a plugin that the wiki puts into the text.
  func pluginInBrackets(_ content: SourceRange) -> (Inline, Int)? {
    var index = content.lower + 1
    while index < content.upper, isWord(bytes[index]) { index += 1 }
    let name = SourceRange(content.lower + 1, index)
    guard !name.isEmpty else { return nil }
    let range = SourceRange(content.lower - 2, content.upper + 2)
    var arguments: SourceRange?
    if index + 1 < content.upper, bytes[index] == UInt8(ascii: "("),
      bytes[content.upper - 1] == UInt8(ascii: ")")
    {
      arguments = SourceRange(index + 1, content.upper - 1)
    }
    return (.plugin(Plugin(name: name, arguments: arguments, range: range)), range.upper)
  }

  struct Call {
    let name: SourceRange
    var arguments: SourceRange?
    var body: SourceRange?
    var range: SourceRange
  }

  /// `(arguments)` ends where `;` or `{` follows its bracket, `{body}` where `;` follows its brace.
  @_lifetime(self: copy self)
  private mutating func pluginCall(_ name: SourceRange, end: Int) -> Call? {
    guard !pluginEndsNowhere.contains(end) else { return nil }
    var call = Call(name: name, range: name)
    var index = name.upper
    if bytes[index] == UInt8(ascii: "(") {
      guard let close = endOfArguments(from: index + 1, end: end) else {
        pluginEndsNowhere.insert(end)
        return nil
      }
      call.arguments = SourceRange(index + 1, close)
      index = close + 1
    }
    if index < end, bytes[index] == UInt8(ascii: "{") {
      guard let close = endOfBody(from: index + 1, end: end) else {
        pluginEndsNowhere.insert(end)
        return nil
      }
      call.body = SourceRange(index + 1, close)
      index = close + 1
    }
    guard index < end, bytes[index] == UInt8(ascii: ";"), index > name.upper else { return nil }
    call.range = SourceRange(name.lower - 1, index + 1)
    return call
  }

  private func endOfArguments(from start: Int, end: Int) -> Int? {
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: ")"),
        bytes[index + 1] == UInt8(ascii: ";") || bytes[index + 1] == UInt8(ascii: "{")
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A body may hold plugins with bodies of their own.
  private func endOfBody(from start: Int, end: Int) -> Int? {
    var level = 1
    var index = start
    while index + 1 < end {
      let placeholder = placeholderLength(at: index, end: end)
      if placeholder > 0 {
        index += placeholder
        continue
      }
      if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: ";") {
        level -= 1
        if level == 0 { return index }
      } else if bytes[index] == UInt8(ascii: "{"), bytes[index - 1] == UInt8(ascii: ")") {
        level += 1
      }
      index += 1
    }
    return nil
  }

  private func meaning(of call: Call, content: [Inline]) -> Inline {
    if spells(call.name, "aname"), let arguments = call.arguments {
      let anchor = PukiWikiPlugins.arguments(arguments, in: bytes)[0]
      let mark = Inline.anchor(anchor, range: call.range)
      guard !content.isEmpty else { return mark }
      // With words, they are a link to the place itself.
      let target = Link.Target.anchor(anchor)
      let link = Link(target: target, label: content, targetRange: anchor, range: call.range)
      return .styled(.plain, [mark, .link(link)], call.range)
    }
    if spells(call.name, "ref"), let arguments = call.arguments,
      let reference = PukiWikiReference(arguments, range: call.range, in: bytes, settings)
    {
      return reference.inline
    }
    if let body = call.body {
      if spells(call.name, "color"), let arguments = call.arguments {
        let colour = PukiWikiPlugins.arguments(arguments, in: bytes)[0]
        return .styled(colour.isEmpty ? .plain : .coloured(colour), content, call.range)
      }
      if spells(call.name, "size"), let arguments = call.arguments {
        return .styled(size(arguments), content, call.range)
      }
      if spells(call.name, "ruby"), let reading = call.arguments, !body.isEmpty {
        return .ruby(content, reading: reading, range: call.range)
      }
      if spells(call.name, "new") { return .styled(.plain, content, call.range) }
    }
    return .plugin(
      Plugin(name: call.name, arguments: call.arguments, content: content, range: call.range))
  }

  func spells(_ range: SourceRange, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount
      && matches(word, at: range.lower, in: bytes, end: range.upper)
  }

  func numericEntity(from start: Int, end: Int) -> (Inline, Int)? {
    var index = start + 2
    var value: UInt32 = 0
    while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39, value < 0x110000 {
      value = value * 10 + UInt32(bytes[index] - 0x30)
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: ";"), index > start + 2, value >= 0x20,
      let scalar = Unicode.Scalar(value), Self.isReadable(scalar)
    else { return nil }
    return (.character(String(scalar), SourceRange(start, index + 1)), index + 1)
  }

  /// Control characters and code points that are no characters cannot stand on a page.
  static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
  }
}
