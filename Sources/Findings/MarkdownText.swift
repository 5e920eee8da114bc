import SourceText

/// Text of pages on its way into Markdown.
enum MarkdownText {
  /// The text as a span of code, within which there is no mark-up, no HTML, no link of itself, no
  /// `@name` that somebody would be called by, and no number that would become a reference.
  static func code(_ text: String) -> String {
    let text = text.escaping { $0 == "\t" ? " " : nil }.escapingControls
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A space at both ends is taken away again; without one, a backtick would join the fence.
    let needsSpace =
      text.utf8.first == UInt8(ascii: "`") || text.utf8.last == UInt8(ascii: "`")
      || text.utf8.first == UInt8(ascii: " ") && text.utf8.last == UInt8(ascii: " ")
    guard !text.isEmpty else { return "` `" }
    return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Lines of code, fenced by more backticks than they have.
  static func block(_ text: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let end = text.utf8.last == UInt8(ascii: "\n") || text.isEmpty ? "" : "\n"
    return "\(fence)text\n\(text)\(end)\(fence)\n"
  }
}
