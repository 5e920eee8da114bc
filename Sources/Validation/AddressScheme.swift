/// The scheme of an address, such as `http`, read as generously as browsers read it.
enum AddressScheme {
  /// Schemes that run code or open the reader's own files when followed.
  static let unsafe: Set<String> = ["javascript", "data", "file", "vbscript"]

  /// The scheme in lower case; nil where the address has none.
  static func of(_ address: String) -> String? {
    // Most words that are no address show it at once.
    guard address.utf8.contains(UInt8(ascii: ":")) else { return nil }
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      // Browsers skip white space and control characters: `java\tscript:` is `javascript:`.
      case 0...0x20: continue
      case UInt8(ascii: ":"):
        return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        scheme.append(byte)
      default: return nil
      }
    }
    return nil
  }
}
