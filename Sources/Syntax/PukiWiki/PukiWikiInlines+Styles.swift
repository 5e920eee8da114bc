import SourceText

/// Colours and sizes that are written as words in capital letters.
extension PukiWikiInlines {
  /// `COLOR(red){text}`, `SIZE(20){text}`, and with a colon all that follows.
  @_lifetime(self: copy self)
  mutating func styleRule(
    at cursor: borrowing ByteCursor, depth: Int, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let isColour = cursor.starts(with: "COLOR(")
    guard isColour || cursor.starts(with: "SIZE(") else { return nil }
    let start = cursor.offset
    let value = SourceRange(start + (isColour ? 6 : 5), closingBracket(from: start, cursor.end))
    guard isColour ? isColourValue(value) : isSizeValue(value),
      let content = ruleContent(behind: value.upper + 1, end: cursor.end)
    else { return nil }
    let style = isColour ? Inline.Style.coloured(value) : size(value, isStep: !content.isBraced)
    let behind = content.isBraced ? content.range.upper + 1 : content.range.upper
    var inner: [Inline] = []
    read(content.range, into: &inner, depth: depth + 1, allowsLinks: allowsLinks)
    return (.styled(style, inner, SourceRange(start, behind)), behind)
  }

  private func closingBracket(from start: Int, _ end: Int) -> Int {
    var index = start
    let limit = min(end, start + 32)
    while index < limit, bytes[index] != UInt8(ascii: ")") { index += 1 }
    return index
  }

  @_lifetime(self: copy self)
  private mutating func ruleContent(
    behind index: Int, end: Int
  ) -> (range: SourceRange, isBraced: Bool)? {
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: ":") { return (SourceRange(index + 1, end), false) }
    guard bytes[index] == UInt8(ascii: "{"), !braceEndsNowhere.contains(end) else { return nil }
    var close = index + 1
    while close < end, bytes[close] != UInt8(ascii: "}") {
      close += max(1, placeholderLength(at: close, end: end))
    }
    guard close < end else {
      braceEndsNowhere.insert(end)
      return nil
    }
    return (SourceRange(index + 1, close), true)
  }

  /// A name of letters, or `#` with three to six hexadecimal digits.
  func isColourValue(_ range: SourceRange) -> Bool {
    guard !range.isEmpty else { return false }
    let isCode = bytes[range.lower] == UInt8(ascii: "#")
    let signs = SourceRange(range.lower + (isCode ? 1 : 0), range.upper)
    guard isCode ? (3...6).contains(signs.count) : (1...20).contains(signs.count) else {
      return false
    }
    for index in signs.lower..<signs.upper {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "f"): break
      case UInt8(ascii: "g")...UInt8(ascii: "z") where !isCode: break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isCode: break
      default: return false
      }
    }
    return true
  }

  private func isSizeValue(_ range: SourceRange) -> Bool {
    guard (1...2).contains(range.count) else { return false }
    for index in range.lower..<range.upper where bytes[index] < 0x30 || bytes[index] > 0x39 {
      return false
    }
    return true
  }

  /// A size in pixels, or a step from 1 to 7, as larger or smaller than the text around it.
  func size(_ range: SourceRange, isStep: Bool = false) -> Inline.Style {
    guard let size = PukiWikiPlugins.number(range, in: bytes) else { return .plain }
    let usual = isStep ? 4 : 14
    return size == usual ? .plain : size > usual ? .larger : .smaller
  }
}
