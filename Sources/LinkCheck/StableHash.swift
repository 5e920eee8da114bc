/// A number that a text always has, on every machine: FNV-1a of 64 bits.
enum StableHash {
  static func value(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A span of time made longer or shorter by up to so many percent, so that links that were checked
  /// together are not all due again at once.
  static func spread(_ seconds: Int, percent: Int, by text: String) -> Int {
    let steps = 2_001
    let step = Int(value(text.utf8) % UInt64(steps)) - steps / 2
    return seconds + seconds * percent * step / (100 * (steps / 2))
  }
}
