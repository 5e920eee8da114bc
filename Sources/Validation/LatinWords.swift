import SourceText

/// Runs of Latin letters in a text, with their places.
struct LatinWords {
  private let bytes: [UInt8]
  private(set) var ranges: [SourceRange] = []
  /// Whether nothing but spaces stands between a word and the one before it.
  private var followsWord: [Bool] = []

  /// - Parameter splitsAtCapitals: whether `PopBeforeSmtp` is three words.
  init(_ bytes: [UInt8], in range: SourceRange, splitsAtCapitals: Bool = false) {
    self.bytes = bytes
    let end = min(range.upper, bytes.count)
    var index = range.lower
    var follows = false
    while index < end {
      guard Self.isLetter(bytes[index]) else {
        follows = follows && bytes[index] == UInt8(ascii: " ")
        index += 1
        continue
      }
      let start = index
      repeat {
        index += 1
      } while index < end && Self.isLetter(bytes[index])
        && !(splitsAtCapitals && Self.isCapital(bytes[index]))
      ranges.append(SourceRange(start, index))
      followsWord.append(follows)
      follows = true
    }
  }

  /// The first letter of a word, in lower case.
  func firstLetter(at index: Int) -> UInt8 { bytes[ranges[index].lower] | 0x20 }

  /// A word in lower case. Few of a page's words are looked at so closely.
  func word(at index: Int) -> [UInt8] {
    bytes[ranges[index].lower..<ranges[index].upper].map { $0 | 0x20 }
  }

  /// The words from one on that only spaces part.
  func run(from start: Int, atMost count: Int) -> [[UInt8]] {
    var end = start + 1
    while end < ranges.count, end - start < count, followsWord[end] { end += 1 }
    return (start..<end).map(word)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}
