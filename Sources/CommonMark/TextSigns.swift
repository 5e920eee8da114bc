/// What bytes of a text ask for when it is printed. Most text asks for nothing and is copied whole.
struct TextSigns: OptionSet {
  let rawValue: UInt8

  /// An entity in HTML.
  static let html = TextSigns(rawValue: 1)
  /// A backslash or an entity in Markdown.
  static let markdown = TextSigns(rawValue: 2)
  /// A backslash where Markdown is read with tables and strikes, which CommonMark does not have.
  static let extended = TextSigns(rawValue: 4)
  /// The first byte of what no page may hold, such as a control character.
  static let unprintable = TextSigns(rawValue: 8)

  static func of(_ text: UnsafeBufferPointer<UInt8>) -> TextSigns {
    let bytes = UnsafeRawBufferPointer(text)
    var seen: UInt8 = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count,
        areLetters(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      let signs = signs(of: text[index])
      seen |= signs & ~unprintable.rawValue
      if signs & unprintable.rawValue != 0, PrintableText.length(at: index, in: text) > 0 {
        seen |= unprintable.rawValue
      }
      index += 1
    }
    return TextSigns(rawValue: seen)
  }

  /// Whether eight bytes are of letters such as Japanese ones, which ask for nothing.
  @inline(__always)
  private static func areLetters(_ word: UInt64) -> Bool {
    let low: UInt64 = 0x0101_0101_0101_0101
    let high = low << 7
    guard word & high == high else { return false }
    // A byte is 0 where it is one of the two that may begin what is unprintable.
    let (first, second) = (word ^ (low * 0xC2), word ^ (low * 0xEF))
    return ((first &- low) & ~first | (second &- low) & ~second) & high == 0
  }

  /// The two bytes that may begin a character without being printable are told apart by who asks.
  @inline(__always)
  private static func signs(of byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): 1 | 2
    case UInt8(ascii: "\""): 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "!"),
      UInt8(ascii: "\n"), UInt8(ascii: "\t"):
      2
    case UInt8(ascii: "|"), UInt8(ascii: "~"): 4
    case 0...0x1F, 0x7F, 0xC2, 0xEF: 8
    default: 0
    }
  }
}
