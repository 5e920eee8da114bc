import SourceText
import Testing

@testable import Site

/// Places in YAML are found in lines of any length.
@Suite struct YAMLPositionsTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyColumnIsFound(_ lineEnd: String) {
    let lines = [
      "a: b  ", "", String(repeating: "設定é: x ", count: 40), "   ", "\u{1F4E7}",
      String(repeating: "k", count: 128),
    ]
    let file = SourceFile(path: "a.yml", text: lines.joined(separator: lineEnd))
    let positions = YAMLPositions(file)
    for (number, line) in lines.enumerated() {
      let scalars = Array(line.unicodeScalars)
      for column in 0...scalars.count {
        var rest = scalars[column...]
        while rest.last == " " { rest.removeLast() }
        let range = positions.range(line: number + 1, column: column + 1)
        #expect(file.text(range) == String(String.UnicodeScalarView(rest)))
      }
      let end = positions.range(line: number + 1, column: scalars.count + 9)
      #expect(end.isEmpty)
      #expect(end == positions.range(line: number + 1, column: scalars.count + 1))
    }
  }

  @Test func placesBehindTheFileAreItsEnd() {
    let positions = YAMLPositions(SourceFile(path: "a.yml", text: "a\n"))
    for (line, column) in [(0, 1), (2, 1), (2, 80), (3, 1)] {
      #expect(positions.range(line: line, column: column) == SourceRange(2, 2))
    }
  }

  /// Each place was once looked for from the beginning of its line: this took minutes.
  @Test func aLongLineIsReadInTime() {
    let file = SourceFile(path: "a.yml", text: String(repeating: "a, ", count: 300_000))
    let positions = YAMLPositions(file)
    for column in stride(from: 1, to: 900_000, by: 3) {
      #expect(positions.range(line: 1, column: column).lower == column - 1)
    }
  }
}
