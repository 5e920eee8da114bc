/// The pairs of neighbouring letters of a text, by which two texts are told to be alike: a word put in or
/// changed costs what it is long, in languages with spaces and in those without.
package struct LetterPairs: Sendable {
  /// Sorted, as often as each stands in the text.
  private let pairs: [UInt64]

  package init(_ letters: [UInt32]) {
    pairs = zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
  }

  package var isEmpty: Bool { pairs.isEmpty }
  package var count: Int { pairs.count }

  /// The share of pairs that both have: 1 where all are the same, 0 where none is, or where there is none.
  package func likeness(to other: LetterPairs) -> Double {
    guard !isEmpty, !other.isEmpty else { return 0 }
    var (left, right, common) = (0, 0, 0)
    while left < pairs.count, right < other.pairs.count {
      if pairs[left] == other.pairs[right] {
        common += 1
        left += 1
        right += 1
      } else if pairs[left] < other.pairs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(2 * common) / Double(pairs.count + other.pairs.count)
  }
}
