/// The beginning of a text, for where there is room for a sentence or two.
///
/// What counts is the number of characters that a reader sees. Most text is of letters that each are a
/// character of their own (``simpleLength(_:at:)``); only others are left to `Character`, which costs
/// a hundred times as much.
enum PageExcerpt {
  /// Cut at a sentence or, where there is none, with an ellipsis; all white space is a blank.
  static func of(_ text: String, atMost count: Int = 110) -> String {
    var text = text
    return text.withUTF8 { ofSimple($0, atMost: count) } ?? ofAny(text, atMost: count)
  }

  /// Whether a text has so many characters.
  static func reaches(_ count: Int, _ text: String) -> Bool {
    var text = text
    let isLong = text.withUTF8 { bytes -> Bool? in
      var index = 0
      for _ in 0..<count {
        guard index < bytes.count else { return false }
        guard let length = simpleLength(bytes, at: index) else { return nil }
        index += length
      }
      // What follows might belong to the last character, but is none less.
      return true
    }
    return isLong ?? (text.count >= count)
  }

  static func ofAny(_ text: String, atMost count: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > count else { return words }
    let beginning = words.prefix(count)
    if let end = beginning.lastIndex(where: { "。.!?！？".contains($0) }) {
      return String(beginning[...end])
    }
    return beginning.dropLast() + "…"
  }

  /// Nil where a character must be looked at closely.
  private static func ofSimple(
    _ bytes: UnsafeBufferPointer<UInt8>, atMost count: Int
  ) -> String? {
    var words: [UInt8] = []
    words.reserveCapacity(min(bytes.count, count * 3))
    var characters = 0
    var isBlankPending = false
    var lastLength = 1
    var sentence = 0
    var index = 0
    while index < bytes.count {
      guard let length = simpleLength(bytes, at: index) else { return nil }
      let letter = bytes[index..<index + length]
      index += length
      if isBlank(letter) {
        isBlankPending = !words.isEmpty
        continue
      }
      if isBlankPending, characters < count {
        words.append(UInt8(ascii: " "))
        lastLength = 1
        characters += 1
      }
      isBlankPending = false
      guard characters < count else {
        return cut(words, behind: sentence, last: lastLength)
      }
      words.append(contentsOf: letter)
      lastLength = length
      characters += 1
      if endsSentence(letter) { sentence = words.count }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func cut(_ words: [UInt8], behind sentence: Int, last: Int) -> String {
    guard sentence == 0 else { return String(decoding: words[..<sentence], as: UTF8.self) }
    return String(decoding: words.dropLast(last), as: UTF8.self) + "…"
  }

  private static func isBlank(_ letter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    letter.count == 1
      ? letter[letter.startIndex] <= UInt8(ascii: " ") : letter.elementsEqual("\u{3000}".utf8)
  }

  private static func endsSentence(_ letter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard letter.count > 1 else { return ".!?".utf8.contains(letter[letter.startIndex]) }
    return letter.elementsEqual("。".utf8) || letter.elementsEqual("！".utf8)
      || letter.elementsEqual("？".utf8)
  }

  /// How many bytes a letter has that no letter beside it of this kind can make one character with:
  /// those of ASCII, kana, kanji and their punctuation. Nil for all others.
  private static func simpleLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    let first = bytes[index]
    if first < 0x80 {
      let isSimple = first >= 0x20 && first != 0x7F || first == 0x09 || first == 0x0A
      return isSimple ? 1 : nil
    }
    guard (0xE3...0xEF).contains(first), index + 2 < bytes.count else { return nil }
    let code =
      UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
    switch code {
    case 0x3000...0x3029, 0x3041...0x3096, 0x309D...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF9D:
      return 3
    default: return nil
    }
  }
}
