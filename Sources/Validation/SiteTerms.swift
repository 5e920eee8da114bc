import GuideModel
import SourceText

/// The names of clients and features that a site uses, ready to be compared with its words.
///
/// Only names of plain Latin letters take part: they are what can be mistyped by a letter.
struct SiteTerms: Sendable {
  struct Term: Sendable {
    let name: String
    /// In lower case, one entry a word.
    let words: [[UInt8]]
    /// Letters in all words.
    let length: Int
  }

  /// Terms that begin with the same word.
  private struct Family: Sendable {
    let firstWord: [UInt8]
    let letters: LetterSet
    /// How many slips the first word may have.
    let slips: Int
    private let terms: [Term]
    /// The words of each term, with a space between.
    private let similar: SimilarWords
    private let wordCounts: [Int]
    /// Words in the name that has most.
    var longestName: Int { wordCounts.last ?? 0 }

    init(_ firstWord: [UInt8], _ terms: [Term]) {
      self.firstWord = firstWord
      self.terms = terms
      letters = firstWord.reduce(into: LetterSet()) { $0.insert($1) }
      slips = min(2, firstWord.count / 3)
      similar = SimilarWords(terms.map { Self.joined($0.words[...]) })
      wordCounts = Set(terms.map(\.words.count)).sorted()
    }

    /// The terms that the first of some words may be, in order.
    func terms(like words: [[UInt8]]) -> [Term] {
      let counts = wordCounts.filter { $0 <= words.count }
      let found = counts.flatMap { count in
        similar.candidates(for: Self.joined(words[..<count])).filter {
          terms[$0].words.count == count
        }
      }
      return found.sorted().map { terms[$0] }
    }

    private static func joined(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
      Array(words.joined(separator: [UInt8(ascii: " ")]))
    }
  }

  /// The families whose first words begin with the same letter.
  private struct Letter: Sendable {
    private let families: [Family]
    private let similar: SimilarWords
    /// How many letters a word may have that is nearly the first of one of them, a bit for each number;
    /// the last bit stands for all greater ones.
    private let lengths: UInt64
    /// Words in the name that has most.
    let longestName: Int

    /// So few families are looked through faster than they are looked up.
    private static let few = 64

    init(_ families: [Family]) {
      self.families = families
      similar = SimilarWords(families.count > Self.few ? families.map(\.firstWord) : [])
      longestName = families.map(\.longestName).max() ?? 0
      lengths = families.reduce(0) { lengths, family in
        let count = family.firstWord.count
        return ((count - family.slips)...(count + family.slips)).reduce(lengths) {
          $0 | Self.bit(ofLength: $1)
        }
      }
    }

    private static func bit(ofLength length: Int) -> UInt64 { 1 << UInt64(min(max(length, 0), 63)) }

    func mayHave(length: Int) -> Bool { lengths & Self.bit(ofLength: length) != 0 }

    /// Whether a word may nearly be the first of some family.
    func mayHave(_ word: SourceRange, of words: LatinWords) -> Bool {
      guard families.count <= Self.few else { return true }
      let letters = words.letters(of: word)
      return families.contains {
        abs($0.firstWord.count - word.count) <= $0.slips
          && $0.letters.mayBecome(letters, slips: $0.slips)
      }
    }

    /// Those whose first word may nearly be a word, and some others.
    func candidates(for word: [UInt8]) -> [Family] {
      families.count <= Self.few
        ? families : similar.candidates(for: word).map { families[$0] }
    }
  }

  /// By the first letter of the first word: a slip there is rare, and this keeps reading cheap.
  private let byFirstLetter: [Letter]
  /// Names that are spelled right, by the numbers of their words.
  private let spellings: [UInt64: [[[UInt8]]]]
  /// How many words names have, the greatest number first.
  private let wordCounts: [Int]

  init(_ library: GuideLibrary) {
    var byFirstLetter = [[(word: [UInt8], terms: [Term])]](repeating: [], count: 26)
    var families: [[UInt8]: Int] = [:]
    var spellings: Set<[[UInt8]]> = []
    let names =
      library.features.flatMap { [$0.name] + $0.aliases }
      + library.clients.flatMap { [$0.name] + $0.aliases }
    for name in names {
      guard let term = Self.term(name), spellings.insert(term.words).inserted,
        let word = term.words.first, let first = word.first
      else { continue }
      // In a short word, a letter more or less makes another word: Gmail, email.
      guard term.length >= 7 else { continue }
      let letter = Int(first - UInt8(ascii: "a"))
      if let family = families[word] {
        byFirstLetter[letter][family].terms.append(term)
      } else {
        families[word] = byFirstLetter[letter].count
        byFirstLetter[letter].append((word, [term]))
      }
    }
    self.byFirstLetter = byFirstLetter.map { families in
      Letter(families.map { Family($0.word, $0.terms) })
    }
    self.spellings = Dictionary(grouping: spellings, by: Self.number)
    wordCounts = Set(spellings.map(\.count)).sorted(by: >)
  }

  /// The number that ``LatinWords`` gives the same words.
  private static func number(of words: [[UInt8]]) -> UInt64 {
    var number = WordNumber()
    for word in words {
      for byte in word { number.add(byte) }
      number.add(UInt8(ascii: " "))
    }
    return number.value
  }

  /// Where words of a stretch of text nearly, but not quite, are a name.
  func nearMisses(in words: LatinWords) -> [(range: SourceRange, term: Term)] {
    var found: [(range: SourceRange, term: Term)] = []
    var rest = words
    while let word = rest.next() {
      let letter = byFirstLetter[Int(words.firstLetter(of: word) - UInt8(ascii: "a"))]
      guard letter.mayHave(length: word.count), letter.mayHave(word, of: words) else { continue }
      let run = words.run(from: word, atMost: wordCounts.first ?? 1)
      if let term = nearMiss(run, of: words, letter) {
        found.append((word.union(run[term.words.count - 1]), term))
      }
    }
    return found
  }

  /// The first name that the first of some words nearly, but not quite, are.
  private func nearMiss(_ run: [SourceRange], of latin: LatinWords, _ letter: Letter) -> Term? {
    let right = lengthOfNameSpelledRight(run, of: latin)
    // Most names are spelled right, and no longer one begins there.
    guard right < min(run.count, letter.longestName) else { return nil }
    let words = run.map(latin.text)
    let families = letter.candidates(for: words[0])
    guard families.contains(where: { Self.isNear(words[0], $0) }) else { return nil }
    return families.lazy.filter { $0.longestName > right }.flatMap { $0.terms(like: words) }
      .first { term in
        let count = term.words.count
        return count > right && isNearMiss(words[..<count], of: term)
      }
  }

  /// Whether a word is a name's first one, or nearly so.
  private static func isNear(_ word: [UInt8], _ family: Family) -> Bool {
    EditDistance.between(word, family.firstWord, limit: family.slips) != nil
  }

  /// How many words the longest name has that is spelled right and begins with the first of some
  /// words; 0 where none does.
  private func lengthOfNameSpelledRight(_ run: [SourceRange], of latin: LatinWords) -> Int {
    wordCounts.first { count in
      guard count <= run.count, let names = spellings[latin.number(of: run[..<count])] else {
        return false
      }
      return names.contains(run[..<count].map(latin.text))
    } ?? 0
  }

  /// Whether `words` are nearly, but not quite, those of a term.
  private func isNearMiss(_ words: ArraySlice<[UInt8]>, of term: Term) -> Bool {
    guard words.count == term.words.count else { return false }
    // One slip, two in a long name; a word may have one slip for each three letters.
    var limit = term.length >= 12 ? 2 : 1
    var slips = 0
    for (written, word) in zip(words, term.words) {
      guard abs(written.count - word.count) <= limit else { return false }
      let allowed = min(limit, word.count / 3)
      guard let distance = EditDistance.between(written, word, limit: allowed) else { return false }
      // "Outlooks" is a plural or a possessive, no slip.
      if distance == 1, written.count == word.count + 1, written.last == UInt8(ascii: "s"),
        written.dropLast() == word[...]
      {
        return false
      }
      slips += distance
      limit -= distance
    }
    return slips > 0 && !isSpelledRight(words)
  }

  private func isSpelledRight(_ words: ArraySlice<[UInt8]>) -> Bool {
    spellings[Self.number(of: Array(words))]?.contains(Array(words)) ?? false
  }

  private static func term(_ name: String) -> Term? {
    let bytes = FoldedText(name).bytes
    let isPlain = bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 >= 0x61 && $0 <= 0x7A }
    guard isPlain else { return nil }
    let words = bytes.split(separator: UInt8(ascii: " ")).map { Array($0) }
    guard !words.isEmpty else { return nil }
    return Term(name: name, words: words, length: words.reduce(0) { $0 + $1.count })
  }
}
