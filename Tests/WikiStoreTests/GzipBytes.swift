/// Files as gzip writes them, made without packing or of nothing but zeros.
enum GzipBytes {
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  /// One stored block.
  static func stored(_ text: String) -> [UInt8] { stored(Array(text.utf8)) }

  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
    return header + [1, low, high, ~low, ~high] + bytes + number(checksum(bytes))
      + number(UInt32(bytes.count))
  }

  /// So many times 258 zeros, 13 bits each: `1`, `01` for the block, a zero, then copies of it.
  static func zeros(runs: Int) -> [UInt8] {
    var bits: [Bool] =
      [true, true, false] + [false, false, true, true, false, false, false, false]
    let copy =
      [true, true, false, false, false, true, false, true] + [Bool](repeating: false, count: 5)
    for _ in 0..<runs { bits += copy }
    bits += [Bool](repeating: false, count: 7)
    var bytes = header
    for start in stride(from: 0, to: bits.count, by: 8) {
      var byte: UInt8 = 0
      for (place, bit) in bits[start..<min(start + 8, bits.count)].enumerated() where bit {
        byte |= 1 << UInt8(place)
      }
      bytes.append(byte)
    }
    return bytes
  }

  private static func number(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
