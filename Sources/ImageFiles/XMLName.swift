/// A name in a document: where it stands, and numbers by which names are told apart.
package struct XMLName: Equatable {
  let start: Int
  let count: Int
  /// 0 where there is no prefix.
  let prefix: UInt64
  package let local: UInt64

  package static func == (left: XMLName, right: XMLName) -> Bool {
    left.local == right.local && left.prefix == right.prefix && left.count == right.count
  }

  /// FNV-1a, by which two names that are meant to agree can be made; then a fault is not found.
  private static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }
  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  package static func hash(_ text: String) -> UInt64 { text.utf8.reduce(basis, mix) }

  /// Reads the name at an offset; nil where none begins there.
  init?(_ source: inout ByteSource, at start: Int) {
    guard let first = source.byte(at: start), first.isXMLNameStart else { return nil }
    var (hash, prefix) = (Self.basis, UInt64(0))
    let end = source.first(from: start) { byte in
      guard byte.isXMLNameByte else { return true }
      if byte == UInt8(ascii: ":"), prefix == 0 {
        (prefix, hash) = (hash, Self.basis)
      } else {
        hash = Self.mix(hash, byte)
      }
      return false
    }
    self.start = start
    count = (end ?? source.count) - start
    self.prefix = prefix
    local = hash
  }

  var end: Int { start + count }

  /// The name as written, shortened where it is long.
  func text(in source: inout ByteSource) -> String {
    let bytes = source.bytes(at: start, atMost: min(count, 40))
    return String(decoding: bytes, as: UTF8.self) + (count > 40 ? "…" : "")
  }
}
