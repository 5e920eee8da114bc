/// Keeps a text inside its field of a line: bytes that would end either are written as `%` and two
/// digits. All else stays readable, the escapes of addresses too.
enum FieldEscapes {
  static func escaped(_ text: String, also more: [UInt8] = []) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (offset, byte) in bytes.enumerated() {
      let looksEscaped =
        byte == UInt8(ascii: "%")
        && value(of: bytes[offset...]).map { isBreaking($0, more) } == true
      if looksEscaped || (byte != UInt8(ascii: "%") && isBreaking(byte, more)) {
        result += PercentCoding.encoded(CollectionOfOne(byte)) { _ in true }.utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func unescaped(_ text: Substring, also more: [UInt8] = []) -> String {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if let value = value(of: rest), isBreaking(value, more) {
        result.append(value)
        rest = rest.dropFirst(3)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isBreaking(_ byte: UInt8, _ more: [UInt8]) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") || more.contains(byte)
  }

  /// What an escape at the start of some bytes stands for.
  private static func value(of bytes: ArraySlice<UInt8>) -> UInt8? {
    let escape = bytes.prefix(3)
    guard escape.count == 3, escape.first == UInt8(ascii: "%") else { return nil }
    return UInt8(String(decoding: escape.dropFirst(), as: UTF8.self), radix: 16)
  }
}
