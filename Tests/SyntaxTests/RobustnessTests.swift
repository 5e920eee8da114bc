import SourceText
import Syntax
import TestSupport
import Testing

/// Pages that no person writes: reading them must end, and all ranges must lie in the file.
@Suite struct RobustnessTests {
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

  private func check(_ text: String) {
    let file = SourceFile(path: "hostile.txt", text: text)
    let document = Dialect.pukiwiki.parse(file)
    let whole = SourceRange(0, file.bytes.count)
    for range in TreeRanges.all(in: document) where !whole.contains(range) {
      Issue.record("\(range) lies outside of \(whole) in \(text.prefix(400).debugDescription)")
    }
  }
}
