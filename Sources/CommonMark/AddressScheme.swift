/// What the beginning of an address says of it, and which bytes may stand in one.
enum AddressScheme {
  /// Whether following the address runs what it holds, or leads to the reader's own files. Pictures
  /// that stand in their address do no harm.
  static func isDangerous(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = address.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "j"): return begins(address, with: "javascript:")
    case UInt8(ascii: "v"): return begins(address, with: "vbscript:")
    case UInt8(ascii: "f"): return begins(address, with: "file:")
    case UInt8(ascii: "d"):
      return begins(address, with: "data:") && !begins(address, with: "data:image/png")
        && !begins(address, with: "data:image/gif") && !begins(address, with: "data:image/jpeg")
        && !begins(address, with: "data:image/webp")
    default: return false
    }
  }

  /// Whether the address begins with a scheme, so that Markdown may write it between angle brackets.
  static func isWhole(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = address.first, isLetter(first) else { return false }
    var length = 1
    while length < address.count, isOfScheme(address[length]) { length += 1 }
    return (2...32).contains(length) && length < address.count
      && address[length] == UInt8(ascii: ":")
  }

  static func isMail(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    "mailto:".utf8.count <= address.count && zip("mailto:".utf8, address).allSatisfy(==)
  }

  /// Whether a byte may stand in an address of HTML as it is.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
      UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: isLetter(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// - Parameter name: in small letters.
  private static func begins(
    _ address: UnsafeBufferPointer<UInt8>, with name: StaticString
  ) -> Bool {
    guard address.count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount {
      let byte = address[index]
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if (isCapital ? byte | 0x20 : byte) != name.utf8Start[index] { return false }
    }
    return true
  }
}
