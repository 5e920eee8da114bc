import Syntax

/// The files of a new site: a small but real start, which checks clean.
struct SiteTemplate {
  let dialect: Dialect
  let language: StartingLanguage

  private static let client = "Thunderbird"
  private static let feature = "IMAP"

  private var ending: String { dialect.fileExtensions[0] }
  private var frontPage: String { "FrontPage." + ending }
  private var clientList: String { "Clients." + ending }
  private var guide: String { Self.client + "." + ending }

  /// By path, in the order in which people read them.
  var files: [(path: String, text: String)] {
    [
      (ContentDiscovery.configurationName, configuration),
      (frontPage, frontPageText), (clientList, clientListText), (guide, guideText),
      (ContentDiscovery.providerName, provider), (".gitignore", ignored),
    ]
  }

  // MARK: - Pages

  private var title: String { language(ja: "メールの設定", en: "Mail help") }

  private var frontPageText: String {
    var page = PageWriter(dialect)
    page.heading(1, title)
    page.paragraph(
      language(
        ja: "お使いのメールソフトの設定方法をご案内します。",
        en: "How to set your mail program up."))
    page.emptyLine()
    page.item(
      1, page.link(language(ja: "お使いいただけるメールソフト", en: "Clients that work"), to: clientList))
    page.item(
      1,
      page.link(language(ja: "Thunderbirdの設定", en: "Setting up Thunderbird"), to: guide))
    return page.text
  }

  private var clientListText: String {
    var page = PageWriter(dialect)
    page.heading(1, language(ja: "お使いいただけるメールソフト", en: "Clients that work"))
    page.directive("feature \(Self.feature)")
    page.emptyLine()
    page.heading(2, language(ja: "対応メールソフト", en: "Supported mail clients"))
    page.comment(
      language(
        ja: "区分の下に、メールソフトを1行に1つ書きます。区分は、正式対応、手動対応、非対応、未検証などです。",
        en: "One client a line, below its level: native, manual, unsupported, untested."))
    if dialect == .markdown { page.emptyLine() }
    page.item(1, language(ja: "正式に対応しているメールソフト", en: "Native support"))
    page.item(2, Self.client)
    return page.text
  }

  private var guideText: String {
    GuideTemplate(
      words: GuideWords(client: Self.client, language: language, hasProvider: false),
      page: Self.client, dialect: dialect, feature: Self.feature, steps: 5
    ).text
  }

  // MARK: - Other files

  private var configuration: String {
    let isRead = dialect == .pukiwiki ? "#dialect: pukiwiki" : "#dialect: \(dialect.rawValue)"
    return """
      \(comment("サイトの設定です。行頭の # を消すと有効になります。", "The site's settings. Remove the # before a line to use it."))
      title: \(title)
      language: \(language.rawValue)

      \(comment("公開するアドレス", "Where the site is published"))
      #base_url: https://help.example.jp/

      \(comment("ページの書き方(拡張子からわかります)", "How pages are written; endings of files tell"))
      \(isRead)

      \(comment("すでに運用しているWikiも、そのまま読みます。", "Wikis are read where they lie."))
      #sources:
      #  - {kind: pukiwiki, path: ../wiki, id: office}

      \(comment("色と下段の表示", "Colours and the foot of each page"))
      #theme:
      #  accent: '#0b5cad'
      #  footer: \(language(ja: "ひなたホスティング", en: "Hinata Hosting"))

      \(comment("ルールごとの扱い: off、note、warning、error", "Rules can be off, note, warning or error"))
      #rules:
      #  insecure-link: off

      """
  }

  private var provider: String {
    """
    \(comment("サーバの情報です。有効にすると、手順に {{incoming.host}} などと書けます。", "Your servers. With them, steps may say {{incoming.host}} and the like."))
    #name: \(language(ja: "ひなたホスティング", en: "Hinata Hosting"))
    #domains: [example.jp]
    #incoming:
    #  - {protocol: imap, host: imap.example.jp, port: 993, security: tls, username: address, authentication: password}
    #outgoing:
    #  - {host: smtp.example.jp, port: 465, security: tls, username: address, authentication: password}

    """
  }

  private var ignored: String {
    """
    \(comment("wikiguide が作るもので、いつでも作り直せます。", "Made by wikiguide, and made again at any time."))
    /output/
    .*.wikiguide-part

    """
  }

  private func comment(_ ja: String, _ en: String) -> String { "# " + language(ja: ja, en: en) }
}
