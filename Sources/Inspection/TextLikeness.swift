/// How much of two texts is the same: 1 for equal ones, 0 for those that share nothing.
///
/// Counts pairs of neighbouring letters, so that a word put in or changed costs what it is long, in
/// languages with spaces and in those without.
struct TextLikeness: Sendable {
  let text: String
  /// Sorted, as often as each stands in the text.
  private let pairs: [UInt64]

  /// - Parameter folded: text in which what should not count has been made alike.
  init(_ folded: String) {
    text = folded
    let letters = folded.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
    pairs = zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
  }

  var isEmpty: Bool { text.isEmpty }

  func isSame(as other: TextLikeness) -> Bool { text == other.text }

  func likeness(to other: TextLikeness) -> Double {
    if text == other.text { return 1 }
    let most = min(pairs.count, other.pairs.count)
    guard most > 0 else { return 0 }
    var shared = 0
    var (left, right) = (0, 0)
    while left < pairs.count, right < other.pairs.count {
      if pairs[left] == other.pairs[right] {
        shared += 1
        left += 1
        right += 1
      } else if pairs[left] < other.pairs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return Double(2 * shared) / Double(pairs.count + other.pairs.count)
  }
}
