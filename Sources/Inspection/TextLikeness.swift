import SourceText

/// How much of two texts is the same: 1 for equal ones, 0 for those that share nothing.
struct TextLikeness: Sendable {
  let text: String
  private let pairs: LetterPairs

  /// - Parameter folded: text in which what should not count has been made alike.
  init(_ folded: String) {
    text = folded
    pairs = LetterPairs(folded.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value))
  }

  var isEmpty: Bool { text.isEmpty }

  func isSame(as other: TextLikeness) -> Bool { text == other.text }

  func likeness(to other: TextLikeness) -> Double {
    text == other.text ? 1 : pairs.likeness(to: other.pairs)
  }
}
