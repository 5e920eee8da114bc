import CDigest

/// A UUID that is made from a name (version 5 of RFC 9562): the same name, the same UUID.
struct NameUUID {
  private let bytes: [UInt8]

  /// The UUID of a name in DNS.
  static func of(domain: String) -> NameUUID {
    NameUUID(bytes: [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]).named(domain)
  }

  /// The UUID of a name among those of this one.
  func named(_ name: String) -> NameUUID {
    var digest = Array(Self.sha1(bytes + Array(name.utf8)).prefix(16))
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return NameUUID(bytes: digest)
  }

  /// In capitals, as Apple's tools write them.
  var text: String {
    let digits = bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "0" + digits : digits
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }

  private static func sha1(_ bytes: [UInt8]) -> [UInt8] {
    var context = SHA1_CTX()
    SHA1Init(&context)
    SHA1Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
    SHA1Final(&digest, &context)
    return digest
  }
}
