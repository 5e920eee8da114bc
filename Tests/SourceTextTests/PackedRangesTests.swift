import Testing

@testable import SourceText

@Suite struct PackedRangesTests {
  @Test(arguments: [
    [], [SourceRange(0, 0)], [SourceRange(0, 5), SourceRange(5, 6), SourceRange(200, 70_000)],
    // A footnote stands before the text that goes on behind it.
    [
      SourceRange(1000, 1300), SourceRange(10, 20), SourceRange(20, 20),
      SourceRange(4_000_000_000, 4_000_000_001),
    ],
  ])
  func rangesComeOutAsTheyWentIn(_ ranges: [SourceRange]) {
    #expect(PackedRanges(ranges).ranges == ranges)
  }
}
