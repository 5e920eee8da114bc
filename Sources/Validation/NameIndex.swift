/// Many names made ready for finding the nearest to a mistyped one, again and again.
struct NameIndex: Sendable {
  private struct Entry: Sendable {
    let name: String
    let scalars: [Unicode.Scalar]
  }

  /// What a name must have in common with a mistyped one: `step-2` is no slip for `step-1`.
  private struct Kind: Hashable {
    let digits: [Unicode.Scalar]
    let length: Int
  }

  /// A name of a kind: its place in the list, and a bit for each kind of letter that occurs.
  private struct Place: Sendable {
    let index: Int
    let signature: UInt64
  }

  private let entries: [Entry]
  private let places: [Kind: [Place]]
  private let byFoldedName: [String: String]

  /// Comparing letter by letter is dear: where more names than this are as like as that, one is as
  /// good an offer as the next.
  private static let mostComparisons = 1_000

  init(_ names: [String]) {
    entries = names.map { Entry(name: $0, scalars: Array($0.lowercased().unicodeScalars)) }
    var places: [Kind: [Place]] = [:]
    for (index, entry) in entries.enumerated() {
      let kind = Kind(digits: entry.scalars.filter(Self.isDigit), length: entry.scalars.count)
      places[kind, default: []].append(
        Place(index: index, signature: Self.signature(entry.scalars)))
    }
    self.places = places
    byFoldedName = Dictionary(
      names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func nearest(to written: String) -> String? {
    let folded = written.lowercased()
    if let other = byFoldedName[folded], other != written { return other }
    let wanted = Array(folded.unicodeScalars)
    let signature = Self.signature(wanted)
    // One slip in a short name, three in a long one; in one or two letters anything is near.
    var limit = wanted.count < 3 ? 0 : min(3, max(1, wanted.count / 4))
    var nearest: String?
    var comparisons = 0
    var names = NamesInOrder(places(of: wanted, slips: limit))
    while limit > 0, let place = names.next() {
      let entry = entries[place.index]
      // A slip changes two of the marks at most.
      guard abs(entry.scalars.count - wanted.count) <= limit,
        (place.signature ^ signature).nonzeroBitCount <= 2 * limit, entry.name != written
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

  /// The names that may be so near, a list for each length.
  private func places(of wanted: [Unicode.Scalar], slips: Int) -> [[Place]] {
    let digits = wanted.filter(Self.isDigit)
    return ((wanted.count - slips)...(wanted.count + slips)).compactMap {
      places[Kind(digits: digits, length: $0)]
    }
  }

  /// Walks over names of several lists in the order in which they were given to the index.
  private struct NamesInOrder {
    private var lists: [ArraySlice<Place>]

    init(_ lists: [[Place]]) { self.lists = lists.map { $0[...] } }

    mutating func next() -> Place? {
      var least: Int?
      for index in lists.indices {
        guard let first = lists[index].first else { continue }
        if first.index < least.flatMap({ lists[$0].first?.index }) ?? Int.max { least = index }
      }
      return least.flatMap { lists[$0].popFirst() }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// One bit for each kind of letter that occurs.
  private static func signature(_ scalars: [Unicode.Scalar]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
