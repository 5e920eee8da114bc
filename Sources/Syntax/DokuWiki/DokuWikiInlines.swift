import SourceText

/// Reads the marks inside a stretch of DokuWiki text: a paragraph, an item, a cell.
///
/// ```
/// inline = "**" strong "**" | "//" emphasis "//" | "__" underlined "__" | "''" code "''"
///        | "<sub>" … | "<sup>" … | "<del>" … | "\\" | "[[" link "]]" | "{{" media "}}"
///        | "((" footnote "))" | "%%" text "%%" | "<nowiki>" text "</nowiki>" | "<" mail ">"
///        | "~~" macro "~~" | address | text
/// ```
/// A mark that is not closed is text, and is remembered in ``unclosedMarks``.
struct DokuWikiInlines: ~Escapable {
  let bytes: Span<UInt8>
  let pairs: DokuWikiPairs
  var unclosedMarks: [SourceRange] = []
  /// Marks that have no end from an offset on, up to another: they are not looked for again.
  private var endless: [String: SourceRange] = [:]
  /// A stretch in which no comment ends.
  var endlessComments = SourceRange(0, 0)

  /// Deeper nesting than this stays text; no author needs it, and it bounds the stack.
  static let deepestNesting = 12

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, pairs: DokuWikiPairs) {
    self.bytes = bytes
    self.pairs = pairs
  }

  /// What a stretch holds: a link's label holds no links.
  @_lifetime(self: copy self)
  mutating func read(
    _ range: SourceRange, depth: Int = 0, allowsLinks: Bool = true
  ) -> [Inline] {
    guard depth < Self.deepestNesting else { return range.isEmpty ? [] : [.text(range)] }
    var content: [Inline] = []
    var index = range.lower
    var textStart = index
    while index < range.upper {
      guard
        let (inline, next) = construct(
          at: index, in: range, depth: depth, allowsLinks: allowsLinks)
      else {
        index += 1
        continue
      }
      var textEnd = index
      if case .softBreak? = inline {
        while textEnd > textStart, isBlank(bytes[textEnd - 1]) { textEnd -= 1 }
      }
      if textEnd > textStart { content.append(.text(SourceRange(textStart, textEnd))) }
      if let inline { content.append(inline) }
      index = next
      textStart = next
    }
    if range.upper > textStart { content.append(.text(SourceRange(textStart, range.upper))) }
    return content
  }

  /// The construct at an offset, which may show nothing, and the offset behind it; nil for text.
  @_lifetime(self: copy self)
  private mutating func construct(
    at start: Int, in range: SourceRange, depth: Int, allowsLinks: Bool
  ) -> (Inline?, Int)? {
    let end = range.upper
    switch bytes[start] {
    case UInt8(ascii: "\n"):
      return behindBreak(start, end: end)
    case UInt8(ascii: "*"):
      return styled(.strong, "**", at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "/"):
      guard !isBehindScheme(start, from: range.lower) else { return nil }
      if matches("//wikiguide:", at: start, in: bytes, end: end),
        start == range.lower || bytes[start - 1] == UInt8(ascii: "\n")
      {
        return (nil, line(at: start, in: bytes, end: end).upper)
      }
      return styled(.emphasis, "//", at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "_"):
      return styled(.inserted, "__", at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "'"):
      return styled(.code, "''", at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "\\"): return lineBreak(at: start, end: end)
    case UInt8(ascii: "("): return footnote(at: start, end: end, depth: depth)
    case UInt8(ascii: "%"):
      guard let close = pairs.end(at: start), close <= end else { return nil }
      return (plain(SourceRange(start + 2, close - 2)), close)
    case UInt8(ascii: "["):
      guard allowsLinks, let close = pairs.end(at: start), close <= end else {
        if matches("[[", at: start, in: bytes, end: end), pairs.end(at: start) == nil {
          unclosedMarks.append(SourceRange(start, start + 2))
        }
        return nil
      }
      return link(SourceRange(start, close), depth: depth)
    case UInt8(ascii: "{"):
      guard let close = pairs.end(at: start), close <= end else { return nil }
      return media(SourceRange(start, close), allowsLinks: allowsLinks)
    case UInt8(ascii: "<"):
      return tag(at: start, end: end, depth: depth, allowsLinks: allowsLinks)
    case UInt8(ascii: "~"): return macro(at: start, end: end)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      guard allowsLinks, start == range.lower || !isWord(bytes[start - 1]),
        let stop = BareAddress.end(at: start, in: bytes, end: end)
      else { return nil }
      let address = SourceRange(start, stop)
      let link = Link(
        target: .url(address), label: [.text(address)], targetRange: address, range: address)
      return (.link(link), stop)
    default: return nil
    }
  }

  /// A line end with the white space behind it.
  private func behindBreak(_ start: Int, end: Int) -> (Inline?, Int) {
    var next = start + 1
    while next < end, isBlank(bytes[next]) { next += 1 }
    return (.softBreak(SourceRange(start, start + 1)), next)
  }

  /// `\\` before white space or at the end.
  private func lineBreak(at start: Int, end: Int) -> (Inline?, Int)? {
    guard matches("\\\\", at: start, in: bytes, end: end) else { return nil }
    let range = SourceRange(start, start + 2)
    guard range.upper < end else { return (.lineBreak(range), range.upper) }
    guard bytes[range.upper] <= 0x20 else { return nil }
    var next = range.upper
    while next < end, bytes[next] <= 0x20 { next += 1 }
    return (.lineBreak(range), next)
  }

  /// Text between two marks of the same letters.
  @_lifetime(self: copy self)
  private mutating func styled(
    _ style: Inline.Style, _ mark: StaticString, at start: Int, end: Int, depth: Int,
    allowsLinks: Bool
  ) -> (Inline?, Int)? {
    guard matches(mark, at: start, in: bytes, end: end) else { return nil }
    guard let close = closing(mark, from: start + 2, end: end), close > start + 2 else {
      if bytes[start] != UInt8(ascii: "/") {
        unclosedMarks.append(SourceRange(start, start + 2))
      }
      // The second sign opens nothing either.
      return (.text(SourceRange(start, start + 2)), start + 2)
    }
    let content = read(
      SourceRange(start + 2, close), depth: depth + 1, allowsLinks: allowsLinks)
    return (.styled(style, content, SourceRange(start, close + 2)), close + 2)
  }

  /// Where the closing mark stands, what is verbatim or a link inside left alone.
  @_lifetime(self: copy self)
  private mutating func closing(_ mark: StaticString, from start: Int, end: Int) -> Int? {
    let key = mark.description
    if let known = endless[key], start >= known.lower, end <= known.upper { return nil }
    var index = start
    while index < end {
      if let close = pairs.end(at: index) {
        index = max(close, index + 1)
      } else if matches(mark, at: index, in: bytes, end: end), index > start,
        bytes[index] != UInt8(ascii: "/") || !isBehindScheme(index, from: start)
      {
        return index
      } else {
        index += 1
      }
    }
    endless[key] = SourceRange(start, end)
    return nil
  }

  /// Whether the two strokes at an offset are those of an address, such as `imap://`.
  private func isBehindScheme(_ offset: Int, from start: Int) -> Bool {
    guard offset > start, bytes[offset - 1] == UInt8(ascii: ":") else { return false }
    var first = offset - 1
    while first > start, isWord(bytes[first - 1]) { first -= 1 }
    return Self.schemes.contains(foldedText(SourceRange(first, offset - 1), in: bytes))
  }

  private static let schemes: Set<String> = [
    "http", "https", "ftp", "ftps", "sftp", "imap", "imaps", "pop", "pops", "smtp", "smtps", "ldap",
    "ldaps", "irc", "ircs", "nntp", "news", "telnet", "ssh", "git", "svn", "file", "webdav",
    "caldav",
    "carddav",
  ]

  /// `((note))`
  @_lifetime(self: copy self)
  private mutating func footnote(at start: Int, end: Int, depth: Int) -> (Inline?, Int)? {
    guard matches("((", at: start, in: bytes, end: end) else { return nil }
    guard let close = closing("))", from: start + 2, end: end) else {
      unclosedMarks.append(SourceRange(start, start + 2))
      return nil
    }
    // Of more brackets the last ones are the mark: `((a (b)))`.
    var last = close
    while last + 2 < end, bytes[last + 2] == UInt8(ascii: ")") { last += 1 }
    let text = trimmed(SourceRange(start + 2, last), in: bytes)
    return (.footnote(read(text, depth: depth + 1), SourceRange(start, last + 2)), last + 2)
  }

  /// `~~NOTOC~~` and other words to the wiki.
  private func macro(at start: Int, end: Int) -> (Inline?, Int)? {
    guard matches("~~", at: start, in: bytes, end: end),
      let close = find("~~", from: start + 2, in: bytes, end: min(end, start + 200)),
      close > start + 2, bytes[start + 2] != UInt8(ascii: "~")
    else { return nil }
    var nameEnd = start + 2
    while nameEnd < close, isWord(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > start + 2, nameEnd == close || ":>- |".utf8.contains(bytes[nameEnd]) else {
      return nil
    }
    var plugin = Plugin(
      name: SourceRange(start + 2, nameEnd),
      arguments: nameEnd < close ? SourceRange(nameEnd + 1, close) : nil,
      range: SourceRange(start, close + 2))
    plugin.isForWikiOnly = ["notoc", "nocache", "noheader", "discussion", "noindex"].contains(
      foldedText(plugin.name, in: bytes))
    return (.plugin(plugin), close + 2)
  }

  /// Text as it stands.
  func plain(_ range: SourceRange) -> Inline? {
    guard !range.isEmpty else { return nil }
    guard find(UInt8(ascii: "\n"), from: range.lower, in: bytes, end: range.upper) != nil else {
      return .text(range)
    }
    var content: [Inline] = []
    for line in lines(of: range, in: bytes) {
      if !content.isEmpty { content.append(.softBreak(SourceRange(line.lower - 1, line.lower))) }
      if !line.isEmpty { content.append(.text(line)) }
    }
    return .styled(.plain, content, range)
  }
}
