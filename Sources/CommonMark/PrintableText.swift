/// Text without what no page may hold: control characters and code points that are no characters.
package enum PrintableText {
  /// The text itself where it is clean; else a copy in which spaces take the place of such bytes.
  package static func of(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.indices.first(where: { length(at: $0, in: bytes) > 0 }) else {
      return bytes
    }
    var result = Array(bytes[..<first])
    var index = first
    while index < bytes.endIndex {
      let length = length(at: index, in: bytes)
      result.append(length > 0 ? UInt8(ascii: " ") : bytes[index])
      index += max(1, length)
    }
    return result[...]
  }

  /// How many bytes a character has that no page may hold; 0 for all others.
  private static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): return 0
    case 0..<0x20, 0x7F: return 1
    // U+0080 to U+009F.
    case 0xC2:
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      return (0x80...0x9F).contains(next) ? 2 : 0
    // U+FFFE and U+FFFF.
    case 0xEF:
      guard index + 2 < bytes.endIndex, bytes[index + 1] == 0xBF else { return 0 }
      return bytes[index + 2] >= 0xBE ? 3 : 0
    default: return 0
    }
  }
}
