import SourceText
import Testing

/// Edits of text, carried out on the bytes that it was read from.
@Suite struct EncodedEditTests {
  private func applied(
    _ encoding: TextEncoding, _ bytes: [UInt8], _ words: String, _ replacement: String
  ) throws(EditedLines.Fault) -> [UInt8] {
    let text = encoding.decode(bytes).bytes
    let words = Array(words.utf8)
    let start = text.indices.first { text[$0...].starts(with: words) } ?? 0
    let edit = TextEdit(SourceRange(start, start + words.count), replacement: replacement)
    return try encoding.applying([edit], to: bytes, readAs: text)
  }

  @Test(arguments: [TextEncoding.utf8, .eucJP, .shiftJIS, .iso2022JP])
  func onlyTheWordsChange(_ encoding: TextEncoding) throws {
    let before = "*設定\r\nメールは[[てすと]]です。\r\n｡ｱ①\r\n"
    let after = "*設定\r\nメールは[[テスト表]]です。\r\n｡ｱ①\r\n"
    let bytes = try #require(encoding.encode(before))
    #expect(try applied(encoding, bytes, "てすと", "テスト表") == encoding.encode(after))
  }

  @Test func otherLinesKeepBytesThatAreNoText() throws {
    let bad: [UInt8] = [0xFF, 0x0A]
    let line = try #require(TextEncoding.eucJP.encode("設定\n"))
    let new = try #require(TextEncoding.eucJP.encode("設計\n"))
    #expect(try applied(.eucJP, bad + line + bad, "設定", "設計") == bad + new + bad)
  }

  @Test func lineWithBytesThatAreNoTextStays() throws {
    let line = try #require(TextEncoding.eucJP.encode("設定"))
    #expect(throws: EditedLines.Fault.irreversible(line: 2)) {
      try applied(.eucJP, [0x0A] + line + [0xFF, 0x0A], "設定", "設計")
    }
    #expect(throws: EditedLines.Fault.irreversible(line: 1)) {
      try applied(.utf8, Array("bad ".utf8) + [0xFF], "bad", "good")
    }
  }

  /// NEC and IBM gave the same character two codes, of which only one would be written.
  @Test func lineWithACharacterOfTwoCodesStays() {
    #expect(throws: EditedLines.Fault.irreversible(line: 1)) {
      try applied(.shiftJIS, Array("bad ".utf8) + [0xED, 0x40], "bad", "good")
    }
  }

  @Test func characterThatTheEncodingLacksIsRefused() {
    #expect(throws: EditedLines.Fault.unwritable(line: 1)) {
      try applied(.eucJP, Array("bad".utf8), "bad", "한국어")
    }
  }

  @Test func byteOrderMarkStays() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(
      try applied(.utf8, mark + Array("bad\n".utf8), "bad", "good")
        == mark + Array("good\n".utf8))
    // Text that was taken as it lies on disk has the mark in it.
    let bytes = mark + Array("bad\n".utf8)
    let edit = TextEdit(SourceRange(3, 6), replacement: "good")
    #expect(
      try TextEncoding.utf8.applying([edit], to: bytes, readAs: bytes)
        == mark + Array("good\n".utf8))
  }

  @Test func changedBytesAreRefused() {
    #expect(throws: EditedLines.Fault.changed) {
      try TextEncoding.utf8.applying(
        [TextEdit(SourceRange(0, 1), replacement: "")], to: Array("other".utf8),
        readAs: Array("text".utf8))
    }
  }

  @Test(arguments: [
    [SourceRange(1, 2)], [SourceRange(0, 2)], [SourceRange(0, 90)], [SourceRange(90, 99)],
    [SourceRange(3, 5), SourceRange(4, 6)],
  ])
  func rangesThatAreNoneAreRefused(_ ranges: [SourceRange]) {
    let text = Array("あabc".utf8)
    #expect(throws: EditedLines.Fault.invalidRange) {
      try TextEncoding.utf8.applying(
        ranges.map { TextEdit($0, replacement: "x") }, to: text, readAs: text)
    }
  }
}
