/// The beginning of a footnote's text in Markdown.
enum NoteMark {
  /// To readers who know no footnotes, `[^1]: javascript:x` says where all links `[^1]` lead: what
  /// could be an address of that kind is parted from its mark by a comment.
  static func markdown(_ number: Int, before words: String) -> String {
    "[^\(number)]: " + (mayBeAddress(words) ? "<!-- -->" : "")
  }

  private static func mayBeAddress(_ words: String) -> Bool {
    // A tab is written as a sign of its own and ends no word.
    let parts = words.split(maxSplits: 1) { $0 == " " || $0.isNewline }
    guard let first = parts.first, !first.hasPrefix("http://"), !first.hasPrefix("https://"),
      first.utf8.contains(UInt8(ascii: ":")) || first.hasPrefix("/") || first.hasPrefix("\\")
    else { return false }
    // Behind an address nothing stands but a title.
    let rest = parts.dropFirst().first?.utf8.first { $0 != UInt8(ascii: " ") }
    return rest.map { "\"'(".utf8.contains($0) } ?? true
  }
}
