import GuideModel

/// Words by which slips of authors are noticed, in Japanese and English: data for the rules.
enum HintWords {
  /// Words that an input method writes by mistake for others that sound alike.
  static let misconversions: [(written: Phrase, meant: String)] = [
    ("発進源", "発信源"), ("発進元", "発信元"), ("発進者", "発信者"), ("受診メール", "受信メール"), ("受診サーバ", "受信サーバ"),
    ("受診トレイ", "受信トレイ"), ("送進", "送信"), ("返進", "返信"), ("転進メール", "転送メール"), ("接属", "接続"),
    ("暗唱番号", "暗証番号"), ("内臓モデム", "内蔵モデム"), ("登禄", "登録"), ("以降作業", "移行作業"), ("設定科目", "設定項目"),
  ].map { (Phrase($0.0), $0.1) }

  /// The second and third bytes with which one of the words begins, a bit for each: a continuation
  /// byte has 64 values.
  private static let begins: (second: UInt64, third: UInt64) = misconversions.reduce((0, 0)) {
    ($0.0 | bit($1.written.bytes[1]), $0.1 | bit($1.written.bytes[2]))
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

  /// Whether a text has one of the words: quick, and never wrong, since they fold to themselves.
  static func mayHold(misconversionIn bytes: [UInt8]) -> Bool {
    let begins = begins
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 5 < bytes.count {
        let byte = bytes[index]
        // Kanji; kana, which most text is made of, begin none of the words.
        if byte > 0xE3 {
          if begins.third & bit(bytes[index + 2]) != 0,
            begins.second & bit(bytes[index + 1]) != 0, isMisconversion(at: index, in: bytes)
          {
            return true
          }
          index += 3
        } else {
          index += byte == 0xE3 ? 3 : 1
        }
      }
      return false
    }
  }

  private static func isMisconversion(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    misconversions.contains { phrase, _ in
      index + phrase.bytes.count <= bytes.count
        && phrase.bytes.indices.allSatisfy { bytes[index + $0] == phrase.bytes[$0] }
    }
  }

  static let receiving = [
    "受信サーバ", "受信メールサーバ", "受信用サーバ", "受信側サーバ", "incoming server", "incoming mail server",
  ].map(Phrase.init)
  static let sending = [
    "送信サーバ", "送信メールサーバ", "送信用サーバ", "送信側サーバ", "outgoing server", "outgoing mail server",
  ].map(Phrase.init)
  /// What numbers of ports stand beside.
  static let ports = ["ポート", "port"].map(Phrase.init)
  /// With what the names of mail servers begin.
  static let serverLabels = ["pop", "imap", "smtp", "mail", "mx", "webmail", "caldav", "carddav"]

  static let receivingProtocols = ["pop", "pop3", "imap", "imap4"]
  static let sendingProtocols = ["smtp", "submission", "esmtp"]

  /// What opens a window, in which later steps then stand.
  static let opening = [
    "プロパティ", "を開き", "を開く", "を開いて", "ダイアログ", "ウィンドウが表示", "ウインドが表示", "画面が表示", "properties",
    "opens", "appears",
  ].map(Phrase.init)
  static let closing = ["閉じ", "完了」", "終了します", "close", "finish"].map(Phrase.init)
  /// What can only be reached while a window is open.
  static let inside = ["タブ", " tab"].map(Phrase.init)
  /// What leads to a window from anywhere.
  static let leading = ["メニュー", "ツールから", "ツールの", "起動", "menu", "start "].map(Phrase.init)
}
