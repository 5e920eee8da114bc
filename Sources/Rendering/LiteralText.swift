import CommonMark

extension CommonMarkTree {
  /// Adds text in which `|` and `~` stay what they are: Markdown as it is used beyond CommonMark
  /// makes tables and strikes of them.
  mutating func add(literal bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "~") })
    {
      add(text: rest[..<mark])
      let character = rest[mark] == UInt8(ascii: "|") ? "|" : "~"
      add(inline: .init(html: (character, ""), markdown: ("\\" + character, "")))
      rest = rest[(mark + 1)...]
    }
    add(text: rest)
  }

  mutating func add(literal text: String) { add(literal: Array(text.utf8)[...]) }
}
