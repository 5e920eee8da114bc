import SourceText
import Testing

/// Lines and columns of files with long lines are those that a plain count gives.
@Suite struct LineIndexTests {
  @Test(arguments: ["\n", "\r\n"])
  func placesAreThoseOfAPlainCount(lineEnd: String) {
    let lines = [
      "", "abc", String(repeating: "かな é", count: 2000), "x", "",
      String(repeating: "a", count: 9000),
    ]
    let file = SourceFile(path: "a.txt", text: lines.joined(separator: lineEnd) + lineEnd)
    let index = LineIndex(file)
    var line = 1
    var column = 1
    for offset in 0...file.bytes.count {
      if offset % 97 == 0 {
        #expect(index.location(of: offset, in: file) == SourceLocation(line: line, column: column))
        #expect(index.range(ofLine: line, in: file) == file.line(around: offset))
      }
      guard offset < file.bytes.count else { break }
      let byte = file.bytes[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }

  @Test func bytesAreFoundWhereTheyStand() {
    let file = SourceFile(path: "a.txt", text: "a{b{{c")
    #expect(file.offset(of: UInt8(ascii: "{")) == 1)
    #expect(file.offset(of: UInt8(ascii: "{"), from: 2) == 3)
    #expect(file.offset(of: UInt8(ascii: "{"), from: 5) == nil)
    #expect(file.offset(of: UInt8(ascii: "a"), from: 6) == nil)
  }
}
