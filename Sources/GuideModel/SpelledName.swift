/// A client's name as people spell it: its words apart, joined, with hyphens or with middle dots.
///
/// `Outlook Express`, `Outlook-Express` and `OutlookExpress` are one name; so is what is folded alike.
struct SpelledName: Sendable {
  private let words: [[UInt8]]
  /// Bytes of the words, by which longer names go before shorter ones.
  let length: Int
  fileprivate let pairs: BytePairs
  private let beginsWithLetter: Bool
  private let endsWithLetter: Bool

  init(_ text: String) {
    words = Self.words(of: FoldedText(text).bytes)
    length = words.reduce(0) { $0 + $1.count }
    // What stands between the words may differ.
    var pairs = BytePairs()
    for word in words {
      for (first, second) in zip(word, word.dropFirst()) { pairs.insert(first, second) }
    }
    self.pairs = pairs
    beginsWithLetter = words.first?.first.map(FoldedText.isLetter) ?? false
    endsWithLetter = words.last?.last.map(FoldedText.isLetter) ?? false
  }

  /// Equal for all spellings of one name.
  static func key(of text: String) -> [UInt8] { Array(words(of: FoldedText(text).bytes).joined()) }

  /// Where the name ends that begins at `start`; nil where none does.
  func end(in bytes: [UInt8], at start: Int) -> Int? {
    if beginsWithLetter, start > 0, FoldedText.isLetter(bytes[start - 1]) { return nil }
    var index = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        let gap = Self.gap(in: bytes, at: index)
        index += gap
      }
      guard index + word.count <= bytes.count else { return nil }
      for position in word.indices where bytes[index + position] != word[position] { return nil }
      index += word.count
    }
    if endsWithLetter, index < bytes.count, FoldedText.isLetter(bytes[index]) { return nil }
    return words.isEmpty ? nil : index
  }

  /// Its words joined, equal for all spellings of one name.
  var key: [UInt8] { Array(words.joined()) }

  /// The byte that it begins with.
  var first: UInt8? { words.first?.first }

  private static func words(of bytes: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      let gap = gap(in: bytes, at: index)
      if gap > 0 {
        index += gap
        if words[words.count - 1].isEmpty == false { words.append([]) }
      } else {
        words[words.count - 1].append(bytes[index])
        index += 1
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// How many bytes of white space, hyphens and middle dots stand here.
  static func gap(in bytes: [UInt8], at start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "_"): index += 1
      // The middle dot of katakana, the narrow one, and hyphens of their own.
      case 0xE3 where matches(bytes, index, 0x83, 0xBB),
        0xEF where matches(bytes, index, 0xBD, 0xA5),
        0xE2 where matches(bytes, index, 0x80, 0x90), 0xE2 where matches(bytes, index, 0x80, 0x91):
        index += 3
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB7: index += 2
      default: return index - start
      }
    }
    return index - start
  }

  private static func matches(_ bytes: [UInt8], _ index: Int, _ second: UInt8, _ third: UInt8)
    -> Bool
  {
    index + 2 < bytes.count && bytes[index + 1] == second && bytes[index + 2] == third
  }
}

extension FoldedText {
  /// The first name of a list that stands in the text, and where; most are not even fetched.
  func find(firstOf names: [SpelledName]) -> (index: Int, range: Range<Int>)? {
    for index in names.indices where pairs.mayContain(names[index].pairs) {
      if let range = find(names[index]) { return (index, range) }
    }
    return nil
  }

  /// Where a name stands first, in any of its spellings.
  func find(_ name: SpelledName) -> Range<Int>? {
    guard let first = name.first, bytes.count >= name.length, pairs.mayContain(name.pairs) else {
      return nil
    }
    for index in 0...(bytes.count - name.length) where bytes[index] == first {
      if let end = name.end(in: bytes, at: index) { return index..<end }
    }
    return nil
  }
}
