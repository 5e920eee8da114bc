/// What a release is called: its number, and how the digest of its files begins.
///
/// Numbers tell the order; the digest makes sure that one name never means two sites.
package struct ReleaseName: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let number: Int
  let digest: String

  private static let digits = 6
  static let digestLength = 12
  /// What nobody reaches by publishing: names beyond are not ours, and counting on never overflows.
  private static let last = 999_999_999

  init(number: Int, digest: String) {
    self.number = number
    self.digest = String(digest.prefix(Self.digestLength))
  }

  /// Nil for names that no release has.
  init?(_ name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]),
      (1...Self.last).contains(number), parts[1].utf8.count == Self.digestLength,
      parts[1].allSatisfy(\.isHexDigit)
    else { return nil }
    self.init(number: number, digest: String(parts[1]))
    guard description == name else { return nil }
  }

  package var description: String {
    let text = String(number)
    return String(repeating: "0", count: max(0, Self.digits - text.utf8.count)) + text + "-"
      + digest
  }

  package static func < (left: ReleaseName, right: ReleaseName) -> Bool {
    (left.number, left.digest) < (right.number, right.digest)
  }

  /// Whether a user may mean this release: by its number, with zeros or without, or by its name.
  package func isMeant(by written: String) -> Bool {
    if let number = Int(written) { return number == self.number }
    return description == written
  }
}
