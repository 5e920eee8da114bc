import SourceText

/// What the quote of a ``MarkdownFeed`` stands for.
enum MarkdownContainer {
  case admonition(kind: SourceRange, title: SourceRange?, isCollapsed: Bool?)
  case tab(label: SourceRange)
  case footnote(SourceRange)
  case table
  case definitions
  case definition

  /// A cell of a table, and where it stands.
  struct Cell {
    let row: Int
    let isHead: Bool
    let column: Int
    let alignment: Alignment?
    let range: SourceRange
    let rowRange: SourceRange
  }

  /// Boxes whose text is indented.
  ///
  /// ```
  /// line = ("!!!" | "???" | "???+") " " kind ['"' title '"'] | "===" " " '"' label '"'
  /// ```
  static func indented(_ line: SourceRange, in bytes: [UInt8]) -> MarkdownContainer? {
    let isBox = matches("!!!", at: line.lower, in: bytes.span, end: line.upper)
    let isFolded = matches("???", at: line.lower, in: bytes.span, end: line.upper)
    let isTab = matches("===", at: line.lower, in: bytes.span, end: line.upper)
    guard isBox || isFolded || isTab else { return nil }
    var start = line.lower + 3
    var isCollapsed: Bool? = isFolded ? true : nil
    if start < line.upper, bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "!") {
      if isFolded { isCollapsed = false }
      start += 1
    }
    guard start < line.upper, isBlank(bytes[start]) || isBox else { return nil }
    let rest = trimmed(SourceRange(start, line.upper), in: bytes.span)
    guard !isTab else {
      guard let label = quoted(rest, in: bytes) else { return nil }
      return .tab(label: label)
    }
    var end = rest.lower
    while end < rest.upper, isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end > rest.lower else { return nil }
    var title = trimmed(SourceRange(end, rest.upper), in: bytes.span)
    // Further words are names of styles.
    while !title.isEmpty, bytes[title.lower] != UInt8(ascii: "\"") {
      title = SourceRange(title.lower + 1, title.upper)
    }
    return .admonition(
      kind: SourceRange(rest.lower, end), title: title.isEmpty ? nil : quoted(title, in: bytes),
      isCollapsed: isCollapsed)
  }

  /// Boxes that end with a line of their own.
  ///
  /// ```
  /// line = ":::" kind ["[" title "]" | " " title] | "<details>" ["<summary>" title "</summary>"]
  /// ```
  static func fenced(
    _ line: SourceRange, next: SourceRange?, in bytes: [UInt8]
  ) -> (container: MarkdownContainer, takesNextLine: Bool)? {
    if bytes[line.lower] == UInt8(ascii: "<") { return details(line, next: next, in: bytes) }
    let colons = Syntax.run(of: UInt8(ascii: ":"), at: line.lower, in: bytes.span, end: line.upper)
    guard colons >= 3 else { return nil }
    var rest = trimmed(SourceRange(line.lower + colons, line.upper), in: bytes.span)
    if !rest.isEmpty, bytes[rest.lower] == UInt8(ascii: "{") {
      // `::: {.note}`
      rest = SourceRange(rest.lower + 1, rest.upper)
      if !rest.isEmpty, bytes[rest.lower] == UInt8(ascii: ".") {
        rest = SourceRange(rest.lower + 1, rest.upper)
      }
    }
    var end = rest.lower
    while end < rest.upper, isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end > rest.lower else { return nil }
    var title = trimmed(SourceRange(end, rest.upper), in: bytes.span)
    if !title.isEmpty, bytes[title.lower] == UInt8(ascii: "[") {
      var close = title.upper
      while close > title.lower, bytes[close - 1] != UInt8(ascii: "]") { close -= 1 }
      title = SourceRange(title.lower + 1, max(title.lower + 1, close - 1))
    } else if !title.isEmpty, bytes[title.lower] == UInt8(ascii: "}") {
      title = SourceRange(title.upper, title.upper)
    }
    return (
      .admonition(
        kind: SourceRange(rest.lower, end), title: title.isEmpty ? nil : title, isCollapsed: nil),
      false
    )
  }

  private static func details(
    _ line: SourceRange, next: SourceRange?, in bytes: [UInt8]
  ) -> (container: MarkdownContainer, takesNextLine: Bool)? {
    guard line.count >= 9,
      bytes[line.lower + 8] == UInt8(ascii: ">") || isBlank(bytes[line.lower + 8])
    else { return nil }
    let kind = SourceRange(line.lower + 1, line.lower + 8)
    var tagEnd = kind.upper
    while tagEnd < line.upper, bytes[tagEnd] != UInt8(ascii: ">") { tagEnd += 1 }
    guard tagEnd < line.upper else { return nil }
    let attributes = String(decoding: bytes[kind.upper..<tagEnd], as: UTF8.self)
    let isOpen = attributes.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("open") }
    let behind = trimmed(SourceRange(tagEnd + 1, line.upper), in: bytes.span)
    if let title = summary(behind, in: bytes) {
      return (.admonition(kind: kind, title: title, isCollapsed: !isOpen), false)
    }
    guard behind.isEmpty else { return nil }
    let title = next.flatMap { summary(trimmed($0, in: bytes.span), in: bytes) }
    return (.admonition(kind: kind, title: title, isCollapsed: !isOpen), title != nil)
  }

  /// The words of `<summary>words</summary>` that is all of a line.
  private static func summary(_ line: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    let open = "<summary>".utf8
    let close = "</summary>".utf8
    guard line.count > open.count + close.count,
      bytes[line.lower..<line.upper].starts(with: open),
      bytes[(line.upper - close.count)..<line.upper].elementsEqual(close)
    else { return nil }
    return trimmed(
      SourceRange(line.lower + open.count, line.upper - close.count), in: bytes.span)
  }

  /// `[^label]: text`
  static func footnote(
    _ line: SourceRange, in bytes: [UInt8]
  ) -> (label: SourceRange, text: SourceRange)? {
    guard matches("[^", at: line.lower, in: bytes.span, end: line.upper) else { return nil }
    var end = line.lower + 2
    while end < line.upper, bytes[end] != UInt8(ascii: "]"), !isBlank(bytes[end]) { end += 1 }
    guard end > line.lower + 2, matches("]:", at: end, in: bytes.span, end: line.upper) else {
      return nil
    }
    return (
      SourceRange(line.lower + 2, end),
      trimmed(SourceRange(end + 2, line.upper), in: bytes.span)
    )
  }

  /// What stands between quotation marks, of either kind.
  private static func quoted(_ text: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    guard text.count >= 2, bytes[text.lower] == bytes[text.upper - 1],
      bytes[text.lower] == UInt8(ascii: "\"") || bytes[text.lower] == UInt8(ascii: "'")
    else { return nil }
    return trimmed(SourceRange(text.lower + 1, text.upper - 1), in: bytes.span)
  }
}
