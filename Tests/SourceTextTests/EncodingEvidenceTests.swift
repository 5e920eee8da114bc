import SourceText
import Testing

/// Samples by which the encoding of a wiki is hard to tell.
@Suite struct EncodingEvidenceTests {
  private static let texts = [
    // A short page, kana of half width only, mostly ASCII, a second byte that is a backslash.
    "設定", "受信", "ﾒｰﾙｿﾌﾄ", "ｱｶｳﾝﾄﾉｾｯﾃｲ｡", "ｻｰﾊﾞｰ",
    "Outlook Express 6 account settings\n- POP before SMTP 可\n",
    "表示", "表示名の設定", "ソース表示", "能力十申貼", "①", "※注意", "～", "　", "（株）", "㈱",
    "ツール→アカウント→メール→プロパティ", "は", "カナ", "送信サーバー", "認証", "暗号化", "接続", "削除",
    "Becky! の設定", "メール", "迷惑メール", "受信トレイ", "編集(E)", "、", "。", "ー", "ﾃｽﾄ",
    "利用者ID", "詳細", "証明書", "添付ﾌｧｲﾙ", "｢ﾂｰﾙ｣-｢ｵﾌﾟｼｮﾝ｣", "携帯電話", "署名", "確認", "補足", "予測", "動的", "3分",
    "→",
  ]

  @Test(arguments: texts)
  func isFoundByOneSample(_ text: String) {
    for encoding in TextEncoding.allCases {
      guard let bytes = encoding.encode(text) else { continue }
      guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else { continue }
      let found = EncodingEvidence.encoding(of: [bytes])
      #expect(found == encoding, "\(text) in \(encoding.name), read as \(found?.name ?? "none")")
    }
  }

  @Test(arguments: ["© 2006", "Zoë", "α版", "±1°"])
  func utf8OfOtherLettersIsUtf8(_ text: String) {
    #expect(EncodingEvidence.encoding(of: [Array(text.utf8)]) == .utf8)
  }

  @Test func asciiSaysNothing() {
    #expect(EncodingEvidence.encoding(of: [Array("FrontPage\n".utf8), []]) == nil)
  }

  @Test func manySamplesOutweighOne() throws {
    let names = try ["ｱｶｳﾝﾄ", "設定", "分"].map { try #require(TextEncoding.shiftJIS.encode($0)) }
    #expect(EncodingEvidence.encoding(of: names) == .shiftJIS)
    let page = try #require(TextEncoding.eucJP.encode("これは設定の手順です。"))
    let name = try #require(TextEncoding.eucJP.encode("分"))
    #expect(EncodingEvidence.encoding(of: [name, page]) == .eucJP)
  }
}
