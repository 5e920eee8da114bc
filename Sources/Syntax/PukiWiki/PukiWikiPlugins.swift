import SourceText

/// What is known of PukiWiki's plugins by their names, and how their arguments are told apart.
enum PukiWikiPlugins {
  /// What a plugin on a line of its own means to a published page.
  enum Meaning {
    case contents, rule, lineBreak, reference, anchor, inclusion, pageList, navigation
    /// Its lines are text as it stands.
    case preformatted
    /// Its lines are wiki text, perhaps below a title.
    case container
    case endOfContainer
    /// The wiki alone is addressed.
    case nothing
    /// Nobody knows, or a page that cannot run it is the poorer for it.
    case unknown
  }

  static func meaning(of name: SourceRange, in bytes: Span<UInt8>) -> Meaning {
    meanings[text(name, in: bytes)] ?? .unknown
  }

  /// Whether `&name;` is a plugin of the wiki, which without arguments looks like an entity.
  static func needsNoArguments(_ name: SourceRange, in bytes: Span<UInt8>) -> Bool {
    bareNames.contains(text(name, in: bytes))
  }

  /// Arguments between commas, without the white space around them; at least one.
  static func arguments(_ range: SourceRange, in bytes: Span<UInt8>) -> [SourceRange] {
    var result: [SourceRange] = []
    var start = range.lower
    for index in range.lower..<range.upper where bytes[index] == UInt8(ascii: ",") {
      result.append(trimmed(SourceRange(start, index), in: bytes))
      start = index + 1
    }
    result.append(trimmed(SourceRange(start, range.upper), in: bytes))
    return result
  }

  /// Decimal digits as a number up to 9999; nil where anything else stands.
  static func number(_ range: SourceRange, in bytes: Span<UInt8>) -> Int? {
    guard (1...4).contains(range.count) else { return nil }
    var value = 0
    for index in range.lower..<range.upper {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }

  private static func text(_ range: SourceRange, in bytes: Span<UInt8>) -> String {
    guard range.count <= 24 else { return "" }
    var text: [UInt8] = []
    for index in range.lower..<range.upper { text.append(bytes[index]) }
    return String(decoding: text, as: UTF8.self)
  }

  private static let meanings: [String: Meaning] = [
    "contents": .contents, "hr": .rule, "br": .lineBreak, "ref": .reference, "aname": .anchor,
    "include": .inclusion, "ls": .pageList, "ls2": .pageList, "navi": .navigation,
    "pre": .preformatted, "code": .preformatted, "sh": .preformatted, "geshi": .preformatted,
    "prettify": .preformatted, "highlight": .preformatted,
    "region": .container, "fold": .container, "div": .container, "style": .container,
    "block": .container, "accordion": .container, "quote": .container,
    "endregion": .endOfContainer, "endfold": .endOfContainer, "enddiv": .endOfContainer,
    "freeze": .nothing, "author": .nothing, "nofollow": .nothing, "norelated": .nothing,
    "notimestamp": .nothing, "topicpath": .nothing, "clear": .nothing, "setlinebreak": .nothing,
    "nosidebar": .nothing, "norightbar": .nothing, "nomenubar": .nothing, "menu": .nothing,
    "stationary": .nothing, "keywords": .nothing, "description": .nothing,
  ]

  private static let bareNames: Set<String> = [
    "counter", "online", "new", "lastmod", "version", "page", "fpage", "edit", "recent", "popular",
    "search", "related", "back", "_now", "_date", "_time", "today", "yesterday", "total",
  ]
}
