import CommonMark

/// Text from pages on its way into HTML that is written here and not by the tree.
package enum HTMLText {
  /// Fit for element content and for attribute values in double quotes.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { isSpecial($0) || !isCommon($0) }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(Array(text.utf8)[...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Copies the stretches between special characters whole: most text has none.
  static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var rest = PrintableText.of(text)
    while let special = rest.firstIndex(where: isSpecial) {
      bytes += rest[..<special]
      bytes += entity(rest[special]).utf8
      rest = rest[(special + 1)...]
    }
    bytes += rest
  }

  private static func entity(_ special: UInt8) -> String {
    switch special {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
  }

  /// Bytes that are surely part of printable text.
  private static func isCommon(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xEF
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }
}
