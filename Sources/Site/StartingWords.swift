/// The languages in which starting pages can be written, and their words.
package enum StartingLanguage: String, Sendable, CaseIterable {
  case ja, en

  /// The one of a site; English for all other languages.
  init(ofSite language: String) { self = language == "ja" ? .ja : .en }

  func callAsFunction(ja: String, en: String) -> String { self == .ja ? ja : en }
}

/// What a new guide says: true of nearly every client, and to be replaced by what its windows say.
struct GuideWords {
  let client: String
  let language: StartingLanguage
  /// Whether the site tells its servers, so that steps can name them by placeholders.
  let hasProvider: Bool

  var title: String { language(ja: "\(client)の設定", en: "Setting up \(client)") }

  var introduction: String {
    language(
      ja: "\(client)でメールを送受信できるようにする手順です。",
      en: "These steps let \(client) send and receive mail.")
  }

  var heading: String { language(ja: "設定手順", en: "Setup") }

  /// The first steps, those that do not know better, and the last one.
  func steps(_ count: Int) -> [String] {
    let known = first
    let filling = Array(repeating: filling, count: max(0, count - known.count - 1))
    return known.prefix(count - 1) + filling + [last]
  }

  private var first: [String] {
    let (incoming, outgoing) = servers
    return [
      language(
        ja: "\(client)を起動し、メールアカウントを追加する画面を開きます。",
        en: "Start \(client) and open the window for adding a mail account."),
      language(
        ja: "お名前、メールアドレス、パスワードを入力します。",
        en: "Type your name, your mail address and your password."),
      incoming, outgoing,
    ]
  }

  private var servers: (incoming: String, outgoing: String) {
    guard hasProvider else {
      return (
        language(
          ja: "受信サーバの名前とポートを入力します。",
          en: "Type the name and the port of the server for receiving."),
        language(
          ja: "送信サーバの名前とポートを入力します。",
          en: "Type the name and the port of the server for sending.")
      )
    }
    return (
      language(
        ja: "受信サーバの名前に「{{incoming.host}}」、ポートに「{{incoming.port}}」を入力します。",
        en: "Type {{incoming.host}} as the server for receiving and {{incoming.port}} as its port."),
      language(
        ja: "送信サーバの名前に「{{outgoing.host}}」、ポートに「{{outgoing.port}}」を入力します。",
        en: "Type {{outgoing.host}} as the server for sending and {{outgoing.port}} as its port.")
    )
  }

  private var filling: String {
    language(ja: "(ここに操作を1つ書きます。)", en: "(Write one action here.)")
  }

  private var last: String {
    language(
      ja: "設定を保存し、ご自分宛てにメールを送って、届くことを確かめます。",
      en: "Save the settings, then send a mail to yourself and see that it arrives.")
  }

  /// - Parameters:
  ///   - picture: how a picture is written in the page's dialect; nil where by its address.
  ///   - folder: where its file belongs.
  func pictureHint(_ picture: String?, folder: String) -> [String] {
    guard let picture else {
      return [
        language(
          ja: "画像を入れるには、手順の次の行に画像のアドレスを書きます。",
          en: "To show a picture, write its address on the line behind the step.")
      ]
    }
    return [
      language(
        ja: "画像を入れるには、ファイルを \(folder)/ に置き、手順の次の行に次のように書きます。",
        en: "To show a picture, put its file in \(folder)/ and write on the line behind the step:"),
      picture,
    ]
  }

  var pictureDescription: String {
    language(ja: "画面の説明", en: "what the picture shows")
  }
}
