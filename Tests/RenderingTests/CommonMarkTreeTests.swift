import CommonMark
import Testing

/// What the specification pages cannot show: nesting that CommonMark does not allow.
@Suite struct CommonMarkTreeTests {
  @Test func illegalNestingLosesNoText() {
    var tree = CommonMarkTree()
    tree.open(.paragraph)
    tree.open(.heading(level: 2))
    tree.add(text: "kept")
    tree.close()
    tree.add(text: " too")
    tree.close()
    #expect(tree.refusals == 1)
    #expect(String(decoding: tree.html(), as: UTF8.self) == "<p>kept too</p>\n")
  }

  @Test func unsafeAddressesAreLeftOutOfHTML() {
    var tree = CommonMarkTree()
    tree.open(.paragraph)
    tree.open(.link(url: "javascript:alert(1)"))
    tree.add(text: "<b>")
    tree.close()
    tree.close()
    #expect(String(decoding: tree.html(), as: UTF8.self) == "<p><a href=\"\">&lt;b&gt;</a></p>\n")
  }

  @Test func framesForHTMLLeaveMarkdownAlone() {
    var tree = CommonMarkTree()
    tree.open(.htmlBlock(enter: "<div>", exit: "</div>"))
    tree.open(.bulletList(isTight: true))
    tree.open(.item)
    tree.open(.htmlBlock(enter: "<div>", exit: "</div>"))
    tree.open(.paragraph)
    tree.add(text: "a")
    for _ in 0..<5 { tree.close() }
    tree.open(.paragraph)
    tree.add(text: "b")
    tree.close()
    #expect(tree.refusals == 0)
    #expect(String(decoding: tree.markdown(), as: UTF8.self) == "  - a\n\nb\n")
  }

  /// libcmark writes `<http://a.example/>` here and drops the rest.
  @Test func linkThatBeginsWithItsAddressKeepsItsText() {
    var tree = CommonMarkTree()
    tree.open(.paragraph)
    tree.open(.link(url: "http://a.example/"))
    tree.add(text: "http://a.example/")
    tree.addSoftBreak()
    tree.add(text: "http://a.example/")
    tree.close()
    tree.close()
    #expect(
      String(decoding: tree.markdown(), as: UTF8.self)
        == "[http://a.example/\nhttp://a.example/](http://a.example/)\n")
  }

  /// libcmark takes the last byte of some letters for a digit.
  @Test func lettersAreNoMarksOfLists() {
    var tree = CommonMarkTree()
    tree.open(.paragraph)
    tree.add(text: "水-1.")
    tree.close()
    #expect(String(decoding: tree.markdown(), as: UTF8.self) == "水-1.\n")
  }

  @Test func codeInNeighbouringCellsIsCode() {
    var tree = CommonMarkTree()
    tree.open(.htmlBlock(enter: "<table>", exit: "</table>"))
    for word in ["a", "b"] {
      tree.open(.customInline(.init(html: ("<td>", "</td>"), markdown: ("| ", " "))))
      let isBehindCode = tree.isBehindCode
      tree.add(code: word.utf8.span)
      #expect(!isBehindCode)
      tree.close()
    }
    tree.close()
    #expect(String(decoding: tree.markdown(), as: UTF8.self) == "| `a` | `b` \n")
  }

  @Test func controlCharactersBecomeSpaces() {
    var tree = CommonMarkTree()
    tree.open(.paragraph)
    tree.add(text: "a\u{1}b\u{85}<\u{FFFF}")
    tree.add(code: "c\u{7F}".utf8.span)
    tree.close()
    tree.addCodeBlock("d\u{1B}\n")
    #expect(
      String(decoding: tree.html(), as: UTF8.self)
        == "<p>a b &lt; <code>c </code></p>\n<pre><code>d \n</code></pre>\n")
  }

  @Test func printsWhatLibcmarkPrints() {
    for seed in 1...2000 { compare(seed: seed) }
  }

  private func compare(seed: Int) {
    var tree = RandomTree(seed: UInt64(seed))
    let html = String(decoding: tree.ours.html(), as: UTF8.self)
    let markdown = String(decoding: tree.ours.markdown(), as: UTF8.self)
    let (theirHTML, theirMarkdown) = (tree.theirs.html(), tree.theirs.markdown())
    #expect(tree.ours.refusals == 0)
    guard html != theirHTML || markdown != theirMarkdown else { return }
    let steps = RandomTree(seed: UInt64(seed), notesSteps: true).steps.joined(separator: "\n")
    #expect(html == theirHTML, "\(steps)")
    #expect(markdown == theirMarkdown, "\(steps)")
  }
}
