import Testing

@testable import Rendering

/// Texts that are cut by their bytes must be cut where characters would have them cut.
struct PageExcerptTests {
  private static let pieces = [
    "a", "Z", ".", "!", " ", "  ", "\n", "\t", "メ", "ー", "ル", "設", "。", "、", "？", "　", "Ａ", "！",
    "e\u{301}", "か\u{3099}", "\u{200D}", "👍🏽", "한", "\u{FE0F}", "①", "\r\n", "\u{FF9E}",
  ]

  /// Numbers that come out the same on every run.
  private struct Numbers {
    var state: UInt64
    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  @Test func cutAsByCharacters() {
    var numbers = Numbers(state: 1)
    for round in 0..<4000 {
      // Half of the texts are of letters that need no close look.
      let kinds = round % 2 == 0 ? 18 : Self.pieces.count
      let text = (0..<numbers.next(below: 40)).map { _ in
        Self.pieces[numbers.next(below: kinds)]
      }.joined()
      for count in [1, 5, 12] {
        #expect(
          PageExcerpt.of(text, atMost: count) == PageExcerpt.ofAny(text, atMost: count),
          "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
      #expect(PageExcerpt.reaches(12, text) == (text.count >= 12))
    }
  }
}
