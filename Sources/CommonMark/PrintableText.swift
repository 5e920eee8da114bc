/// Text without what no page may hold: control characters and code points that are no characters
/// become spaces.
package enum PrintableText {
  /// The text itself where it is clean.
  package static func of(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isClean = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.allSatisfy { length(at: $0, in: bytes) == 0 }
    }
    guard !isClean else { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = copy(bytes, to: buffer)
    }[...]
  }

  /// Writes the text into a buffer that has room for all of it.
  /// - Returns: how many bytes were written.
  static func copy(
    _ bytes: ArraySlice<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var index = 0
      while index < bytes.count {
        let length = length(at: index, in: bytes)
        buffer[count] = length > 0 ? UInt8(ascii: " ") : bytes[index]
        count += 1
        index += max(1, length)
      }
      return count
    }
  }

  /// How many bytes a character has that no page may hold; 0 for all others.
  private static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
