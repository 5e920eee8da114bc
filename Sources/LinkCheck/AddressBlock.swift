/// A range of addresses, written `10.1.0.0/16`.
package struct AddressBlock: Sendable, Hashable {
  private let start: IPAddress
  private let length: Int

  /// Reads an address, alone or with the count of bits that count.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let start = IPAddress(first) else { return nil }
    let bits = start.bytes.count * 8
    var length = bits
    if parts.count == 2 {
      guard let written = Int(parts[1]), (0...bits).contains(written),
        parts[1].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else { return nil }
      length = written
    }
    self.start = start
    self.length = length
  }

  package func contains(_ address: IPAddress) -> Bool {
    guard address.bytes.count == start.bytes.count else { return false }
    for (index, byte) in address.bytes.enumerated() {
      let left = length - index * 8
      guard left > 0 else { return true }
      let mask: UInt8 = left >= 8 ? 0xFF : ~(0xFF >> left)
      guard byte & mask == start.bytes[index] & mask else { return false }
    }
    return true
  }
}
