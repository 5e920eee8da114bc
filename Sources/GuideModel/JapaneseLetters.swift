import SourceText

/// Tells Japanese pages from others by their letters, once, when a page is read: it takes a walk over
/// all of its text.
enum JapaneseLetters {
  /// Whether at least one letter in ten is kana or kanji; pages full of menu names and addresses are
  /// Japanese all the same.
  static func areMany(in file: SourceFile) -> Bool {
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
    return japanese > 0 && japanese * 9 >= latin
  }
}
