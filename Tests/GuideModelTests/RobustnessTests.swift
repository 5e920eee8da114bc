import GuideModel
import SourceText
import Syntax
import TestSupport
import Testing

/// Pages that nobody means: understanding them must end, and point into the file.
@Suite struct RobustnessTests {
  @Test(arguments: 0..<200)
  func anyTextIsUnderstood(_ seed: Int) {
    let text = HostileText.make(seed: seed)
    let file = SourceFile(path: "hostile.txt", text: text)
    let whole = SourceRange(0, file.bytes.count)
    let reader = GuideReader(vocabulary: .standard)
    let reading = reader.read(Dialect.pukiwiki.parse(file), name: "hostile")
    let steps = reading.guides.flatMap(\.procedures).flatMap(\.steps)
    var ranges = reading.remarks.map(\.range) + reading.guides.map(\.range) + steps.map(\.range)
    ranges += steps.compactMap(\.labelRange) + steps.flatMap(\.references).map(\.range)
    ranges += reading.statements.flatMap(\.evidence).map(\.range)
    #expect(ranges.allSatisfy { whole.contains($0) })
    for guide in reading.guides {
      for procedure in guide.procedures {
        #expect(procedure.steps.map(\.ordinal) == Array(1..<procedure.steps.count + 1))
      }
    }
  }

  @Test func deepTreesAreUnderstood() {
    for lines in [[">a\n", "-b\n"], ["*設定\n", "-(1)a\n"], [":a|b\n", "+b\n"]] {
      let text = (0..<10_000).map { lines[$0 % 2] }.joined()
      let file = SourceFile(path: "deep.txt", text: text)
      let reading = GuideReader(vocabulary: .standard)
        .read(Dialect.pukiwiki.parse(file), name: "deep")
      #expect(reading.path == "deep.txt")
    }
  }
}
