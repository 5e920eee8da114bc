/// Names of pages and files as wikis write them on disk: two hexadecimal digits a byte.
enum HexName {
  /// The bytes that digits stand for; nil where something else stands there.
  static func bytes(_ name: Substring) -> [UInt8]? {
    let digits = Array(name.utf8)
    guard digits.count.isMultiple(of: 2), !digits.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// Bytes as capital digits.
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func isName(_ name: Substring) -> Bool { bytes(name) != nil }

  /// A file's name without its ending; nil where it has another one.
  static func stem(of name: String, ending: String) -> Substring? {
    name.hasSuffix(ending) ? name.dropLast(ending.count) : nil
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
