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
  struct Family: Sendable {
    let firstWord: [UInt8]
    fileprivate let terms: [Term]
    /// The words of each term, with a space between.
    private let similar: SimilarWords
    private let wordCounts: [Int]
    /// Words in the name that has most.
    fileprivate var longestName: Int { wordCounts.last ?? 0 }

    fileprivate init(_ firstWord: [UInt8], _ terms: [Term]) {
      self.firstWord = firstWord
      self.terms = terms
      similar = SimilarWords(terms.map { Self.joined($0.words[...]) })
      wordCounts = Set(terms.map(\.words.count)).sorted()
    }

    /// The terms that the first of some words may be, in order.
    fileprivate func terms(like words: [[UInt8]]) -> [Term] {
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
    let families: [Family]
    private let similar: SimilarWords
    /// How many letters a word may have that is nearly the first of one of them.
    private let lengths: Set<Int>

    init(_ families: [Family]) {
      self.families = families
      similar = SimilarWords(families.map(\.firstWord))
      lengths = Set(
        families.flatMap { family in
          let slips = SiteTerms.slips(in: family)
          return (family.firstWord.count - slips)...(family.firstWord.count + slips)
        })
    }

    func mayHave(length: Int) -> Bool { lengths.contains(length) }

    /// Those whose first word may nearly be a word, and some others.
    func candidates(for word: [UInt8]) -> [Family] {
      similar.candidates(for: word).map { families[$0] }
    }
  }

  /// By the first letter of the first word: a slip there is rare, and this keeps reading cheap.
  private let byFirstLetter: [Letter]
  private let spellings: Set<[[UInt8]]>
  /// How many words names have, the greatest number first.
  private let wordCounts: [Int]
  /// Words in the name that has most.
  var longestName: Int { wordCounts.first ?? 1 }

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
    self.spellings = spellings
    wordCounts = Set(spellings.map(\.count)).sorted(by: >)
  }

  /// Whether a word that begins with a letter and has so many may nearly be the first of a name.
  func mayBegin(with letter: UInt8, ofLength length: Int) -> Bool {
    byFirstLetter[Int(letter - UInt8(ascii: "a"))].mayHave(length: length)
  }

  /// The first name that the first of some words nearly, but not quite, are.
  /// - Parameter run: works out the words behind `word`, and itself; few words need them.
  func nearMiss(at word: [UInt8], run: () -> [[UInt8]]) -> Term? {
    guard let first = word.first else { return nil }
    let families = byFirstLetter[Int(first - UInt8(ascii: "a"))].candidates(for: word)
    guard families.contains(where: { Self.isNear(word, $0) }) else { return nil }
    let words = run()
    let right = lengthOfNameSpelledRight(words[...])
    return families.lazy.filter { $0.longestName > right }.flatMap { $0.terms(like: words) }
      .first { term in
        let count = term.words.count
        return count > right && isNearMiss(words[..<count], of: term)
      }
  }

  /// Whether a word is a name's first one, or nearly so.
  private static func isNear(_ word: [UInt8], _ family: Family) -> Bool {
    EditDistance.between(word, family.firstWord, limit: slips(in: family)) != nil
  }

  /// How many words the longest name has that is spelled right and begins with the first of some
  /// words; 0 where none does.
  private func lengthOfNameSpelledRight(_ words: ArraySlice<[UInt8]>) -> Int {
    wordCounts.first { $0 <= words.count && spellings.contains(Array(words.prefix($0))) } ?? 0
  }

  /// How many slips the first word of a family may have.
  private static func slips(in family: Family) -> Int { min(2, family.firstWord.count / 3) }

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
    return slips > 0 && !spellings.contains(Array(words))
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
