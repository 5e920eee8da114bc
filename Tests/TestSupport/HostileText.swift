/// Texts that hold every mark of the wiki in no order: the same ones on every run.
package enum HostileText {
  private static let marks = Array("-+*>:|~#'%(){}[]&;/<h.@,=\"0aあ① \t\r\n\n").map(String.init)
  private static let words = [
    "http://a.b/c.png", "CENTER:", "&br;", "//wikiguide:", "((", "))", "[[", "]]", "手順", "*設定\n",
    "-(1)", "Becky!", "OE6/5.5", "{{", "}}", "{|\n", "|}\n", "'''''", "<ref>", "</ref>", "<!--",
    "-->", "<nowiki>",
    "</nowiki>", "[[File:a.png|", "<code>", "</code>", "\n  * ", "\n  - ", "%%", "\\\\ ", "<note>",
    "</note>", "^ ", ":::", "//", "__",
  ]

  private static let wordsOfMarkdown = [
    "!!! note \"a\"\n    ", "??? b\n", "=== \"c\"\n    ", ":::tip\n", ":::\n", "```\n", "~~",
    "~~~\n",
    "[^a]", "[^a]: ", "|-|:-:|\n", "| a \\| b | c\n", "<b>", "</b>", "<img src=x width=3>", "<!--",
    "-->",
    "<details>\n<summary>a</summary>\n", "</details>\n", "> ", "- ", "1. ", "    ", "\\", "![",
    "](x)",
    "{#a .b}", "{: c=\"d\" }", "[a]: <b> 'c'\n", "**", "_", "`", "&amp;", "https://a.b/c", "a@b.c",
    "- [x] ",
    "> [!NOTE]\n> ", "---\n", "a: [b, \"c\"]\n", "# ", "\n===\n", "<a href=\"x\">", "<div>\n", "\r",
  ]

  /// A text of the marks of Markdown, among those of all wikis.
  package static func markdown(seed: Int) -> String {
    make(seed: seed, words: wordsOfMarkdown, oneIn: 2)
  }

  package static func make(seed: Int) -> String { make(seed: seed, words: words, oneIn: 12) }

  private static func make(seed: Int, words: [String], oneIn chance: Int) -> String {
    var generator = RepeatableNumbers(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 1...400, using: &generator) {
      if Int.random(in: 0..<chance, using: &generator) == 0 {
        text += words.randomElement(using: &generator) ?? ""
      } else if Int.random(in: 0..<20, using: &generator) == 0 {
        let value = UInt32.random(in: 1...0x10FFFF, using: &generator)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "x")
      } else {
        text += marks.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }
}
