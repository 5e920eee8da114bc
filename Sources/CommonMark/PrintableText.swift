/// Text without what no page may hold: control characters and code points that are no characters
/// become spaces.
package enum PrintableText {
  /// The text itself where it is clean.
  package static func of(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.withUnsafeBufferPointer { text -> [UInt8]? in
      let isClean = text.indices.allSatisfy { length(at: $0, in: text) == 0 }
      return isClean ? nil : of(text)
    }.map { $0[...] } ?? bytes
  }

  /// A copy of the text, cleaned.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var clean: [UInt8] = []
    clean.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let length = length(at: index, in: text)
      clean.append(length > 0 ? UInt8(ascii: " ") : text[index])
      index += max(1, length)
    }
    return clean
  }

  /// How many bytes a character has that no page may hold; 0 for all others.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): return 0
    case 0..<0x20, 0x7F: return 1
    // U+0080 to U+009F.
    case 0xC2:
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      return (0x80...0x9F).contains(next) ? 2 : 0
    // U+FFFE and U+FFFF.
    case 0xEF:
      guard index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
      return bytes[index + 2] >= 0xBE ? 3 : 0
    default: return 0
    }
  }
}
