import SourceText

/// The language that a page is written in, judged by its letters.
enum PageLanguage: String, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"

  /// Japanese where at least one letter in ten is kana or kanji; pages full of menu names and
  /// addresses are Japanese all the same.
  static func of(_ file: SourceFile) -> PageLanguage {
    var latin = 0
    var japanese = 0
    file.bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
          latin += 1
        // The first byte of kana and kanji in UTF-8.
        case 0xE3...0xE9: japanese += 1
        default: break
        }
      }
    }
    return japanese > 0 && japanese * 9 >= latin ? .japanese : .english
  }
}
