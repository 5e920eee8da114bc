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

  /// Marks, legends, footnotes, versions and sentences in any order.
  @Test(arguments: 0..<100)
  func anySignsOfSupportAreUnderstood(_ seed: Int) {
    let signs = [
      "|", "○", "△", "×", "(", "*1", ")", "※1", "注", "6", "-", "5.5", "以降", "~", ":",
      "Thunderbird", "Becky!", "IMAP", "SMTP AUTH", "は", "に対応しています", "。", "\n", "\n-",
      "\n|", "|h\n", "検証日", "2026-11-20", "/", "、", " ", "凡例", "((x))", "バージョン",
      "メールソフト", "備考", "\n*", "%%", "確認", "supports", "OE", "[",
    ]
    var state = UInt64(seed)
    var text = "*IMAP 対応メールソフト\n"
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += signs[Int(state >> 33) % signs.count]
    }
    let file = SourceFile(path: "signs.txt", text: text)
    let whole = SourceRange(0, file.bytes.count)
    let reading = GuideReader(vocabulary: .standard)
      .read(Dialect.pukiwiki.parse(file), name: "signs")
    let evidence = reading.statements.flatMap { $0.evidence + $0.notes.map(\.evidence) }
    #expect(evidence.map(\.range).allSatisfy { whole.contains($0) })
    #expect(reading.remarks.map(\.range).allSatisfy { whole.contains($0) })
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
