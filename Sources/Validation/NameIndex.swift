/// Many names made ready for finding the nearest to a mistyped one, again and again.
struct NameIndex: Sendable {
  private struct Entry: Sendable {
    let name: String
    let scalars: [Unicode.Scalar]
    let digits: [Unicode.Scalar]
    let signature: UInt64
  }

  private let entries: [Entry]
  private let byFoldedName: [String: String]

  /// Comparing letter by letter is dear: where more names than this are as like as that, one is as
  /// good an offer as the next.
  private static let mostComparisons = 1_000

  init(_ names: [String]) {
    entries = names.map { name in
      let scalars = Array(name.lowercased().unicodeScalars)
      return Entry(
        name: name, scalars: scalars, digits: scalars.filter(Self.isDigit),
        signature: Self.signature(scalars))
    }
    byFoldedName = Dictionary(
      names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func nearest(to written: String) -> String? {
    let folded = written.lowercased()
    if let other = byFoldedName[folded], other != written { return other }
    let wanted = Array(folded.unicodeScalars)
    let digits = wanted.filter(Self.isDigit)
    let signature = Self.signature(wanted)
    // One slip in a short name, three in a long one; in one or two letters anything is near.
    var limit = wanted.count < 3 ? 0 : min(3, max(1, wanted.count / 4))
    var nearest: String?
    var comparisons = 0
    for entry in entries where limit > 0 {
      // A slip changes two of the marks at most. `step-2` is no slip for `step-1`.
      guard abs(entry.scalars.count - wanted.count) <= limit,
        (entry.signature ^ signature).nonzeroBitCount <= 2 * limit, entry.digits == digits,
        entry.name != written
      else { continue }
      comparisons += 1
      if comparisons > Self.mostComparisons { break }
      guard let distance = EditDistance.between(wanted, entry.scalars, limit: limit) else {
        continue
      }
      nearest = entry.name
      limit = distance - 1
    }
    return nearest
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// One bit for each kind of letter that occurs.
  private static func signature(_ scalars: [Unicode.Scalar]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
