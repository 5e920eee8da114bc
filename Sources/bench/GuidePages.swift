/// Wiki pages about mail clients, of many shapes, for measuring: lines without line ends.
struct GuidePages {
  var numbers: SeededNumbers

  private static let clients = [
    "Thunderbird", "Outlook 2016", "Becky! Internet Mail", "Windows Live メール", "秀丸メール", "Sylpheed",
    "Apple Mail", "EdMax", "AL-Mail32", "Eudora", "Shuriken", "Mutt", "Gmailアプリ", "iPhoneのメール",
  ]
  private static let notes = [
    "(無償)", "(シェアウエア)", "(有償)", "(Windowsのみ)", "", "", " -- 2003年以降の版", "(旧版)",
  ]
  private static let actions = [
    "ツールからアカウントを選択します。", "「追加」から「メール」を選びます。", "表示名にあなたのお名前を入力します。",
    "受信サーバ(POP)にpop.example.jpを入力します。", "送信サーバ(SMTP)にsmtp.example.jpを入力します。",
    "アカウント名とパスワードを入力し、「次へ」をクリックします。", "「完了」をクリックしてください。",
    "「プロパティー」を開き、サーバのタブを選びます。", "「このサーバは認証が必要」にチェックを入れます。",
    "接続のタブで接続方法を確認し、「OK」で閉じます。", "Choose Tools, then Account Settings.",
    "Type the incoming server, such as imap.example.jp.",
    "Tick 'My server requires authentication'.",
    "Click Finish and send a test message to yourself.", "ポート番号を587に変更します。",
    "「SSLを使用する」の設定を確認してください。", "メッセージのコピーを残す日数を決めます。",
  ]
  private static let sentences = [
    "メールを送信する前に受信する必要があります。", "受信後に回線を切断すると認証は切れてしまいます。",
    "お手元にアカウント資料をご用意ください。", "パスワードは大文字と小文字を区別します。",
    "ご不明な点はサポートまでお問い合わせください。", "This page is for customers of the shared server.",
    "Some providers block port 25; use 587 instead.", "設定を変更したら、一度ソフトを再起動してください。",
    "迷惑メール対策のため、この方式をお使いください。", "旧サーバをお使いの方は設定が異なります。",
    "二段階認証を有効にしている場合は、アプリ用のパスワードが必要です。", "エラーが出る場合は設定を見直してください。",
  ]
  private static let levels = [
    "手動で対応できるメールソフト", "正式に対応しているメールソフト", "一部の機能のみ対応するソフト", "対応していないソフト",
  ]
  private static let headings = [
    "POP before SMTPとは", "対応メールソフト", "設定の手順", "困ったときは", "サーバの一覧", "更新履歴", "Setting up", "Questions",
    "毎日の使い方", "はじめに",
  ]

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func page() -> [String] {
    var lines = [numbers.pick(Self.sentences).replacing("。", with: "") + "について"]
    if numbers.isLucky(0.7) { lines.append("") }
    for _ in 0..<numbers.number(2...5) {
      lines.append(
        "**" + numbers.pick(Self.headings)
          + (numbers.isLucky(0.3) ? "(\(numbers.number(1...9)))" : ""))
      lines += section()
      if numbers.isLucky(0.8) { lines.append("") }
    }
    return lines
  }

  private mutating func section() -> [String] {
    switch numbers.number(0...6) {
    case 0: sentences()
    case 1: clientList()
    case 2, 3: steps()
    case 4: table()
    case 5: questions()
    default: history()
    }
  }

  mutating func sentence() -> String { numbers.pick(Self.sentences) }
  mutating func action() -> String { numbers.pick(Self.actions) }
  mutating func client() -> String { numbers.pick(Self.clients) + numbers.pick(Self.notes) }

  private mutating func sentences() -> [String] {
    (0..<numbers.number(1...4)).map { _ in sentence() + (numbers.isLucky(0.3) ? "~" : "") }
  }

  private mutating func clientList() -> [String] {
    var lines: [String] = []
    for level in Self.levels.shuffled(using: &numbers).prefix(numbers.number(1...3)) {
      lines.append("-" + level)
      for client in Self.clients.shuffled(using: &numbers).prefix(numbers.number(1...4)) {
        lines.append("--" + client + numbers.pick(Self.notes))
        if numbers.isLucky(0.6) {
          lines.append("http://www.\(client.count)\(numbers.number(10...99)).example/")
        }
        if numbers.isLucky(0.3) { lines.append("") }
      }
    }
    return lines
  }

  private mutating func steps() -> [String] {
    let style = numbers.number(0...4)
    let hasPictures = numbers.isLucky(0.6)
    let isSpaced = numbers.isLucky(0.5)
    return (1...numbers.number(3...9)).flatMap { number -> [String] in
      let circled = String(Unicode.Scalar(UInt32(0x245F + number)).map(Character.init) ?? "?")
      let label = ["-(\(number))", "-" + circled, "+", "\(number). ", "(\(number))"][style]
      var lines = [label + action()]
      if hasPictures {
        lines.append("http://img.example.jp/step/S\(number < 10 ? "0" : "")\(number).gif")
      }
      if isSpaced { lines.append("") }
      return lines
    }
  }

  private mutating func table() -> [String] {
    ["|サーバ|ポート|h|"]
      + (0..<numbers.number(2...5)).map { row in
        "|\(["pop", "imap", "smtp", "www", "ftp"][row])\(numbers.number(1...9)).example.jp|\(numbers.number(21...995))|"
      }
  }

  private mutating func questions() -> [String] {
    (0..<numbers.number(2...4)).flatMap { _ in
      [
        ":" + sentence().replacing("。", with: "か") + "|" + action(),
        numbers.isLucky(0.5) ? sentence() : action(),
      ]
    }
  }

  private mutating func history() -> [String] {
    (0..<numbers.number(2...5)).map { _ in
      "-200\(numbers.number(1...9))-0\(numbers.number(1...9))-1\(numbers.number(0...9)) \(client())の説明を追加"
    }
  }
}
