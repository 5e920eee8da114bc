import CDigest

/// SHA-256 of bytes as 64 lower-case hexadecimal digits, for names that change with the content.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    // The digits and the NUL behind them.
    var digits = [CChar](repeating: 0, count: Int(SHA256_DIGEST_LENGTH) * 2 + 1)
    _ = SHA256End(&context, &digits)
    return String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
