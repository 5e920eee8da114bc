/// The words by which statements of support are known beside the words for levels: marks, footnotes,
/// versions, columns and sentences. Data, never code; a part of ``Vocabulary``.
package struct SupportWords: Sendable {
  /// Signs that give a level wherever an answer begins with them.
  package var marks: [SupportLevel: [String]]
  /// Words that give a level only where they are the whole answer.
  package var answers: [SupportLevel: [String]]
  /// Answers that say nothing: that it is not known, or that the question does not arise.
  package var silence: [String]
  /// Signs without a level of their own, to which a legend may give one.
  package var furtherMarks: [String]
  /// What a line that explains the marks may begin with.
  package var legendWords: [String]
  /// What stands between a mark and its meaning.
  package var legendSeparators: [String]
  /// What stands between a client's name and its level.
  package var itemSeparators: [String]
  /// Signs and words before the number of a footnote.
  package var footnoteMarks: [String]
  /// Headings over footnotes.
  package var footnoteHeadings: [String]
  package var featureColumn: [String]
  package var noteColumn: [String]
  package var testedColumn: [String]
  /// Column heads about which nothing is claimed, though a word for a level is part of them.
  package var otherColumn: [String]
  /// What stands around a day in brackets behind a client: 「2026-11-20 確認」.
  package var tested: [String]
  package var versions: VersionWords
  package var forms: [Form]
  /// What may stand before a sentence without changing what it says.
  package var openers: [String]
  /// What joins clients, or features, that one sentence is about.
  package var joiners: [String]
  /// Particles that stand in sentences and hardly in names.
  package var sentenceSigns: [String]
  /// Stretches of which every sentence of a known form has at least one.
  package var verbs: [String]

  package struct VersionWords: Sendable {
    /// Words before a version that say no more than that it is one.
    package var prefixes: [String]
    package var all: [String]
    /// Behind a version: it and those after it.
    package var orLater: [String]
    package var orEarlier: [String]
    /// Before a version.
    package var from: [String]
    package var through: [String]
    /// Between the first and the last of a range.
    package var ranges: [String]
    package var joiners: [String]
    /// What makes a number an amount: 5分で設定, 64ビット版.
    package var counters: [String]
    /// Numbers that are parts of names: Office 365.
    package var names: [String]
    /// What begins like a bound behind a version and is none: 「115 以下の手順」.
    package var noBounds: [String]
    /// Platforms that may stand between a name and its version: Outlook for Mac 2011.
    package var platforms: [String]
  }

  /// A form of sentences that give a level: two groups of names with words between and behind.
  package struct Form: Sendable {
    package let level: SupportLevel
    package let first: Subject
    package let between: [String]
    package let behind: [String]

    package enum Subject: Sendable { case clients, features }

    init(
      _ level: SupportLevel, _ first: Subject, between: [String], behind: [String] = [""]
    ) {
      self.level = level
      self.first = first
      self.between = between
      self.behind = behind
    }
  }
}

extension SupportWords {
  /// Japanese and English, as ``Vocabulary/standard``.
  package static let standard = SupportWords(
    marks: [
      .native: ["○", "◎", "〇", "◯", "●", "⭕", "✓", "✔", "☑", "✅"],
      .partial: ["△", "▲"],
      .unsupported: ["×", "✕", "✖", "✗", "✘", "☓", "❌", "╳"],
    ],
    answers: [
      .native: ["有", "可", "あり", "可能", "有り", "ok", "full"],
      .partial: ["一部", "一部可"],
      .unsupported: ["無", "不可", "なし", "不可能", "無し", "ng", "none"],
    ],
    silence: [
      "-", "--", "−", "ー", "–", "—", "―", "‐", "?", "/", "n/a", "na", "n.a.", "不明", "対象外", "該当なし",
      "unknown", "not applicable",
    ],
    furtherMarks: ["□", "■", "◇", "◆", "▽", "▼", "☆", "★", "-", "−", "ー", "–", "—", "―", "?"],
    legendWords: ["凡例", "記号", "legend", "key", "表の見方"],
    legendSeparators: [":", "=", "…", "・・・", "...", "→"],
    itemSeparators: [":", "=", "…", "・・・", "...", "→", "⇒", " - ", " – ", " — ", "──"],
    footnoteMarks: ["*", "※", "注", "註", "†", "‡", "#", "note "],
    footnoteHeadings: ["注", "注釈", "脚注", "注記", "備考", "notes", "footnotes", "remarks"],
    featureColumn: ["機能", "方式", "プロトコル", "項目", "feature", "protocol"],
    noteColumn: [
      "備考", "注意", "補足", "コメント", "条件", "要件", "必要な設定", "注記", "メモ", "notes", "note", "remarks",
      "remark", "comment", "comments", "requirements", "requires", "requirement",
    ],
    testedColumn: [
      "検証日", "確認日", "動作確認日", "最終確認", "最終検証", "テスト日", "tested", "verified", "last checked",
      "checked", "tested on", "last tested", "verified on",
    ],
    otherColumn: [
      "対応os", "os", "プラットフォーム", "platform", "価格", "price", "license", "ライセンス", "開発元", "vendor",
      "url", "検証者", "確認者", "tested by", "サポート期限", "support ends", "end of support",
    ],
    tested: [
      "最終確認日", "最終確認", "動作確認日", "動作確認済み", "動作確認済", "動作確認", "検証日", "検証済み", "検証済", "検証",
      "確認日", "確認済み", "確認済", "確認", "last checked", "last tested", "tested on", "tested",
      "verified on",
      "verified", "checked on", "checked",
    ],
    versions: .standard, forms: japaneseForms + englishForms,
    openers: ["なお", "また", "さらに", "現在", "※", "・"],
    joiners: [
      "および", "及び", "ならびに", "と", "、", "や", "・", "/", ", and ", ", or ", " and ", " or ", ",",
    ],
    sentenceSigns: ["を", "が", "は", "に"],
    verbs: ["対応", "サポート", "使え", "使用でき", "利用でき", "support", "work"])

  private static let topics = ["は", "では", "も", "でも"]

  /// 「Outlook は SMTP AUTH に対応しています。」「IMAP は Becky! では使えません。」
  private static let japaneseForms: [Form] = [
    Form(
      .native, .clients, between: topics,
      behind: [
        "に対応しています", "に対応している", "に対応します", "に対応済みです", "に対応です", "に正式に対応しています", "に完全に対応しています",
        "をサポートしています", "をサポートしている", "をサポートします", "が使えます", "を使えます", "が利用できます", "を利用できます",
        "が使用できます", "を使用できます",
      ]),
    Form(
      .manual, .clients, between: topics,
      behind: ["に手動で対応しています", "に手動対応しています", "に手動で対応します", "に手動で対応できます"]),
    Form(
      .partial, .clients, between: topics,
      behind: [
        "に一部対応しています", "に一部だけ対応しています", "に一部のみ対応しています", "に部分的に対応しています", "に部分対応しています",
        "を一部サポートしています", "を部分的にサポートしています",
      ]),
    Form(
      .unsupported, .clients, between: topics,
      behind: [
        "に対応していません", "に対応していない", "に対応しておりません", "に対応しません", "には対応していません", "には対応していない",
        "には対応しておりません", "に未対応です", "には未対応です", "に非対応です", "には非対応です", "をサポートしていません",
        "をサポートしていない", "をサポートしておりません", "はサポートしていません", "が使えません", "を使えません", "は使えません",
        "が利用できません", "を利用できません", "は利用できません", "が使用できません", "を使用できません", "は使用できません",
      ]),
    Form(
      .native, .features, between: topics,
      behind: ["で使えます", "で利用できます", "で使用できます", "が対応しています", "がサポートしています"]),
    Form(
      .unsupported, .features, between: topics,
      behind: [
        "では使えません", "では利用できません", "では使用できません", "で使えません", "で利用できません", "で使用できません",
        "ではサポートされていません", "でサポートされていません", "は対応していません",
      ]),
  ]

  /// "Thunderbird supports IMAP." "TLS is not supported in Eudora."
  private static let englishForms: [Form] = [
    Form(
      .native, .clients,
      between: [
        "supports", "support", "fully supports", "fully support", "also supports", "also support",
        "works with", "work with", "works well with", "work well with",
      ]),
    Form(
      .partial, .clients,
      between: [
        "only partly supports", "only partly support", "partly supports", "partly support",
        "only partially supports", "only partially support", "partially supports",
        "partially support", "has only partial support for", "has partial support for",
        "does not fully support", "do not fully support", "doesn't fully support",
        "don't fully support",
      ]),
    Form(
      .unsupported, .clients,
      between: [
        "does not support", "do not support", "doesn't support", "don't support", "cannot use",
        "no longer supports", "no longer support", "has no support for", "have no support for",
        "does not work with", "do not work with", "doesn't work with", "don't work with",
      ]),
    Form(
      .native, .features,
      between: [
        "is supported by", "is supported in", "are supported by", "are supported in", "works in",
        "work in",
      ]),
    Form(
      .partial, .features,
      between: [
        "is only partly supported by", "is only partly supported in", "is partly supported by",
        "is partly supported in", "is partially supported by", "is partially supported in",
      ]),
    Form(
      .unsupported, .features,
      between: [
        "is not supported by", "is not supported in", "isn't supported by", "isn't supported in",
        "are not supported by", "are not supported in", "does not work in", "do not work in",
        "doesn't work in", "is no longer supported by", "is no longer supported in",
      ]),
  ]
}

extension SupportWords.VersionWords {
  static let standard = SupportWords.VersionWords(
    prefixes: ["versions", "version", "vers.", "ver.", "ver", "v.", "v", "バージョン"],
    all: [
      "全バージョン", "全ての版", "すべての版", "全版", "すべてのバージョン", "全てのバージョン", "各バージョン", "all versions",
      "any version", "every version",
    ],
    orLater: [
      "以降", "以上", "以後", "より新しい版", "or later", "and later", "or newer", "and newer",
      "or higher", "and higher", "or above", "and above", "and up", "+", "〜", "~",
    ],
    orEarlier: [
      "以前", "以下", "まで", "or earlier", "and earlier", "or older", "and older", "or below",
      "and below", "or lower",
    ],
    from: ["since", "from", "at least", "starting with", "≥", ">="],
    through: ["before", "up to", "until", "≤", "<="],
    ranges: ["〜", "~", "-", "–", "—", "−", "から", "to", "through"],
    joiners: ["/", "・", "、", ",", "と", "および", "and", "or", "&"],
    counters: [
      "分", "つ", "回", "台", "個", "ステップ", "手順", "年", "月", "日", "時", "通", "件", "円", "人", "文字", "種類",
      "か所", "ヶ所", "番", "ビット", "位", "%", "mb", "gb", "kb", " mb", " gb", "bit", "-bit", " bit",
      "minutes", " minutes", " steps", " step", " times", " years", " users", " accounts",
    ],
    names: ["365"], noBounds: ["以下の", "以下に", "以上の手順", "以上で"],
    platforms: [
      "for windows", "for mac", "for macos", "for mac os x", "for linux", "for ios", "for android",
    ])
}
