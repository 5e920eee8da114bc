/// Addresses as they may stand in a page: every byte that may not is written as `%XX`.
enum AddressText {
  /// An address that a page or the configuration gives. What is encoded in it already stays.
  static func encoded(_ address: String) -> String {
    var address = address
    let changed = address.withUTF8 { $0.allSatisfy(isPlain) ? nil : encoded($0) }
    return changed ?? address
  }

  private static func encoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3)
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
    var path = path
    let changed = path.withUTF8 { bytes -> String? in
      guard !bytes.allSatisfy(isPlainInPath) else { return nil }
      var result: [UInt8] = []
      append(path: bytes, to: &result)
      return String(decoding: result, as: UTF8.self)
    }
    return changed ?? path
  }

  static func append(path: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    guard !path.allSatisfy(isPlainInPath) else { return result.append(contentsOf: path) }
    for byte in path { append(byte, isEncoded: !isPlainInPath(byte), to: &result) }
  }

  private static func append(_ byte: UInt8, isEncoded: Bool, to result: inout [UInt8]) {
    guard isEncoded else { return result.append(byte) }
    result.append(UInt8(ascii: "%"))
    result.append(hexadecimal(byte >> 4))
    result.append(hexadecimal(byte & 15))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  private static func isEscape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = bytes.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy { "0123456789ABCDEFabcdef".utf8.contains($0) }
  }

  private static func isPlainInPath(_ byte: UInt8) -> Bool {
    isPlain(byte) && byte != UInt8(ascii: "?")
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
