#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An address of the network layer: four bytes or sixteen.
package struct IPAddress: Sendable, Hashable {
  package let bytes: [UInt8]

  /// Takes four bytes or sixteen.
  init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads `192.0.2.1` and `2001:db8::1`, in their usual spellings only.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(bytes: withUnsafeBytes(of: &four) { Array($0) })
      return
    }
    var sixteen = in6_addr()
    guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
    self.init(bytes: withUnsafeBytes(of: &sixteen) { Array($0) })
  }

  /// Reads what a socket is about to be connected to; nil for families other than the two.
  init?(_ address: UnsafePointer<sockaddr>) {
    let start = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      let four = start.loadUnaligned(as: sockaddr_in.self).sin_addr
      self.init(bytes: withUnsafeBytes(of: four) { Array($0) })
    case AF_INET6:
      let sixteen = start.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self.init(bytes: withUnsafeBytes(of: sixteen) { Array($0) })
    default: return nil
    }
  }

  /// The spelling that everybody else prints too.
  package var text: String {
    var buffer = [CChar](repeating: 0, count: 64)
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// The IPv4 address that `::ffff:…` is another spelling of.
  var unmapped: IPAddress? {
    guard bytes.count == 16, bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF,
      bytes[11] == 0xFF
    else { return nil }
    return IPAddress(bytes: Array(bytes[12...]))
  }

  /// The IPv4 addresses that a packet to this IPv6 address may end up at: those that are written
  /// into it by mapping, translation (NAT64) and tunnels (6to4, Teredo, ISATAP).
  var carried: [IPAddress] {
    guard bytes.count == 16 else { return [] }
    func four(_ offset: Int) -> [UInt8] { Array(bytes[offset..<(offset + 4)]) }
    var found: [[UInt8]] = []
    let startsWithZeros = bytes[..<8].allSatisfy { $0 == 0 }
    if startsWithZeros { found.append(four(12)) }
    if bytes[..<12] == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { found.append(four(12)) }
    if bytes[..<6] == [0, 0x64, 0xFF, 0x9B, 0, 1] { found.append(four(12)) }
    if bytes[..<2] == [0x20, 0x02] { found.append(four(2)) }
    if bytes[..<4] == [0x20, 0x01, 0, 0] {
      found.append(four(4))
      found.append(four(12).map { ~$0 })
    }
    if bytes[9..<12] == [0, 0x5E, 0xFE] { found.append(four(12)) }
    return found.compactMap(IPAddress.init(bytes:))
  }
}
