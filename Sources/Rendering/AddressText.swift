/// Addresses as they may stand in a page: every byte that may not is written as `%XX`.
enum AddressText {
  /// An address that a page or the configuration gives. What is encoded in it already stays.
  static func encoded(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard !bytes.allSatisfy(isPlain) else { return address }
    var result: [UInt8] = []
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "%"): append(byte, isEncoded: !isEscape(bytes[index...]), to: &result)
      case UInt8(ascii: "#"):
        append(byte, isEncoded: hasFragment, to: &result)
        hasFragment = true
      default: append(byte, isEncoded: !isPlain(byte), to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A file's path: `%`, `#` and `?` belong to its name.
  static func encoded(path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      append(byte, isEncoded: !isPlain(byte) || byte == UInt8(ascii: "?"), to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, isEncoded: Bool, to result: inout [UInt8]) {
    guard isEncoded else { return result.append(byte) }
    let digits = Array("0123456789ABCDEF".utf8)
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy { "0123456789ABCDEFabcdef".utf8.contains($0) }
  }

  /// Bytes that may stand in any part of an address.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "#"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
