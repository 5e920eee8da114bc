/// The words by which sections, levels, clients and steps are recognised: data, never code.
///
/// Phrases are compared after folding: ASCII in lower case, full-width forms as half-width ones.
package struct Vocabulary: Sendable {
  /// Headings over lists of clients, of setup steps, and of the rest.
  package var sections: [SectionKind: [String]]
  /// Words for a level; within one text the longest match wins.
  package var levels: [SupportLevel: [String]]
  /// What turns a level word before it, or behind it, into its opposite.
  package var denialsBehind: [String]
  package var denialsBefore: [String]
  /// Words that promise or ask and state no level, though a word for one may be part of them.
  package var undecided: [String]
  /// Nouns that make an item with a level word a category of clients.
  package var categoryNouns: [String]
  package var distributions: [Distribution.Model: [String]]
  /// What may follow a word for the distribution: フリーソフト, 無償版.
  package var afterDistribution: [String]
  package var versionColumn: [String]
  package var clients: [KnownClient]
  package var features: [KnownFeature]
  package var callouts: [CalloutSeverity: [String]]
  package var optionalStep: [String]
  package var requirement: [String]
  package var newAccount: [String]
  package var existingAccount: [String]
  /// Words by which a sentence sends its reader to where to begin.
  package var beginning: [String]
  package var prerequisite: [String]
  /// Column heads of tables of clients.
  package var clientColumn: [String]
  package var levelColumn: [String]
  package var downloadWords: [String]
  /// Marks, footnotes, versions, columns and sentences.
  package var support = SupportWords.standard
  /// Words that say what to do.
  package var actions = ActionWords.standard
  /// What readers have before them and mail programs are named after: alone, it names one only on
  /// pages about mail.
  package var systemNames = ["Android", "iPhone", "BlackBerry", "Sailfish OS"]
  /// Words in the names of pages that are for readers of mail.
  package var clientWords = [
    "client", "clients", "mua", "mail program", "mail programs", "mail app", "メールソフト", "メーラー",
  ]
  /// What mail programs are called in any text.
  package var mailPrograms = [
    "mail program", "mail programs", "mail client", "mail clients", "mail app", "mail apps",
    "mail application", "email program", "email programs", "email client", "email clients",
    "email app", "email apps", "e-mail program", "e-mail programs", "e-mail client",
    "e-mail clients", "メールソフト", "メーラー", "メールアプリ",
  ]
  /// Words of pages about mail.
  package var mailWords = [
    "mail", "mails", "email", "e-mail", "emails", "メール", "送信", "受信", "アカウント", "imap", "pop",
    "pop3", "smtp", "activesync", "exchange",
  ]
  /// Keys of a page's front matter that name its client, and the version.
  package var clientKeys = ["client", "app", "application", "program", "software"]
  package var versionKeys = ["version", "app_version", "versions"]

  package enum SectionKind: String, Sendable, CaseIterable {
    case explanation, clientList, setup, operation, troubleshooting
    /// Lists of further reading: numbered, but no steps.
    case references
  }

  package struct KnownClient: Sendable {
    package let id: String
    package let name: String
    /// Other spellings and short forms, such as `OE`.
    package let aliases: [String]
    package let kind: Client.Kind
    package let profile: ClientProfile

    package init(
      id: String, name: String, aliases: [String], kind: Client.Kind,
      profile: ClientProfile = .unknown
    ) {
      self.id = id
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.profile = profile
    }
  }

  package struct KnownFeature: Sendable {
    package let id: String
    package let name: String
    package let aliases: [String]
    package let isStandard: Bool
    package let isDeprecated: Bool
    package let supersededBy: [String]
  }
}

extension Vocabulary {
  /// Japanese and English words, as found on help pages of mail hosts.
  package static let standard = Vocabulary(
    sections: [
      .explanation: ["とは", "what is ", "what's ", "について", "about "],
      .clientList: [
        "対応できるメールソフト", "対応したメールソフト", "対応しているメールソフト", "対応メールソフト", "対応ソフト",
        "対応メーラー", "対応クライアント", "対応状況", "動作確認", "メールソフト一覧", "対応表",
        "mail clients", "email clients", "supported clients", "client support",
        "compatible clients",
        "compatibility", "supported mail programs", "mail programs",
      ],
      .setup: [
        "設定例", "設定方法", "設定手順", "設定の手順", "設定のしかた", "設定の仕方", "の設定", "と設定", "設定と", "セットアップ", "手順",
        "setting up", "set up", "setup", "configuring", "configure", "configuration", "how to",
        "instructions", "installation",
      ],
      .operation: [
        "通常の運用", "普段の使い方", "ふだんの使い方", "通常の使い方", "日常の使い方", "日々の使い方", "毎日の使い方",
        "使い方", "送受信のしかた", "送受信の手順", "daily use", "everyday use", "daily operation", "day to day",
        "sending mail", "sending and receiving", "receiving mail", "how to use",
      ],
      .troubleshooting: [
        "トラブル", "困ったとき", "できないとき", "できない場合", "うまくいかない", "エラー", "送信できない", "受信できない",
        "よくある質問", "troubleshooting", "if it does not work", "does not work", "doesn't work",
        "problems", "if something goes wrong", "error",
      ],
      .references: [
        "参考文献", "参考資料", "参考リンク", "参考情報", "関連ページ", "関連リンク", "関連情報", "参考", "リンク集", "更新履歴",
        "references", "further reading", "see also", "related pages", "change log", "changelog",
        "release notes", "what's new", "更新情報", "リリースノート",
      ],
    ],
    levels: [
      .native: [
        "正式に対応", "正式対応", "完全対応", "対応済", "対応", "○", "◎", "〇", "◯", "✓", "✔", "supported", "yes",
        "native",
        "full support",
      ],
      .manual: ["手動対応", "手動で対応", "手動", "by hand", "manually", "manual"],
      .partial: [
        "一部対応", "一部", "条件付き", "not fully supported", "部分対応", "△", "partial", "partly", "limited",
      ],
      .unsupported: [
        "非対応", "未対応", "対応不可", "対応外", "対応できない", "対応できません", "利用不可", "利用できません", "使えません",
        "no support", "no longer supported", "not yet supported", "not officially supported",
        "does not work", "cannot be used", "doesn't work", "対応していない", "対応していません", "対応しない", "×", "✕",
        "✗", "not supported",
        "unsupported", "no", "incompatible",
      ],
      .untested: ["未検証", "動作未確認", "未確認", "検証していません", "not tested", "untested"],
    ],
    denialsBehind: [
      "しておりません", "していません", "していない", "しません", "しない", "できません", "できない", "ではありません", "ではない", "不可", "外",
      "終了", "を終了",
    ],
    denialsBefore: ["not", "isn't", "doesn't", "aren't", "never", "no longer", "cannot"],
    undecided: [
      "対応予定", "対応検討", "対応中", "検討中", "準備中", "作成中", "未定", "planned", "coming soon", "in preparation",
      "under review",
    ],
    categoryNouns: ["ソフト", "メーラー", "クライアント", "アプリ", "clients", "programs", "apps", "software"],
    distributions: [
      .freeOfCharge: [
        "無償", "無料", "フリー", "フリーソフト", "フリーウェア", "フリーウエア", "free of charge", "free", "freeware",
      ],
      .shareware: ["シェアウェア", "シェアウエア", "シェアソフト", "shareware"],
      .commercial: ["有償", "有料", "市販", "製品版", "commercial", "paid"],
      .bundled: ["os付属", "標準添付", "標準", "付属", "bundled", "built in", "built-in", "preinstalled"],
    ],
    afterDistribution: ["版", "ソフト", "で", "、", "。"],
    versionColumn: ["バージョン", "version", "ver."],
    clients: [
      .init(
        id: "outlook-express", name: "Outlook Express", aliases: ["OE"], kind: .desktop,
        profile: .former(.windows)),
      .init(
        id: "outlook", name: "Outlook", aliases: ["Microsoft Outlook", "MS Outlook"],
        kind: .desktop, profile: .current(.windows, .mac)),
      .init(
        id: "outlook-for-mac", name: "Outlook for Mac",
        aliases: ["Microsoft Outlook for Mac", "Outlook for macOS", "Mac版Outlook"],
        kind: .desktop, profile: .current(.mac)),
      .init(
        id: "thunderbird", name: "Thunderbird", aliases: ["Mozilla Thunderbird", "サンダーバード"],
        kind: .desktop, profile: .current(.windows, .mac, .linux)),
      .init(
        id: "netscape", name: "Netscape", aliases: ["Netscape Mail", "Netscape Messenger"],
        kind: .desktop, profile: .former(.windows, .mac, .linux)),
      .init(
        id: "becky-internet-mail", name: "Becky! Internet Mail", aliases: ["Becky!", "Becky"],
        kind: .desktop, profile: .current(.windows)),
      .init(
        id: "edmax-free", name: "EdMaxフリー版", aliases: ["EdMax フリー版"], kind: .desktop,
        profile: .on(.windows)),
      .init(id: "edmax", name: "EdMax", aliases: [], kind: .desktop, profile: .on(.windows)),
      .init(
        id: "windows-mail", name: "Windows メール", aliases: ["Windows Mail", "Windowsメール"],
        kind: .desktop, profile: .former(.windows)),
      .init(
        id: "windows-live-mail", name: "Windows Live メール",
        aliases: ["Windows Live Mail", "Windows Liveメール"], kind: .desktop,
        profile: .former(.windows)),
      .init(
        id: "apple-mail", name: "Apple Mail", aliases: ["Mac Mail", "Mail.app", "macOS Mail"],
        kind: .desktop, profile: .current(.mac)),
      .init(
        id: "iphone-mail", name: "iPhone メール",
        aliases: [
          "iPhone Mail", "iOS Mail", "iPad Mail", "Mail iOS", "iPhone", "iOS devices", "iOS device",
        ],
        kind: .mobile, profile: .current(.ios)),
      .init(
        id: "android-mail", name: "Android メール", aliases: ["Android Mail", "Android"],
        kind: .mobile, profile: .current(.android)),
      .init(
        id: "gmail-app", name: "Gmail", aliases: ["Gmail アプリ", "Gmail app"], kind: .mobile,
        profile: .current(.android, .ios)),
      .init(
        id: "k-9-mail", name: "K-9 Mail", aliases: ["K9 Mail", "K9"], kind: .mobile,
        profile: .current(.android)),
      .init(
        id: "eudora", name: "Eudora", aliases: [], kind: .desktop, profile: .former(.windows, .mac)),
      .init(
        id: "al-mail32", name: "AL-Mail32", aliases: ["AL-Mail", "ALMail"], kind: .desktop,
        profile: .on(.windows)),
      .init(
        id: "shuriken", name: "Shuriken", aliases: ["Shuriken Pro"], kind: .desktop,
        profile: .on(.windows)),
      .init(
        id: "hidemaru-mail", name: "秀丸メール", aliases: ["秀Term Mail", "鶴亀メール"], kind: .desktop,
        profile: .current(.windows)),
      .init(
        id: "postpet", name: "PostPet", aliases: ["ポストペット"], kind: .desktop,
        profile: .on(.windows, .mac)),
      .init(
        id: "sylpheed", name: "Sylpheed", aliases: [], kind: .desktop,
        profile: .on(.windows, .linux)),
      .init(
        id: "claws-mail", name: "Claws Mail", aliases: [], kind: .desktop,
        profile: .current(.linux, .windows)),
      .init(
        id: "evolution", name: "Evolution", aliases: ["GNOME Evolution"], kind: .desktop,
        profile: .current(.linux)),
      .init(
        id: "kmail", name: "KMail", aliases: ["Kontact", "KDE Kontact"], kind: .desktop,
        profile: .current(.linux)),
      .init(
        id: "em-client", name: "eM Client", aliases: [], kind: .desktop,
        profile: .current(.windows, .mac)),
      .init(
        id: "fairemail", name: "FairEmail", aliases: [], kind: .mobile, profile: .current(.android)),
      .init(
        id: "delta-chat", name: "Delta Chat", aliases: [], kind: .mobile,
        profile: .current(.android, .ios, .windows, .mac, .linux)),
      .init(
        id: "sailfish-mail", name: "Sailfish OS Mail",
        aliases: ["SailfishOS mail client", "Sailfish OS"],
        kind: .mobile),
      .init(
        id: "blackberry-mail", name: "BlackBerry Mail", aliases: ["BlackBerry 10", "BlackBerry"],
        kind: .mobile),
      .init(
        id: "geary", name: "Geary", aliases: ["GNOME Geary"], kind: .desktop,
        profile: .current(.linux)),
      .init(
        id: "mu4e", name: "mu4e", aliases: ["Emacs mu4e"], kind: .terminal,
        profile: .current(.linux, .mac)),
      .init(
        id: "apple-contacts", name: "Contacts (Mac)", aliases: ["Contacts.app", "Apple Contacts"],
        kind: .desktop, profile: .current(.mac)),
      .init(
        id: "apple-calendar", name: "Calendar (Mac)",
        aliases: ["iCalendar.app", "Calendar.app", "Apple Calendar", "iCal"], kind: .desktop,
        profile: .current(.mac)),
      .init(
        id: "entourage", name: "Entourage", aliases: ["Microsoft Entourage"], kind: .desktop,
        profile: .former(.mac)),
      .init(
        id: "opera-mail", name: "Opera Mail", aliases: [], kind: .desktop,
        profile: .former(.windows, .mac)),
      .init(
        id: "mutt", name: "Mutt", aliases: ["NeoMutt"], kind: .terminal,
        profile: .current(.linux, .mac)),
      .init(
        id: "roundcube", name: "Roundcube", aliases: [], kind: .webmail, profile: .current(.web)),
      .init(
        id: "squirrelmail", name: "SquirrelMail", aliases: [], kind: .webmail, profile: .on(.web)),
      .init(
        id: "snappymail", name: "SnappyMail", aliases: [], kind: .webmail, profile: .current(.web)),
      .init(
        id: "rainloop", name: "RainLoop", aliases: [], kind: .webmail, profile: .former(.web)),
    ],
    features: [
      .init(
        id: "smtp.pop-before-smtp", name: "POP before SMTP",
        aliases: ["SMTP after POP", "SMTPLast"], isStandard: false, isDeprecated: true,
        supersededBy: ["smtp.auth"]),
      .init(
        id: "smtp.auth", name: "SMTP AUTH", aliases: ["SMTP認証", "SMTP 認証", "SMTP-AUTH"],
        isStandard: true, isDeprecated: false, supersededBy: []),
      .init(
        id: "smtp.submission", name: "Submission", aliases: ["サブミッションポート", "587番ポート", "OP25B"],
        isStandard: true, isDeprecated: false, supersededBy: []),
      .init(
        id: "tls", name: "SSL/TLS", aliases: ["SSL", "TLS", "STARTTLS"], isStandard: true,
        isDeprecated: false, supersededBy: []),
      .init(
        id: "imap", name: "IMAP", aliases: ["IMAP4"], isStandard: true, isDeprecated: false,
        supersededBy: []),
      .init(
        id: "pop.apop", name: "APOP", aliases: [], isStandard: true, isDeprecated: true,
        supersededBy: ["tls"]),
      .init(
        id: "caldav", name: "CalDAV", aliases: [], isStandard: true, isDeprecated: false,
        supersededBy: []),
      .init(
        id: "carddav", name: "CardDAV", aliases: [], isStandard: true, isDeprecated: false,
        supersededBy: []),
    ],
    callouts: [
      .note: ["(注)", "注)", "注:", "※", "note:", "(note)", "補足:"],
      .tip: ["ヒント:", "tip:", "hint:"],
      .important: ["重要:", "(重要)", "important:"],
      .warning: ["注意:", "(注意)", "警告:", "warning:", "caution:", "【注意】"],
    ],
    optionalStep: [
      "何もすることはありません", "なにもすることはありません", "何もする必要はありません", "なにもする必要はありません", "(任意)", "省略できます", "必要に応じて",
      "(optional)", "optional:", "nothing to do", "you can skip", "nothing needs to be done",
    ],
    requirement: ["必ず", "must ", "be sure to", "make sure"],
    newAccount: [
      "新規", "新しく", "初めて", "はじめて", "まだ", "don't have", "not already", "not have", "new account",
      "new user", "new customer", "first time",
      "from scratch",
    ],
    existingAccount: [
      "すでに", "既に", "既存", "設定済", "お使いの方", "existing account", "existing user", "existing customer",
      "already", "existing users", "existing customers", "existing accounts",
    ],
    beginning: [
      "から", "へ進", "に進", "start", "begin", "continue", "skip to", "go to", "jump to", "proceed",
    ],
    prerequisite: [
      "受信しないと", "受信してから", "先に受信", "受信していないと", "前に受信", "必要があります", "must receive", "receive before",
      "before you can send",
      "before sending",
    ],
    clientColumn: [
      "メールソフト", "ソフト名", "ソフト", "クライアント", "メーラー", "client", "mail program", "program", "app",
    ],
    levelColumn: ["対応区分", "対応状況", "対応", "support", "status", "level"],
    downloadWords: ["download", "ダウンロード"])
}
