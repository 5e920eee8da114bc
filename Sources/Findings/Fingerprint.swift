import SourceText

/// By what a finding is known again on a later run: its rule, its file, what it is about, and the
/// guide and step in which that stands. Not its line, which any edit above it moves.
///
/// Findings that have all of this in common are counted in the order of the file: the second one of
/// `0f3a…` is `0f3a…-2`.
package enum Fingerprint {
  /// Half of the digits that are usual for a digest: enough for millions of findings.
  static let length = 16

  static func all(_ diagnostics: [Diagnostic], hash: ([UInt8]) -> String) -> [String] {
    var counts: [String: Int] = [:]
    var fingerprints = Array(repeating: "", count: diagnostics.count)
    // Whoever gives the findings may have sorted them by severity.
    let inFileOrder = diagnostics.indices.sorted {
      (diagnostics[$0].place, $0) < (diagnostics[$1].place, $1)
    }
    for index in inFileOrder {
      let base = String(hash(identity(diagnostics[index])).prefix(length))
      let count = counts[base, default: 0] + 1
      counts[base] = count
      fingerprints[index] = count == 1 ? base : "\(base)-\(count)"
    }
    return fingerprints
  }

  /// Whether text is a fingerprint as they are made here.
  static func isFingerprint(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let digits = parts.first, digits.utf8.count == length, parts.count <= 2 else {
      return false
    }
    let isHexadecimal = digits.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...102).contains(byte)
    }
    return isHexadecimal && (parts.count == 1 || Int(parts[1]).map { $0 > 1 } == true)
  }

  /// Parts are kept apart by NUL, which no text has.
  private static func identity(_ diagnostic: Diagnostic) -> [UInt8] {
    let parts = [
      diagnostic.rule, diagnostic.place.path, diagnostic.subject ?? diagnostic.message,
      diagnostic.context.guide ?? "", diagnostic.context.step ?? "",
    ]
    return Array(parts.map(\.maskingPasswords).joined(separator: "\0").utf8)
  }
}
