import CommonMark

/// Text from pages on its way into HTML that is written here and not by the tree.
package enum HTMLText {
  /// Fit for element content and for attribute values in double quotes.
  package static func escaped(_ text: String) -> String {
    var text = text
    let escaped = text.withUTF8 { text -> String? in
      guard text.contains(where: mustBeLookedAt) else { return nil }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count + 16)
      append(Array(text)[...], to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return escaped ?? text
  }

  /// Bytes that may be part of what cannot stand in a page as it is.
  static func mustBeLookedAt(_ byte: UInt8) -> Bool { isSpecial(byte) || !isCommon(byte) }

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
