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
        let small = byte | 0x20
        latin &+= small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") ? 1 : 0
        // The first byte of kana and kanji in UTF-8.
        japanese &+= byte >= 0xE3 && byte <= 0xE9 ? 1 : 0
      }
    }
    return japanese > 0 && japanese * 9 >= latin
  }
}
