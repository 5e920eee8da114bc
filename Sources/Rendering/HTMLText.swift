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
    case UInt8(ascii: "\""): "&quot;"
    // Control characters, which no page may hold.
    default: " "
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x7F: true
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): false
    default: byte < 0x20
    }
  }
}
