/// A file that pages need: its name changes with its bytes, so that browsers may keep it for ever.
struct Asset: Sendable {
  /// From the site's root.
  let path: String
  let bytes: [UInt8]

  init(_ name: String, _ ending: String, _ bytes: [UInt8]) {
    path = "assets/\(name)-\(Self.fingerprint(bytes)).\(ending)"
    self.bytes = bytes
  }

  /// FNV-1a, 64 bits: enough to tell versions of one file apart.
  private static func fingerprint(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
