import Testing

@testable import Rendering

/// What the index makes of a page.
@Suite struct SearchTests {
  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        SearchFolding.fold(Array(text.utf8)).compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: [
    ("ＰＯＰ", "pop"), ("ﾒｰﾙ", "める"), ("サーバー", "さば"), ("ｶﾞｲﾄﾞ", "がいど"), ("㈱", "(株)"), ("①", "1"),
    ("ｶ\u{3099}", "が"), ("か\u{3099}", "が"), ("ﬁle", "file"), ("10〜20", "10~20"), ("ΟΔΟΣ", "οδοσ"),
    ("メール\u{200B}ソフト", "めるそふと"), ("Ⅱ型", "ii型"), ("ヴィーナス", "ゔぃなす"), ("Café", "café"),
  ])
  func lettersBecomeOne(_ text: String, _ folded: String) {
    #expect(Self.folded(text) == folded)
  }

  @Test func onlyWhatThePageSaysIsRead() {
    let html = """
      <nav><a href="x">中</a></nav><h2><a id="a"></a>見出し &amp; &lt;b&gt;</h2>
      <p>言葉<a href="y">と<strong>リンク</strong></a>。 <span class="source">出典: <a>x</a></span></p>
      <ol><li><p><a class="step-number" id="step-1" href="#step-1">1</a>開く<ruby>漢<rp>(</rp>\
      <rt>かん</rt><rp>)</rp></ruby></p></li></ol>
      <figure><svg aria-label="a > b"></svg><img src="z" alt="絵"></figure>
      """
    let lines = "見出し &amp; &lt;b&gt;<br>言葉とリンク。<br>開く漢"
    #expect(Self.pairs(html) == Self.pairs(lines))
  }

  private static func pairs(_ html: String) -> Set<Int> {
    var numbers: [Int] = []
    let list = SearchText(title: "", html: Array(html.utf8)).parts[0]
    list.forEach(in: 0..<PairList.sectionCount) { numbers.append($0) }
    #expect(numbers == numbers.sorted())
    return Set(numbers)
  }

  /// A letter before a mark of its own may be there without it, too.
  @Test(arguments: [
    ("ﾒｰﾙ", "める"), ("か\u{3099}ぞう", "がぞう"), ("Cafe\u{301}s", "cafés"), ("㈱送信", "(株)送信"),
    ("送信→ﾒｰﾙ", "送信→める"), ("①番", "1番"), ("a&lt;b", "A＜B"), ("x<b>é</b>y", "xéy"),
  ])
  func pairsAreThoseOfFoldedLetters(_ html: String, _ folded: String) {
    #expect(Self.pairs(html).isSuperset(of: Self.pairs(folded)))
  }

  @Test func veryLongPagesAreSeveralUnits() {
    let paragraphs = (1...900).map { "<p>段落\($0)の文章がここに立っています。</p>" }.joined()
    let units = SearchUnit.units(folder: "p/", title: "T", html: Array(paragraphs.utf8))
    #expect(units.count > 1)
    #expect(units[0].titlePairs != nil && units[1].titlePairs == nil)
  }

  @Test(arguments: [
    ("smtp.example.jpを入力", ["smtp.example.jp"]), ("taro@example.ne.jpと入力", ["taro@example.ne.jp"]),
    ("ポート番号を587にします", ["587"]), ("port 465.", ["465"]), ("587円です", []),
    ("setup.exeを開く", []), ("http://www.example.jp/を開く", []),
    ("mail.example.com.", ["mail.example.com"]),
    ("Becky!.Ver.2", []), ("e.g. this", []), ("-a.example.jp", []),
    ("mail.example.jp:587", ["mail.example.jp:587"]),
  ])
  func valuesThatReadersType(_ text: String, _ values: [String]) {
    let bytes = Array(text.utf8)[...]
    let found = SettingValues.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == values)
  }

  @Test func phrasesTakeTheirValues() {
    #expect(Phrase("{2}の{1}")("手順", "表") == "表の手順")
    #expect(Phrase("{1} steps", ofOne: "1 step")(1) == "1 step")
    #expect(Phrase("{1} steps", ofOne: "1 step")(2) == "2 steps")
    #expect(Phrase("{} {x} {1}")("a") == "{} {x} a")
    #expect(Phrase.places(in: "{3}{1}{3}") == [1, 3])
  }

  @Test(arguments: [0, 1, 200, 201, 20_000, 100_000])
  func longListsHaveParts(_ count: Int) {
    let parts = ListParts(of: count, atMost: 200)
    #expect(parts.ranges.reduce(0) { $0 + $1.count } == count)
    #expect(parts.ranges.count <= 400 && parts.ranges.allSatisfy { $0.count <= 400 })
  }
}
