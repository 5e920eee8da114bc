import SourceText
import Testing

/// Text in the encodings of old wikis, byte by byte.
@Suite struct TextEncodingTests {
  @Test(arguments: TextEncoding.allCases)
  func asciiIsAscii(_ encoding: TextEncoding) {
    let text = encoding.decode(Array("*A\r\n-b ~\\\n".utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "*A\r\n-b ~\\\n")
    #expect(text.faults.isEmpty)
  }

  static let written: [(TextEncoding, [UInt8], String)] = [
    (.utf8, [0xEF, 0xBB, 0xBF] + Array("設定①".utf8), "設定①"),
    (.eucJP, [0xC0, 0xDF, 0xC4, 0xEA], "設定"),
    // A circled number of NEC, a ladder-shaped kanji of IBM, half-width kana, a wave dash.
    (.eucJP, [0xAD, 0xA1, 0x8F, 0xF4, 0xFB, 0x8E, 0xB1, 0xA1, 0xC1], "①\u{9AD9}ｱ\u{FF5E}"),
    (
      .shiftJIS, [0x90, 0xDD, 0x92, 0xE8, 0x87, 0x40, 0xB1, 0xFB, 0xFC, 0x81, 0x60], "設定①ｱ髙\u{FF5E}"
    ),
    // The second byte of 表 is a backslash of ASCII.
    (.shiftJIS, [0x95, 0x5C, 0x8E, 0xA6], "表示"),
    (
      .iso2022JP,
      [0x1B] + Array("$B".utf8) + [0x40, 0x5F, 0x44, 0x6A] + [0x1B] + Array("(Ba".utf8) + [0x1B]
        + Array("(I".utf8) + [0x31] + [0x1B] + Array("(Jb".utf8) + [0x1B] + Array("$B".utf8)
        + [0x2D, 0x21, 0x0A] + Array("c".utf8), "設定aｱb①\nc"
    ),
  ]

  @Test(arguments: written.indices)
  func isRead(_ index: Int) {
    let (encoding, bytes, expected) = Self.written[index]
    let text = encoding.decode(bytes)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    #expect(text.faults.isEmpty)
  }

  @Test(arguments: TextEncoding.allCases)
  func isWrittenAsItIsRead(_ encoding: TextEncoding) throws {
    let text = "受信サーバ(POP)を設定し、①と～と‖と−と—とｱｲｳﾞを入れる。㈱髙﨑\n次の行\r\n"
    let bytes = try #require(encoding.encode(text))
    let read = encoding.decode(bytes)
    let expected = text.replacing("‖", with: "∥").replacing("−", with: "－")
      .replacing("—", with: "―")
    #expect(String(decoding: read.bytes, as: UTF8.self) == (encoding == .utf8 ? text : expected))
    #expect(read.faults.isEmpty)
    #expect(encoding == .utf8 || encoding.encode("😀") == nil)
  }

  /// What is wrong in bytes, with what stands around it, and how many characters mark it.
  static let broken: [(TextEncoding, [UInt8], String, [Int])] = [
    // A character that nobody has given a meaning, of two bytes and of three.
    (.eucJP, [0x61, 0xA9, 0xA1, 0x62], "a\u{FFFD}b", [1]),
    (.eucJP, [0x8F, 0xA1, 0xA1, 0xC0, 0xDF], "\u{FFFD}設", [0]),
    (.eucJP, [0x8E, 0xE0, 0xC0, 0xDF], "\u{FFFD}設", [0]),
    // Controls beyond ASCII are no text: here Shift_JIS was taken for EUC-JP.
    (.eucJP, [0x82, 0xA0, 0x0A, 0x85], "\u{FFFD}\u{FFFD}\n\u{FFFD}", [0, 1, 3]),
    (.shiftJIS, [0x85, 0x9F, 0x90, 0xDD], "\u{FFFD}設", [0]),
    (.shiftJIS, [0x85, 0x40, 0x90, 0xDD], "\u{FFFD}@設", [0]),
    (.shiftJIS, [0x90, 0x0A, 0x90], "\u{FFFD}\n\u{FFFD}", [0, 2]),
    (.shiftJIS, [0xA0, 0xFD, 0xB1, 0x80], "\u{FFFD}\u{FFFD}ｱ\u{FFFD}", [0, 1, 3]),
    (.shiftJIS, [0x90, 0x00, 0x61], "\u{FFFD}\u{FFFD}a", [0, 1]),
    (.utf8, [0xE8, 0xA8, 0x0A, 0x00], "\u{FFFD}\u{FFFD}\n\u{FFFD}", [0, 1, 3]),
    (.iso2022JP, [0x1B, 0x24, 0x42, 0x40, 0x0A, 0xB1, 0x61], "\u{FFFD}\n\u{FFFD}a", [3, 5]),
  ]

  @Test(arguments: broken.indices)
  func onlyWhatIsBrokenIsReplaced(_ index: Int) {
    let (encoding, bytes, expected, offsets) = Self.broken[index]
    let text = encoding.decode(bytes)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    #expect(text.faults.map(\.offset) == offsets)
  }

  @Test func badBytesAreMarkedAndListed() {
    let text = TextEncoding.eucJP.decode([0x61, 0x0A, 0xC0, 0x0A, 0xC0, 0xDF, 0xFF, 0x62, 0])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a\n\u{FFFD}\n設\u{FFFD}b\u{FFFD}")
    #expect(text.faults.map(\.offset) == [2, 6, 8])
    #expect(text.faults.map(\.line) == [2, 3, 3])
    #expect(text.faults.first?.byte == 0xC0)
    let utf8 = TextEncoding.utf8.decode([0xE3, 0x81, 0x0A, 0xED, 0xA0, 0x80, 0x7A])
    #expect(utf8.faults.map(\.offset) == [0, 1, 3, 4, 5])
    #expect(utf8.bytes.last == 0x7A)
  }

  @Test func aLostEscapeSpoilsOneLine() {
    let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x40, 0x5F, 0x44, 0x0A, 0x61, 0x80]
    let text = TextEncoding.iso2022JP.decode(bytes)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "設\u{FFFD}\na\u{FFFD}")
    #expect(text.faults.map(\.offset) == [5, 8])
  }

  @Test func theEncodingIsFoundByWhatItSays() throws {
    let texts = [
      "受信と送信が別々に操作できる手動対応ソフト", "OE6のツールからアカウントを選択。", "設定", "ﾒｰﾙｿﾌﾄ",
      "Becky! Internet Mail(シェアウエア)\r\nhttp://mail.example/\r\n", "表示名の設定", "※注意",
    ]
    for text in texts {
      for encoding in [TextEncoding.utf8, .eucJP, .shiftJIS] {
        let bytes = try #require(encoding.encode(text))
        #expect(EncodingEvidence.encoding(of: [bytes]) == encoding, "\(text) in \(encoding.name)")
      }
    }
    let escaped: [UInt8] = [0x1B, 0x24, 0x42, 0x40, 0x5F, 0x44, 0x6A, 0x1B, 0x28, 0x42]
    #expect(EncodingEvidence.encoding(of: [escaped]) == .iso2022JP)
    #expect(EncodingEvidence.encoding(of: [Array("Mail".utf8)]) == nil)
    #expect(EncodingEvidence.encoding(of: [[]]) == nil)
  }

  /// A text with one bad byte is still what it is.
  @Test func oneBadByteDoesNotChangeTheEncoding() {
    let text = Array("受信サーバを設定します。".utf8)
    #expect(EncodingEvidence.encoding(of: [text + [0xFF] + text]) == .utf8)
  }

  @Test(arguments: TextEncoding.allCases)
  func anyBytesAreRead(_ encoding: TextEncoding) {
    var seed: UInt64 = 42
    for length in [1, 2, 3, 7, 64, 4096, 100_000] {
      let bytes = (0..<length).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 33)
      }
      let text = encoding.decode(bytes)
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
      #expect(text.faults.allSatisfy { bytes[$0.offset] == $0.byte })
      _ = EncodingEvidence.encoding(of: [bytes])
    }
  }
}
