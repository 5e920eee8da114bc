import SourceText
import Testing

@testable import Rendering

/// Lines counted on the way are those that an index of the file tells.
struct LineCountTests {
  @Test(arguments: ["", "\n", "a", "a\n", "a\nbb\n\nccc", "\n\n", "a\r\nb\r\n"])
  func asByIndex(_ text: String) {
    let file = SourceFile(path: "a.txt", text: text)
    let index = LineIndex(file)
    #expect(LineCount.lines(of: file) == index.lineCount(of: file))
    for length in 0...3 {
      var lines = LineCount(file)
      for start in 0...text.utf8.count {
        let range = SourceRange(start, start + length)
        let first = index.line(at: range.lower)
        let last = max(first, index.line(at: max(range.lower, range.upper - 1)))
        guard range.upper <= text.utf8.count else { continue }
        #expect(lines.lines(of: range) == first...last)
      }
    }
  }
}
