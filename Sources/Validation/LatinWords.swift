import SourceText

/// Runs of Latin letters in a text, in lower case, with their places.
struct LatinWords {
  private(set) var words: [[UInt8]] = []
  private(set) var ranges: [SourceRange] = []
  /// Whether nothing but spaces stands between a word and the one before it.
  private(set) var followsWord: [Bool] = []

  /// - Parameter splitsAtCapitals: whether `PopBeforeSmtp` is three words.
  init(_ bytes: [UInt8], in range: SourceRange, splitsAtCapitals: Bool = false) {
    var word: [UInt8] = []
    var follows = false
    for index in range.lower..<min(range.upper, bytes.count) {
      let byte = bytes[index]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if isCapital && splitsAtCapitals, !word.isEmpty {
        add(&word, endingAt: index, follows)
        follows = true
      }
      if isCapital || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") {
        word.append(byte | 0x20)
        continue
      }
      let isSpace = byte == UInt8(ascii: " ")
      if word.isEmpty {
        follows = follows && isSpace
      } else {
        add(&word, endingAt: index, follows)
        follows = isSpace
      }
    }
    add(&word, endingAt: min(range.upper, bytes.count), follows)
  }

  /// The words from one on that only spaces part.
  func run(from start: Int) -> ArraySlice<[UInt8]> {
    var end = start + 1
    while end < words.count, followsWord[end] { end += 1 }
    return words[start..<end]
  }

  private mutating func add(_ word: inout [UInt8], endingAt end: Int, _ follows: Bool) {
    guard !word.isEmpty else { return }
    words.append(word)
    ranges.append(SourceRange(end - word.count, end))
    followsWord.append(follows)
    word = []
  }
}
