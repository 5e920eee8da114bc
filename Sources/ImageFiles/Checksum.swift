import CZlib

extension ByteSource {
  /// The CRC-32 of a range, as PNG writes it behind each chunk; nil where the file ends before.
  mutating func checksum(from offset: Int, count: Int) -> UInt32? {
    var value: UInt = 0
    let isWhole = forEachWindow(from: offset, count: count) { bytes in
      value = crc32_z(value, bytes.baseAddress, bytes.count)
    }
    return isWhole ? UInt32(truncatingIfNeeded: value) : nil
  }
}
