import CDigest
import CSHA256

/// SHA-256 of bytes as 64 lower-case hexadecimal digits, for names that change with the content.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String {
    let count = Int(SHA256_DIGEST_LENGTH)
    let digest = [UInt8](unsafeUninitializedCapacity: count) { digest, filled in
      guard let place = digest.baseAddress else { return }
      // The processor's own instructions take a seventh of the time; not every one has them.
      if wikiguide_sha256(bytes, bytes.count, place) == 0 {
        var context = SHA2_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes, bytes.count)
        SHA256Final(place, &context)
      }
      filled = count
    }
    return String(unsafeUninitializedCapacity: 2 * count) { text in
      for (index, byte) in digest.enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 2 * count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
