import SourceText

/// What stands in double brackets.
extension PukiWikiInlines {
  /// Brackets that end farther away are text: many of them must not each look through all behind them.
  private static let longestLink = 2000

  /// `[[label>target]]`, `[[label:url]]`, `[[target]]`.
  @_lifetime(self: copy self)
  mutating func bracketLink(
    at cursor: borrowing ByteCursor, depth: Int
  ) -> (Inline, Int)? {
    let start = cursor.offset
    guard !linkEndsNowhere.contains(cursor.end) else { return nil }
    guard var close = endOfLink(from: start + 2, end: cursor.end) else {
      linkEndsNowhere.insert(cursor.end)
      unclosedMarks.append(SourceRange(start, start + 2))
      return nil
    }
    guard close - start <= Self.longestLink else { return nil }
    let content = SourceRange(start + 2, close)
    // A million brackets in a row: only the innermost name a page.
    if cursor.starts(with: "[[[[["), !holdsSeparator(content) { return nil }
    if variant.hasPluginsInBrackets, cursor.peek(2) == UInt8(ascii: "#") {
      return pluginInBrackets(content)
    }
    guard variant.namesHoldSpaces || !holdsSpace(content) else { return nil }
    var (labelRange, targetRange) = split(content)
    // `[[label>[[page]]]]`, an older way to write it.
    if matches("[[", at: targetRange.lower, in: bytes, end: targetRange.upper),
      matches("]]", at: close + 2, in: bytes, end: cursor.end)
    {
      targetRange = SourceRange(targetRange.lower + 2, targetRange.upper)
      close += 2
    }
    guard !targetRange.isEmpty, let target = linkTarget(targetRange) else { return nil }
    var label: [Inline] = []
    if let labelRange, !labelRange.isEmpty {
      read(labelRange, into: &label, depth: depth + 1, allowsLinks: false)
    } else {
      label = [.text(targetRange)]
    }
    let range = SourceRange(start, close + 2)
    let link = Link(target: target, label: label, targetRange: targetRange, range: range)
    return (.link(link), close + 2)
  }

  /// Where the next `]]` stands, looked for once for all the brackets before it.
  @_lifetime(self: copy self)
  private mutating func endOfLink(from start: Int, end: Int) -> Int? {
    if linkEnd.end == end, linkEnd.from <= start, start <= linkEnd.found { return linkEnd.found }
    var close = start
    while close + 1 < end,
      !(bytes[close] == UInt8(ascii: "]") && bytes[close + 1] == UInt8(ascii: "]"))
    {
      close += 1
    }
    guard close + 1 < end else { return nil }
    linkEnd = (start, close, end)
    return close
  }

  /// Whether a sign stands in brackets behind which a target may begin.
  @_lifetime(self: copy self)
  private mutating func holdsSeparator(_ content: SourceRange) -> Bool {
    if noSeparator.contains(content) { return false }
    for index in content.lower..<content.upper
    where bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: ":") {
      return true
    }
    noSeparator = content
    return false
  }

  func split(_ content: SourceRange) -> (label: SourceRange?, target: SourceRange) {
    guard variant.hasLabelledLinks else { return (nil, content) }
    for index in content.lower..<content.upper where bytes[index] == UInt8(ascii: ">") {
      guard index > content.lower else { break }
      return (
        trimmed(SourceRange(content.lower, index), in: bytes),
        trimmed(SourceRange(index + 1, content.upper), in: bytes)
      )
    }
    for index in content.lower..<content.upper where bytes[index] == UInt8(ascii: ":") {
      let rest = SourceRange(index + 1, content.upper)
      let isAddress =
        addressEnd(at: rest.lower, end: rest.upper) == rest.upper || isMail(rest)
      if index > content.lower, isAddress, !matches("//", at: index + 1, in: bytes, end: rest.upper)
      {
        return (SourceRange(content.lower, index), rest)
      }
    }
    return (nil, trimmed(content, in: bytes))
  }

  func linkTarget(_ range: SourceRange) -> Link.Target? {
    if bytes[range.lower] == UInt8(ascii: "#") {
      return .anchor(SourceRange(range.lower + 1, range.upper))
    }
    if addressEnd(at: range.lower, end: range.upper) == range.upper { return .url(range) }
    if matches("mailto:", at: range.lower, in: bytes, end: range.upper) {
      return .mail(SourceRange(range.lower + 7, range.upper))
    }
    if isMail(range) { return .mail(range) }
    for index in range.lower..<range.upper where bytes[index] == UInt8(ascii: ":") {
      guard index > range.lower, index + 1 < range.upper else { break }
      return .interWiki(
        wiki: SourceRange(range.lower, index), name: SourceRange(index + 1, range.upper))
    }
    for index in range.lower..<range.upper where bytes[index] == UInt8(ascii: "#") {
      let name = SourceRange(range.lower, index)
      return isNameOfPage(name)
        ? .page(name, anchor: SourceRange(index + 1, range.upper)) : nil
    }
    return isNameOfPage(range) ? .page(range, anchor: nil) : nil
  }

  private func holdsSpace(_ range: SourceRange) -> Bool {
    for index in range.lower..<range.upper where isBlank(bytes[index]) { return true }
    return false
  }

  /// Whether no sign stands in a name that no page's name may have.
  func isNameOfPage(_ range: SourceRange) -> Bool {
    for index in range.lower..<range.upper {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "\""):
        return false
      default: break
      }
    }
    return !range.isEmpty
  }
}
