import SourceText
import Syntax
import TestSupport
import Testing

/// Pages that no person writes: reading them must end, and all ranges must lie in the file.
@Suite struct RobustnessTests {
  @Test func hostileMarksOfMediaWikiAreRead() {
    let marks = [
      "[[", "{{", "{|", "<b>", "<ref>", "'''", "<!--", "[http://a ", "<nowiki>", "{{{", "<b", "__A",
    ]
    for mark in marks { check(String(repeating: mark, count: 5_000), [.mediawiki]) }
    let longer = [
      "[[a|", "{{a|", "#:*;", "{|\n|a\n", "<ref name=a/>", "* a\n# b\n", ":;*#:;*#:;*# a\n", "|-\n",
    ]
    for mark in longer { check(String(repeating: mark, count: 1_000), [.mediawiki]) }
    for (open, close) in [("[[a|", "]]"), ("{{a|", "}}"), ("<b>", "</b>"), ("{|\n|", "|}\n")] {
      let text = String(repeating: open, count: 2_000) + String(repeating: close, count: 2_000)
      check(text, [.mediawiki])
    }
    check(String(repeating: "<blockquote>", count: 2_000), [.mediawiki])
    check("<ref name=a>" + String(repeating: "<ref name=a/>", count: 50) + "</ref>", [.mediawiki])
  }

  @Test func hostileMarksOfDokuWikiAreRead() {
    let marks = [
      "[[", "{{", "((", "**", "//", "''", "__", "<code", "<code>", "%%", "<sub>", "<note>", "\\\\",
    ]
    for mark in marks { check(String(repeating: mark, count: 5_000), [.dokuwiki]) }
    let longer = [
      "[[a|", "{{a|", "^ a |", "  * a\n   - b\n", "((a//", "<WRAP>\n", ">", "||:::|\n", "**a//b__c",
    ]
    for mark in longer { check(String(repeating: mark, count: 1_000), [.dokuwiki]) }
    check((1...400).map { String(repeating: " ", count: $0) + "* a\n" }.joined(), [.dokuwiki])
    check((1...400).map { String(repeating: ">", count: $0) + "a\n" }.joined(), [.dokuwiki])
    let boxes =
      String(repeating: "<note>\n", count: 500) + String(repeating: "</note>\n", count: 500)
    check(boxes, [.dokuwiki])
  }

  @Test func hostileLinesAreRead() {
    for mark in ["''", "((", "[[", "[[a>", "(", "[[a"] {
      check(String(repeating: mark, count: 10_000))
    }
    for mark in ["'''", "%%", "[[a>", "&b(", "&b{", "http://", "a@", "&#", "|", "(([["] {
      check(String(repeating: mark, count: 2_000))
    }
  }

  @Test func deepNestingIsRead() {
    check((0..<10_000).map { $0.isMultiple(of: 2) ? ">a\n" : "-b\n" }.joined())
    check((0..<10_000).map { $0.isMultiple(of: 2) ? ":a|b\n" : "+b\n" }.joined())
    check(String(repeating: "-", count: 10_000) + "\n")
    check(String(repeating: ">", count: 10_000) + "a\n")
    check(String(repeating: "CENTER:\n", count: 10_000))
    check(String(repeating: "LEFT:", count: 10_000))
    check(String(repeating: "|~\n", count: 10_000))
  }

  @Test func lineEndsAloneAreRead() {
    for text in [
      "", "\n", "\r", "\r\n", "~", "-", ":|", "|||", "*", "#", "//", "\u{FEFF}", "\u{FEFF}*a",
    ] {
      check(text)
    }
  }

  @Test(arguments: 0..<200)
  func anyTextIsRead(_ seed: Int) {
    check(HostileText.make(seed: seed))
  }

  @Test(arguments: 0..<400)
  func anyMarkdownIsRead(_ seed: Int) {
    check(HostileText.markdown(seed: seed), dialect: .markdown)
    check(HostileText.make(seed: seed), dialect: .markdown)
  }

  @Test func hostileMarkdownIsReadInTime() {
    for mark in [
      "[", "*", "_", ">", "> ", "- ", "1. ", "![", "`", "~~", "<", "<b>", "</b>", "&", "[^a]", "(",
      "a@",
      "https://", "|", "\\", "{", "{#", "!!! a\n", ":::a\n", ":::\n", "<details>\n", "=== \"a\"\n",
      "> [!A]\n\n", "[a]: b\n", "[a](", "](", "**a ", "<!-- ", "- [ ] ", "a\n", "\n", "|-|\n", "# ",
      "```\n", "<div>\n\n",
    ] {
      check(String(repeating: mark, count: 40_000 / mark.utf8.count), dialect: .markdown)
    }
  }

  @Test func deepMarkdownIsRead() {
    check(
      (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(), dialect: .markdown)
    check(
      (0..<100).map { String(repeating: "    ", count: $0) + "!!! a\n\n" }.joined(),
      dialect: .markdown)
    check(
      String(repeating: "- ", count: 5000) + String(repeating: "\n", count: 5000),
      dialect: .markdown)
    check(
      String(repeating: "*a **b ", count: 3000) + String(repeating: "** c*", count: 3000),
      dialect: .markdown)
  }

  /// To libcmark, control characters are part of an address, and some of them white space, as before
  /// the end of a line.
  @Test func controlsInMarkdownAreRead() {
    for text in [
      "# [a](b\u{8}\u{1}c) d\n", "[a](b\u{7F}) c\n", "[a](b\u{B}\"c\") d\n", "[a](\u{C}b\u{C}) c\n",
      "[a][b] c\n\n[b]: d\u{1}e\n", "[a](b\u{1C}'c') d\n",
      "a.\u{B}\u{B}\u{C}\nb\n", "a\u{B} \\\nb\n",
    ] {
      check(text, dialect: .markdown)
    }
  }

  /// Of a heading with a line below it that ends an item, libcmark tells the line of the next item as the end.
  @Test func headingsEndWithTheLineBelowThem() {
    for text in ["-\n- d\n  -\n- ", "- a\n  ===\n- b\n", "> a\n> -\n>\n> b\n"] {
      check(text, dialect: .markdown)
    }
  }

  private func check(_ text: String, dialect: Dialect) { check(text, [dialect]) }

  private func check(
    _ text: String, _ dialects: [Dialect] = [.pukiwiki, .mediawiki, .dokuwiki]
  ) {
    let file = SourceFile(path: "hostile.txt", text: text)
    let whole = SourceRange(0, file.bytes.count)
    for dialect in dialects {
      let document = dialect.parse(file)
      if dialect == .markdown {
        for (range, node) in TreeNesting.misplaced(in: document) {
          let near = SourceRange(max(0, range.lower - 120), min(file.bytes.count, range.upper + 60))
          Issue.record(
            """
            \(node.prefix(200)) at \(range) has no place in its parent near \
            \(file.text(near).debugDescription)
            """)
        }
      }
      for range in TreeRanges.all(in: document) where !whole.contains(range) {
        let shown = text.prefix(400).debugDescription
        Issue.record("\(range) lies outside of \(whole) in \(shown) (\(dialect))")
      }
    }
  }
}
