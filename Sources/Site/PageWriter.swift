import Syntax

/// Writes the lines of a new page in one of the dialects, so that every starting page is thought of
/// once.
///
/// Texts are taken as they are: whoever has them from a user reads the page back before writing it.
struct PageWriter {
  let dialect: Dialect
  private(set) var text = ""

  init(_ dialect: Dialect) { self.dialect = dialect }

  private var isMarkdown: Bool { dialect == .markdown }

  /// Whether comments stand between the marks that HTML has for them.
  private var hasHTMLComments: Bool { dialect == .markdown || dialect == .mediawiki }

  /// YukiWiki and DokuWiki show comments to their readers, but for those that speak to wikiguide.
  var hasComments: Bool { dialect != .yukiwiki && dialect != .dokuwiki }

  /// - Parameter level: from 1, the page's title.
  mutating func heading(_ level: Int, _ words: String) {
    switch dialect {
    case .pukiwiki, .yukiwiki, .pyukiwiki: text += "\(Self.marks("*", level))\(words)\n"
    case .mediawiki: text += "\(Self.marks("=", level)) \(words) \(Self.marks("=", level))\n"
    case .dokuwiki:
      // The highest level has the most marks.
      text += "\(Self.marks("=", 7 - level)) \(words) \(Self.marks("=", 7 - level))\n"
    case .markdown:
      text += "\(Self.marks("#", level)) \(words)\n"
      emptyLine()
    }
  }

  private static func marks(_ mark: String, _ count: Int) -> String {
    String(repeating: mark, count: max(0, count))
  }

  /// What wikiguide is told in a comment.
  mutating func directive(_ words: String) {
    text += hasHTMLComments ? "<!-- wikiguide: \(words) -->\n" : "//wikiguide: \(words)\n"
  }

  /// A line for authors that readers do not see; nothing where the dialect has none such.
  mutating func comment(_ words: String) {
    guard hasComments else { return }
    text += hasHTMLComments ? "<!-- \(words) -->\n" : "//\(words)\n"
  }

  mutating func paragraph(_ words: String) { text += words + "\n" }

  mutating func emptyLine() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  mutating func step(_ number: Int, _ words: String) {
    switch dialect {
    case .pukiwiki, .yukiwiki, .pyukiwiki: text += "-(\(number)) \(words)\n"
    case .mediawiki: text += "# \(words)\n"
    case .dokuwiki: text += "  - \(words)\n"
    case .markdown: text += "\(number). \(words)\n"
    }
  }

  /// - Parameter level: from 1.
  mutating func item(_ level: Int, _ words: String) {
    switch dialect {
    case .pukiwiki, .yukiwiki, .pyukiwiki: text += "\(Self.marks("-", level))\(words)\n"
    case .mediawiki: text += "\(Self.marks("*", level)) \(words)\n"
    case .dokuwiki: text += "\(Self.marks("  ", level))* \(words)\n"
    case .markdown: text += "\(Self.marks("  ", level - 1))- \(words)\n"
    }
  }

  /// A link to another page of the same folder.
  /// - Parameter file: the page's file; its name without the ending is the page's.
  func link(_ words: String, to file: String) -> String {
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return switch dialect {
    case .pukiwiki, .pyukiwiki: "[[\(words)>\(name)]]"
    case .yukiwiki: "[[\(name)]]"
    case .mediawiki, .dokuwiki: "[[\(name)|\(words)]]"
    case .markdown: "[\(words)](\(file))"
    }
  }

  /// How a picture is shown that lies in the folder of the page's files; nil where pictures of the
  /// dialect are known by addresses alone.
  /// - Parameter folder: that folder, seen from the page's.
  func picture(_ file: String, in folder: String, _ description: String) -> String? {
    switch dialect {
    case .pukiwiki, .pyukiwiki: "#ref(\(file),\(description))"
    case .yukiwiki, .dokuwiki: nil
    case .mediawiki: "[[File:\(file)|alt=\(description)]]"
    case .markdown: "![\(description)](\(folder)/\(file))"
    }
  }
}
