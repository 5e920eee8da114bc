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

  /// YukiWiki shows comments to its readers, but for those that speak to wikiguide.
  var hasComments: Bool { dialect != .yukiwiki }

  /// - Parameter level: from 1, the page's title.
  mutating func heading(_ level: Int, _ words: String) {
    let mark = String(repeating: isMarkdown ? "#" : "*", count: level)
    text += "\(mark)\(isMarkdown ? " " : "")\(words)\n"
    if isMarkdown { emptyLine() }
  }

  /// What wikiguide is told in a comment.
  mutating func directive(_ words: String) {
    text += isMarkdown ? "<!-- wikiguide: \(words) -->\n" : "//wikiguide: \(words)\n"
  }

  /// A line for authors that readers do not see; nothing where the dialect has none such.
  mutating func comment(_ words: String) {
    guard hasComments else { return }
    text += isMarkdown ? "<!-- \(words) -->\n" : "//\(words)\n"
  }

  mutating func paragraph(_ words: String) { text += words + "\n" }

  mutating func emptyLine() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  mutating func step(_ number: Int, _ words: String) {
    text += isMarkdown ? "\(number). \(words)\n" : "-(\(number)) \(words)\n"
  }

  /// - Parameter level: from 1.
  mutating func item(_ level: Int, _ words: String) {
    text +=
      isMarkdown
      ? String(repeating: "  ", count: level - 1) + "- \(words)\n"
      : String(repeating: "-", count: level) + words + "\n"
  }

  /// A link to another page of the same folder.
  /// - Parameter file: the page's file; its name without the ending is the page's.
  func link(_ words: String, to file: String) -> String {
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return switch dialect {
    case .pukiwiki, .pyukiwiki: "[[\(words)>\(name)]]"
    case .yukiwiki: "[[\(name)]]"
    case .markdown: "[\(words)](\(file))"
    }
  }

  /// How a picture is shown that lies in the folder of the page's files; nil where pictures of the
  /// dialect are known by addresses alone.
  /// - Parameter folder: that folder, seen from the page's.
  func picture(_ file: String, in folder: String, _ description: String) -> String? {
    switch dialect {
    case .pukiwiki, .pyukiwiki: "#ref(\(file),\(description))"
    case .yukiwiki: nil
    case .markdown: "![\(description)](\(folder)/\(file))"
    }
  }
}
