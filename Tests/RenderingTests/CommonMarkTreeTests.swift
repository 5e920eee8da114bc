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
