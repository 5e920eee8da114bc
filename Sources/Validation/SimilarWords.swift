/// Many words, ready to be found by others that are the same but for two slips of typing.
///
/// Two words that a slip parts (a letter too many, too few, wrong, or swapped with its neighbour)
/// become one when a letter is taken out of each. So each word is filed under what is left of it
/// without one or two of its letters, and looking one up costs its length, not the number of words.
struct SimilarWords: Sendable {
  /// The most slips by which a word may differ from the one that it is found by.
  private static let mostSlips = 2
  /// There are too many ways to take letters out of a longer word: those few are compared.
  private static let longest = 32
  /// So few words are looked through faster than they are looked up.
  private static let fewest = 16

  private let lengths: [Int]
  /// What may be left of a word in the upper half, its place in the list in the lower one; sorted. A long
  /// word has hundreds of them.
  private let filed: [UInt64]
  private let unfiled: [Int]

  init(_ words: [[UInt8]]) {
    lengths = words.map(\.count)
    let isFiled = words.count > Self.fewest
    unfiled = words.indices.filter { !isFiled || words[$0].count > Self.longest }
    guard isFiled else {
      filed = []
      return
    }
    let short = words.indices.filter { words[$0].count <= Self.longest }
    var filed: [UInt64] = []
    filed.reserveCapacity(short.reduce(0) { $0 + Self.most(remainsOf: words[$1].count) })
    for word in short {
      for remains in Self.remains(of: words[word]) {
        filed.append(UInt64(remains) << 32 | UInt64(UInt32(truncatingIfNeeded: word)))
      }
    }
    filed.sort()
    self.filed = filed
  }

  /// Where all words stand in the list that differ from a word by at most two slips, and some others
  /// of about its length; in the order of the list.
  func candidates(for word: [UInt8]) -> [Int] {
    var found = unfiled.filter { abs(lengths[$0] - word.count) <= Self.mostSlips }
    guard !filed.isEmpty, word.count <= Self.longest + Self.mostSlips else { return found }
    for remains in Self.remains(of: word) {
      var place = firstPlace(of: remains)
      while place < filed.count, filed[place] >> 32 == remains {
        found.append(Int(UInt32(truncatingIfNeeded: filed[place])))
        place += 1
      }
    }
    found.sort()
    return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
  }

  private func firstPlace(of remains: UInt32) -> Int {
    var low = 0
    var high = filed.count
    while low < high {
      let middle = (low + high) / 2
      if filed[middle] >> 32 < remains { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func most(remainsOf length: Int) -> Int { 1 + length * (length + 1) / 2 }

  /// A number for the word and for each way to take one or two letters out of it; two ways that leave
  /// the same letters have the same number, which is listed once.
  private static func remains(of word: [UInt8]) -> Set<UInt32> {
    var remains: Set<UInt32> = [number(word, without: word.count, word.count)]
    for first in word.indices {
      remains.insert(number(word, without: first, word.count))
      for second in (first + 1)..<max(first + 1, word.count) {
        remains.insert(number(word, without: first, second))
      }
    }
    return remains
  }

  /// Two words of one number are only looked at in vain.
  private static func number(_ word: [UInt8], without first: Int, _ second: Int) -> UInt32 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in word.indices where place != first && place != second {
      number = (number ^ UInt64(word[place])) &* 0x100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: number ^ number >> 32)
  }
}
