/// A version as numbers, compared part by part: 5.5 comes before 5.10, and 6 is 6.0.
struct VersionNumber: Sendable, Hashable, Comparable {
  /// Without zeros at its end.
  private let parts: [Int]

  /// Nil for what is no row of numbers joined by dots, such as `2019 SP1`.
  init?(_ text: some StringProtocol) {
    var parts: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      // More digits are no version that anybody means.
      guard part.utf8.count <= 9, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      parts.append(number)
    }
    self.init(parts)
  }

  private init(_ parts: [Int]) {
    let end = parts.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    self.parts = Array(parts[..<end])
  }

  /// What comes behind all versions that begin with this one: `78` has `78.5.1`.
  var endOfFamily: VersionNumber { VersionNumber(parts + [Int.max]) }

  static func < (left: VersionNumber, right: VersionNumber) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

/// A stretch of versions, both ends in it; nil leaves an end open.
struct VersionSpan: Sendable, Hashable {
  let lower: VersionNumber?
  let upper: VersionNumber?

  /// One version, such as `6`, or all that begin alike, such as `5.x`; nil for other words.
  init?(version: some StringProtocol) {
    if version.hasSuffix(".x") || version.hasSuffix(".X") {
      guard let family = VersionNumber(version.dropLast(2)) else { return nil }
      lower = family
      upper = family.endOfFamily
    } else {
      guard let number = VersionNumber(version) else { return nil }
      lower = number
      upper = number
    }
  }

  /// Nil where an end is no number.
  init?(from: String?, through: String?) {
    lower = from.flatMap { VersionSpan(version: $0)?.lower }
    upper = through.flatMap { VersionSpan(version: $0)?.upper }
    guard (from == nil) == (lower == nil), (through == nil) == (upper == nil) else { return nil }
  }

  /// Whether a version lies in it, or belongs to one that does: 78.5 belongs to 78.
  func covers(_ version: VersionNumber) -> Bool {
    (lower.map { $0 <= version } ?? true) && (upper.map { version <= $0.endOfFamily } ?? true)
  }

  /// By where they begin; those with an open beginning first.
  static func begins(_ left: VersionSpan, before right: VersionSpan) -> Bool {
    guard let second = right.lower else { return false }
    return left.lower.map { $0 < second } ?? true
  }

  /// Whether it reaches as far as another one begins, which begins no earlier.
  func reaches(_ later: VersionSpan) -> Bool {
    guard let upper, let lower = later.lower else { return true }
    return lower <= upper
  }

  func ends(before other: VersionSpan) -> Bool {
    guard let upper else { return false }
    return other.upper.map { upper < $0 } ?? true
  }
}
