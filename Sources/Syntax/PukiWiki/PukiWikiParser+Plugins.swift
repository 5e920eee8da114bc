import SourceText

/// Plugins on lines of their own: `#name`, `#name(arguments)`, `#name(arguments){{` … `}}`.
extension PukiWikiParser {
  /// Regions in regions in regions stay text at this depth, which bounds the stack.
  private static let deepestPlugin = 8

  @_lifetime(self: copy self)
  mutating func readPlugin(_ line: SourceRange) {
    guard let call = pluginCall(line), call.braces == 0 else {
      return insertText(line, line: line, asParagraph: true)
    }
    let plugin = Plugin(name: call.name, arguments: call.arguments, range: line)
    switch PukiWikiPlugins.meaning(of: call.name, in: bytes) {
    case .contents: add(.tableOfContents(line), line)
    case .rule: add(.rule(line), line)
    case .lineBreak: add(.spacer(line), line)
    case .reference: addReference(plugin)
    case .anchor: addAnchor(plugin)
    case .inclusion: addInclusion(plugin)
    case .pageList:
      let parent = call.arguments.map { PukiWikiPlugins.arguments($0, in: bytes)[0] }
      add(.pageList(PageList(parent: parent?.isEmpty == false ? parent : nil, range: line)), line)
    case .navigation:
      add(.navigation(Navigation(home: call.arguments, range: line)), line)
    case .container: addContainerTitle(call, line)
    case .endOfContainer: tree.last = PukiWikiTree.body
    case .nothing:
      var plugin = plugin
      plugin.isForWikiOnly = true
      add(.plugin(plugin), line)
    case .preformatted, .unknown: add(.plugin(plugin), line)
    }
  }

  /// Reads a plugin whose braces go on over lines.
  /// - Returns: where the next line begins; nil where no such plugin begins here.
  @_lifetime(self: copy self)
  mutating func readMultilinePlugin(_ line: SourceRange, end: Int) -> Int? {
    guard settings.readsMultilinePlugins, pluginDepth < Self.deepestPlugin, !line.isEmpty,
      bytes[line.lower] == UInt8(ascii: "#"), let call = pluginCall(line), call.braces >= 2,
      call.braces < bracesEndNowhere[end] ?? .max
    else { return nil }
    var lines: [SourceRange] = []
    var start = startOfLine(behind: line, end: end)
    var isClosed = false
    while start < end, !isClosed {
      let next = self.line(at: start, end: end)
      start = startOfLine(behind: next, end: end)
      isClosed = closes(next, braces: call.braces)
      if !isClosed { lines.append(next) }
    }
    // Without an end the wiki would swallow the rest of the page; nobody means that.
    guard isClosed else {
      bracesEndNowhere[end] = call.braces
      return nil
    }
    addBody(of: call, lines: lines, line: line)
    return start
  }

  @_lifetime(self: copy self)
  private mutating func addBody(of call: PluginCall, lines: [SourceRange], line: SourceRange) {
    let whole = line.union(lines.last ?? line)
    switch PukiWikiPlugins.meaning(of: call.name, in: bytes) {
    case .container:
      addContainerTitle(call, line)
      tree.last = PukiWikiTree.body
      pluginDepth += 1
      if let first = lines.first, let last = lines.last { readLines(first.union(last)) }
      pluginDepth -= 1
      tree.last = PukiWikiTree.body
    case .preformatted:
      let node = tree.insert(
        .preformatted, below: tree.nearest(PukiWikiTree.holdsBlocks), range: whole)
      tree.nodes[node].lines = lines
      tree.last = PukiWikiTree.body
    case .nothing: break
    case .contents, .rule, .lineBreak, .reference, .anchor, .inclusion, .pageList, .navigation,
      .endOfContainer, .unknown:
      let plugin = Plugin(
        name: call.name, arguments: call.arguments, lines: lines, range: whole)
      add(.plugin(plugin), whole)
    }
  }

  private func closes(_ line: SourceRange, braces: Int) -> Bool {
    let text = trimmed(line, in: bytes)
    return run(of: UInt8(ascii: "}"), at: text.lower, in: bytes, end: text.upper) >= braces
  }

  struct PluginCall {
    let name: SourceRange
    let arguments: SourceRange?
    /// How many braces are open at the end of the line.
    let braces: Int
  }

  /// `#name`, perhaps with arguments in brackets and open braces behind; nil for other lines.
  private func pluginCall(_ line: SourceRange) -> PluginCall? {
    var end = trimmed(line, in: bytes).upper
    var index = line.lower + 1
    while index < end, isWord(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    let name = SourceRange(line.lower + 1, index)
    guard !name.isEmpty else { return nil }
    var braces = 0
    while end > index, bytes[end - 1] == UInt8(ascii: "{") {
      end -= 1
      braces += 1
    }
    guard index < end else { return PluginCall(name: name, arguments: nil, braces: braces) }
    guard bytes[index] == UInt8(ascii: "(") else { return nil }
    var close = end - 1
    while close > index, bytes[close] != UInt8(ascii: ")") { close -= 1 }
    guard close > index else { return nil }
    return PluginCall(name: name, arguments: SourceRange(index + 1, close), braces: braces)
  }

  // MARK: - What plugins mean

  @_lifetime(self: copy self)
  private mutating func add(_ block: Block, _ range: SourceRange) {
    tree.insert(.leaf(block), below: tree.nearest(PukiWikiTree.holdsBlocks), range: range)
  }

  @_lifetime(self: copy self)
  private mutating func addReference(_ plugin: Plugin) {
    guard let arguments = plugin.arguments,
      let reference = PukiWikiReference(arguments, range: plugin.range, in: bytes, settings)
    else { return add(.plugin(plugin), plugin.range) }
    let paragraph = Paragraph(content: [reference.inline], isBare: false, range: plugin.range)
    add(.paragraph(paragraph), plugin.range)
  }

  @_lifetime(self: copy self)
  private mutating func addAnchor(_ plugin: Plugin) {
    guard let arguments = plugin.arguments else { return add(.plugin(plugin), plugin.range) }
    let name = PukiWikiPlugins.arguments(arguments, in: bytes)[0]
    add(.anchor(name, range: plugin.range), plugin.range)
  }

  @_lifetime(self: copy self)
  private mutating func addInclusion(_ plugin: Plugin) {
    guard let arguments = plugin.arguments else { return add(.plugin(plugin), plugin.range) }
    let words = PukiWikiPlugins.arguments(arguments, in: bytes)
    let hidesTitle = words.dropFirst().contains { inlines.spells($0, "notitle") }
    let inclusion = Inclusion(
      page: withoutBrackets(words[0]), showsTitle: !hidesTitle, range: plugin.range)
    add(.inclusion(inclusion), plugin.range)
  }

  private func withoutBrackets(_ name: SourceRange) -> SourceRange {
    guard name.count > 4, matches("[[", at: name.lower, in: bytes, end: name.upper) else {
      return name
    }
    return SourceRange(name.lower + 2, name.upper - 2)
  }

  /// A region's title is all that a page shows of the region itself.
  @_lifetime(self: copy self)
  private mutating func addContainerTitle(_ call: PluginCall, _ line: SourceRange) {
    tree.last = PukiWikiTree.body
    guard let arguments = call.arguments, !arguments.isEmpty,
      inlines.spells(call.name, "region") || inlines.spells(call.name, "fold")
        || inlines.spells(call.name, "accordion")
    else { return }
    let title = trimmed(PukiWikiPlugins.arguments(arguments, in: bytes)[0], in: bytes)
    var content: [Inline] = []
    inlines.read(title, into: &content)
    let paragraph = tree.insert(.paragraph, below: PukiWikiTree.body, range: line)
    let text = tree.insert(.text, below: paragraph, range: line)
    tree.nodes[text].inlines = [.styled(.strong, content, title)]
    tree.last = PukiWikiTree.body
  }
}
