import Testing

@testable import Validation

@Suite("Words that slips of typing part")
struct SimilarWordsTests {
  /// Numbers that look like chance and are the same at each run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 7
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33 | state << 31
    }
  }

  /// Words of few kinds of letters, so that many are alike.
  private func words(
    _ count: Int, beginning: String = "", letters: String, length: ClosedRange<Int>,
    _ numbers: inout Numbers
  ) -> [[UInt8]] {
    let letters = Array(letters.utf8)
    return (0..<count).map { _ in
      let length = Int.random(in: length, using: &numbers)
      return Array(beginning.utf8)
        + (0..<length).map { _ in letters.randomElement(using: &numbers) ?? 0 }
    }
  }

  @Test("Whatever differs by two slips or less is found, in the order of the list")
  func complete() {
    var numbers = Numbers()
    let known = words(120, letters: "abc", length: 1...7, &numbers)
    let similar = SimilarWords(known)
    for word in words(300, letters: "abc", length: 0...8, &numbers) + known {
      let found = similar.candidates(for: word)
      let near = known.indices.filter { EditDistance.between(word, known[$0], limit: 2) != nil }
      #expect(Set(found).isSuperset(of: near))
      #expect(found == found.sorted())
      #expect(Set(found).count == found.count)
    }
  }

  @Test("Words too long to be filed are found too", arguments: [30, 32, 33, 34, 35, 60])
  func long(length: Int) {
    let word = (0..<length).map { UInt8(97 + $0 % 26) }
    var longer = word
    longer.insert(contentsOf: Array("zz".utf8), at: 3)
    let others = (0..<20).map { Array("other\($0)".utf8) }
    #expect(SimilarWords(others + [word]).candidates(for: longer) == [20])
    #expect(SimilarWords(others + [longer]).candidates(for: word) == [20])
  }

  @Test("Of thousands of names that begin alike, a word is compared with few")
  func few() {
    var numbers = Numbers()
    let names = words(
      3_000, beginning: "mailer", letters: "abcdefghijklmnopqrstuvwxyz", length: 4...4, &numbers)
    let similar = SimilarWords(names)
    let comparisons = names.prefix(300).reduce(0) { $0 + similar.candidates(for: $1).count }
    // Without filing, each of the 300 would be compared with all 3,000.
    #expect(comparisons < 300 * 200)
  }
}
