import TestSupport
import Testing

@testable import GuideModel

/// Names are found as a look at each of them would find them, in whatever form letters are written.
@Suite struct ProcedureNamesTests {
  @Test func namesOfProceduresAreAlikeWhereOneHoldsTheOther() {
    var random = RepeatableNumbers(seed: 2)
    let letters = ["a", "b", "か", "漢", "が", "か\u{3099}", "1"]
    let names = (0..<300).map { _ in random.word(letters, atMost: 6) }
    let index = ProcedureNames(names)
    for _ in 0..<300 {
      let name = random.word(letters, atMost: 9)
      guard name.utf8.count >= 4 else { continue }
      let alike = names.indices.filter {
        names[$0].contains(name) || names[$0].utf8.count >= 4 && name.contains(names[$0])
      }
      #expect(index.alike(name) == alike)
    }
  }
}
