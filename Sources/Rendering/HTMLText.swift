/// Text from pages on its way into HTML that is written here and not by libcmark.
enum HTMLText {
  /// Fit for element content and for attribute values in double quotes.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Copies the stretches between special characters whole: most text has none.
  static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    var rest = text[...]
    while let special = rest.firstIndex(where: isSpecial) {
      bytes += rest[..<special]
      bytes += entity(rest[special]).utf8
      rest = rest[rest.index(after: special)...]
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

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }
}

/// Addresses in which every byte beyond plain ASCII is written as `%XX`.
enum AddressText {
  static func encoded(_ address: String) -> String {
    guard !address.utf8.allSatisfy(isPlain) else { return address }
    var result: [UInt8] = []
    for byte in address.utf8 {
      if isPlain(byte) {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Bytes that may stand in an address; `%` is kept because addresses in pages are encoded already.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
