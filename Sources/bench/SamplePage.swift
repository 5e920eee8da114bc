/// Guide pages like the sample wiki's, each a little different, the same on every run.
enum SamplePage {
  static func client(_ number: Int) -> (id: String, name: String) {
    ("mailer-\(number)", "Mailer \(letters(number))")
  }

  /// A number in letters, so that it reads as part of a name and not as a version.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var word = ""
    repeat {
      word.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
      rest /= 26
    } while rest > 0
    return word
  }

  static func text(_ number: Int) -> String {
    let name = client(number).name
    var text = """
      \(name)でメールを送受信するための設定のご案内

      **POP before SMTPとは [#about]
      受信を済ませた端末からの送信だけを受け付ける仕組みです。~
      先に受信してから送信してください。

      (注)受信のあとに回線を切る設定では、確認が無効になります。

      **対応しているメールソフト [#clients]
      -受信と送信を別々に操作する手動対応のソフト
      --\(name)(無償)
      https://mailer-\(number).example/

      **設定手順(\(name)の場合) [#setup]
      新規にアカウントを作る場合は最初からご覧ください。~
      すでにアカウントをお持ちの方は(10)から始めてください。


      """
    for step in 1...14 {
      text += "-(\(step))\(sentences[(number + step) % sentences.count])\n"
      text += "http://unix.example/img/step_\(step).png\n\n"
    }
    text += """
      -通常の使い方では、次の順に操作します。
      --書いたメールを送信箱に入れます。
      --受信します。
      http://unix.example/img/step_15.png
      --送信します。

      エラーが出て送信できない場合は、設定をもう一度お確かめください。[[設定の先頭>#setup]]

      """
    return text
  }

  private static let sentences = [
    "「ツール」メニューを開き、''アカウント''を選びます。アカウントの一覧が表示されますので、そのまま次へ進んでください。",
    "「追加」を押し、「メール」を選びます。ほかの項目を選んだ場合は、いったん「取消」を押して戻り、もう一度お試しください。",
    "送信先に表示されるお名前を入力します。あとから変えることもできますので、迷ったときは契約者のお名前をお使いください。",
    "ご契約の資料にあるメールアドレスを、半角英数字で入力します。大文字と小文字、数字の0と英字のOにご注意ください。",
    "「受信サーバ(POP)」と「送信サーバ(SMTP)」の欄に、資料にあるサーバの名前を入力します。前後に空白を入れないでください。",
    "アカウント名とパスワードを入力します。パスワードは画面に表示されませんので、一文字ずつ確かめながら入力してください。",
    "「完了」を押します。これで追加は終わりですが、続けて次の項目でアカウントの内容を確かめてください。",
    "「接続」タブを開き、ふだんお使いの接続方法が選ばれていることを確かめます。違う場合は一覧から選び直してください。",
    "内容を確かめます。(直すところがなければ、何もする必要はありません)",
  ]
}
