/// Some bytes out of ASCII, a bit each; all others together are in or out.
struct ByteKinds {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var hasOthers = false

  static let all: ByteKinds = {
    var all = ByteKinds("")
    (all.low, all.high, all.hasOthers) = (.max, .max, true)
    return all
  }()

  init(_ text: StaticString) {
    text.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return hasOthers }
    return (byte < 64 ? low : high) & (1 << UInt64(byte & 63)) != 0
  }
}
