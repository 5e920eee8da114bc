import SourceText
import Testing
import WikiStore

/// Difference views as browsers copy them: what is one, and which lines belong to which revision.
@Suite struct CapturedDifferenceTests {
  /// A view of a page whose categories moved above their clients, with one client more.
  static let view = """
    みどり荘 Web 玄関 | いこい荘 | 探し物 | 部屋一覧 | 履歴

    MailSoft - 受信してから送信するための設定

    古い手紙と新しい手紙


    受信してから送信するための設定

    **受信してから送信するとは
    送信の前に受信した人だけを正しい利用者とみなします。

    **使えるメールソフト
    **使えることを確かめたメールソフト
    -受信と送信を別々にできるメールソフト
    --Sylpheed
    http://sylpheed.example/

    ***受信と送信を別々にできるメールソフト
    -Shuriken(有償)
    --Shuriken(有償)
    http://shuriken.example/

    ***はじめから対応しているメールソフト
    -秀丸メール(シェアウエア)
    -はじめから対応しているメールソフト
    --秀丸メール(シェアウエア)
    http://hidemaru.example/

    **設定の例
    -(1)「設定」を開きます。
    http://img.example/01.gif
    -(2)「アカウント」を選びます。
    http://img.example/02.gif
    -(3)「保存」を押します。
    -(3)「保存」を押して閉じます。
    http://img.example/03.gif

    """

  private static let older = """
    受信してから送信するための設定

    **受信してから送信するとは
    送信の前に受信した人だけを正しい利用者とみなします。

    **使えるメールソフト

    ***受信と送信を別々にできるメールソフト
    -Shuriken(有償)
    http://shuriken.example/

    ***はじめから対応しているメールソフト
    -秀丸メール(シェアウエア)
    http://hidemaru.example/

    **設定の例
    -(1)「設定」を開きます。
    http://img.example/01.gif
    -(2)「アカウント」を選びます。
    http://img.example/02.gif
    -(3)「保存」を押します。
    http://img.example/03.gif

    """

  private static let newer = """
    受信してから送信するための設定

    **受信してから送信するとは
    送信の前に受信した人だけを正しい利用者とみなします。

    **使えることを確かめたメールソフト
    -受信と送信を別々にできるメールソフト
    --Sylpheed
    http://sylpheed.example/

    --Shuriken(有償)
    http://shuriken.example/

    -はじめから対応しているメールソフト
    --秀丸メール(シェアウエア)
    http://hidemaru.example/

    **設定の例
    -(1)「設定」を開きます。
    http://img.example/01.gif
    -(2)「アカウント」を選びます。
    http://img.example/02.gif
    -(3)「保存」を押して閉じます。
    http://img.example/03.gif

    """

  private func read(_ text: String) -> CapturedDifference? {
    CapturedDifference.read(SourceFile(path: "view.txt", text: text))
  }

  @Test func bothRevisionsComeBack() throws {
    let captured = try #require(read(Self.view))
    #expect(captured.pageName == "MailSoft")
    #expect(captured.subject == "受信してから送信するための設定")
    #expect(captured.title == "古い手紙と新しい手紙")
    #expect(String(decoding: captured.revision(.older), as: UTF8.self) == Self.older)
    #expect(String(decoding: captured.revision(.newer), as: UTF8.self) == Self.newer)
    #expect(captured.runs.count == 4)
    #expect(captured.runs.allSatisfy { $0.confidence > .unsure && !$0.reason.isEmpty })
  }

  @Test func windowsLineEndsAreNoDifference() throws {
    let captured = try #require(read(Self.view.replacing("\n", with: "\r\n")))
    #expect(String(decoding: captured.revision(.newer), as: UTF8.self) == Self.newer)
  }

  @Test func pukiWikiSaysWhatItShows() throws {
    let captured = try #require(
      read(
        """
        メール設定 の変更点
        http://wiki.example/?MailSetup
        [ トップ ]   [ 編集 | 凍結 | 差分 ]   [ 新規 | 一覧 | 検索 ]

            追加された行はこの色です。
            削除された行はこの色です。
            メール設定 へ行く。

        *メールの設定
        **送信サーバ
        送信サーバにはsmtp.example.jpを入力してください。
        送信サーバーにはsmtp.example.jpを入力してください。
        -(1)起動します。
        -(2)保存します。

        Last-modified: 2006-01-02 (月) 12:00:00
        """))
    #expect(captured.pageName == "メール設定")
    let newer = String(decoding: captured.revision(.newer), as: UTF8.self)
    #expect(newer.hasPrefix("*メールの設定\n"))
    #expect(newer.hasSuffix("-(2)保存します。\n"))
  }

  /// Where nobody can know, lines stay in both revisions, and the run is said to be unsure.
  @Test func whatIsUnsureIsKept() throws {
    let captured = try #require(
      read(
        """
        表紙 | 一覧 | 検索 | 履歴

        Ports - ポートの一覧

        前回との差分

        ポートの一覧
        -送信はポート587を使います
        -送信はポート465を使います(推奨)
        -受信はポート110を使います
        """))
    for side in CapturedDifference.Side.allCases {
      let text = String(decoding: captured.revision(side), as: UTF8.self)
      #expect(text.split(separator: "\n").count == 4)
    }
    #expect(captured.runs.allSatisfy { $0.confidence == .unsure })
  }

  static let others = [
    "", "text\n", "*題\n-項目\n-項目\n-項目\n",
    // A page that is simply shown, with its tools.
    "表紙 | 一覧 | 検索 | 履歴\n\nMail - メールの設定\n\nメールの設定\n\n**手順\n-(1)起動\n-(2)保存\n",
    // A page that repeats itself.
    "*FAQ\n**送信できません\n設定を確認してください。\n**受信できません\n設定を確認してください。\n設定を確認して下さい。\n",
    // A row of a table, and a line with a hyphen.
    "|a|b|c|d|\nMail - setup\ntitle\nsetup\n", "a | b | c | d\n\nName - subject\n",
    "a | b | c | d\nName - subject\n*heading\nsubject\nline\nline!\n",
    "更新履歴\n2006-01-02 の変更点\n-追加した\n-追加した。\n",
  ]

  @Test(arguments: others)
  func otherPagesAreNoViews(_ text: String) { #expect(read(text) == nil) }

  @Test func longAndHostileTextsAreRead() {
    let frame = "a | b | c | d | e\n\nP - s\n\n差分\n\ns\n"
    let long = (0..<500).map { "-(\($0 % 20))設定\($0 % 7)を確認してください" }.joined(separator: "\n")
    for body in [
      long, String(repeating: "\n", count: 100_000), String(repeating: "あ", count: 300_000),
      String(repeating: "--x\n-x\n", count: 300),
      "\u{FFFD}\u{0}\n" + String(repeating: "|", count: 5_000),
    ] {
      let captured = read(frame + body)
      _ = captured?.revision(.older)
    }
  }
}
