import SourceText

/// Walks over the runs of Latin letters in a text, and compares them in lower case.
struct LatinWords {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// Whether `PopBeforeSmtp` is three words.
  private let splitsAtCapitals: Bool
  private var index: Int

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: SourceRange, splitsAtCapitals: Bool = false
  ) {
    self.bytes = bytes
    self.splitsAtCapitals = splitsAtCapitals
    index = range.lower
    end = min(range.upper, bytes.count)
  }

  /// The next word.
  mutating func next() -> SourceRange? {
    while index < end, !Self.isLetter(bytes[index]) { index += 1 }
    guard index < end else { return nil }
    let start = index
    index = self.end(ofWordAt: start)
    return SourceRange(start, index)
  }

  /// The words from one on that only spaces part.
  func run(from word: SourceRange, atMost count: Int) -> [SourceRange] {
    var run = [word]
    var next = word.upper
    while run.count < count {
      while next < end, bytes[next] == UInt8(ascii: " ") { next += 1 }
      guard next < end, Self.isLetter(bytes[next]) else { break }
      run.append(SourceRange(next, end(ofWordAt: next)))
      next = run[run.count - 1].upper
    }
    return run
  }

  private func end(ofWordAt start: Int) -> Int {
    var index = start + 1
    while index < end, Self.isLetter(bytes[index]),
      !(splitsAtCapitals && Self.isCapital(bytes[index]))
    {
      index += 1
    }
    return index
  }

  /// The first letter of a word, in lower case.
  func firstLetter(of word: SourceRange) -> UInt8 { bytes[word.lower] | 0x20 }

  /// A word in lower case.
  func text(_ word: SourceRange) -> [UInt8] { bytes[word.lower..<word.upper].map { $0 | 0x20 } }

  /// Which letters a word has.
  func letters(of word: SourceRange) -> LetterSet {
    var letters = LetterSet()
    for index in word.lower..<word.upper { letters.insert(bytes[index]) }
    return letters
  }

  /// A number for words: the same for the same letters, and hardly ever for others.
  func number(of words: ArraySlice<SourceRange>) -> UInt64 {
    var number = WordNumber()
    for word in words {
      for index in word.lower..<word.upper { number.add(bytes[index] | 0x20) }
      number.add(UInt8(ascii: " "))
    }
    return number.value
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}

/// A number made of letters one by one.
struct WordNumber {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

/// Which Latin letters a word has, whatever their case.
struct LetterSet {
  private var bits: UInt32 = 0

  mutating func insert(_ letter: UInt8) { bits |= 1 << UInt32(letter & 0x1F) }

  /// Whether so many slips may part a word with these letters from one with others: each slip takes one
  /// letter away at most, and brings one in.
  func mayBecome(_ other: LetterSet, slips: Int) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 2 * slips
  }
}
