/// An address of the configuration with places for what it is linked from.
enum AddressPattern {
  /// - Parameters:
  ///   - step: empty where no step is meant.
  ///   - address: of the page on the site; empty where the site's own is not told.
  static func filled(
    _ pattern: String, page: String, file: String, step: String = "", address: String = ""
  ) -> String {
    var result = pattern
    for (place, value) in [
      ("{page}", page), ("{file}", file), ("{step}", step), ("{url}", address),
    ] {
      result = result.split(separator: place, omittingEmptySubsequences: false)
        .joined(separator: escaped(value))
    }
    return result
  }

  /// All bytes but letters, digits and `-._~/` as `%XX`.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
