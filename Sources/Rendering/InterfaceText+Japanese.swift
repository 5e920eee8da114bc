import GuideModel

extension InterfaceText {
  static let japanese = InterfaceText(
    language: "ja", home: "ホーム", clients: "メールソフト一覧", pages: "ページ一覧", matrix: "対応表",
    skipToContent: "本文へ進む", navigation: "サイト内の案内",
    builtBy: "wikiguideで作成", asOf: "データの日付", source: "出典",
    line: { "\($0)行目" }, lines: { "\($0)行" }, sourceOf: { "「\($0)」の原文" },
    contents: "目次", footnotes: "脚注", backToText: "本文に戻る", missingImage: "画像がありません",
    remoteImage: { "画像を別のサイトで開く(\($0))" },
    guideFor: { "\($0)の設定ガイド" }, about: "このメールソフトについて", level: "対応区分", asWrittenLevel: "原文の表現",
    takenOver: "直前の分類から引き継いだ区分です",
    versions: "バージョン", price: "価格", priceUnknown: "不明(ページに記載がありません)",
    homepage: "ホームページ", download: "ダウンロード", documentation: "説明書",
    noStatement: "このメールソフトの対応区分は、どのページにも書かれていません。",
    noGuide: "設定ガイドはまだありません。",
    noGuideHelp: "このメールソフトの設定手順は、まだ書かれていません。次のメールソフトには設定ガイドがあります。",
    guideCovers: { "このガイドはバージョン\($0)を対象にしています。ほかのバージョンでは画面が異なることがあります。" },
    beforeYouBegin: "はじめる前に", settingsNeeded: "必要な設定と操作", whereToBegin: "どこから始めますか",
    newAccount: "新しくアカウントを作る方", existingAccount: "すでにアカウントがある方", otherAudience: "途中から始める方",
    startAt: { "手順\($0)から始める" }, startHere: { "\($0)は、ここから始めてください。" },
    setup: "設定手順", operation: "毎日の使い方", troubleshooting: "うまくいかないとき",
    step: { "手順\($0)" }, linkToStep: { "手順\($0)へのリンク" }, screenshotOf: { "\($0)の画面" },
    screenshot: "画面",
    optional: "任意",
    callouts: [.note: "ご注意", .tip: "ヒント", .important: "重要", .warning: "警告"],
    guides: { "設定ガイド\($0)件" }, steps: { "全\($0)手順" },
    client: "メールソフト", guide: "設定ガイド", chooseClient: "お使いのメールソフトを選んでください",
    homeLead: "メールソフトごとの設定方法を、画面の図とともにご案内します。",
    clientsLead: "ご案内しているメールソフトの一覧です。", pagesLead: "もとになったWikiのページの一覧です。",
    matrixLead: "メールソフトごとの対応状況です。それぞれの区分から設定ガイドと出典に進めます。",
    matrixCaption: "メールソフトの対応状況", legend: "記号の意味",
    unknownIsUnknown: "どのページにも書かれていない組み合わせは「不明」と表示します。", alsoAs: "ほかの形式",
    feature: "方式",
    frontPage: "入口のページ", menuOf: { "「\($0)」のメニュー" }, changes: "最近の更新",
    changesLead: "どのページがいつ変わったか。Wikiの記録によります。", history: "変更点", historyOf: { "「\($0)」の変更点" },
    historyLead: "＋の行は追加され、−の行は削除されました。", changedOn: { "最終更新: \($0)" }, changed: "更新", added: "追加",
    removed: "削除", dateUnknown: "日付不明", nothingChanged: "変わった行はありません。",
    tooLongToCompare: "ページが長すぎるため、比べていません。", linesChanged: { "追加\($0)行、削除\($1)行" },
    linesNotShown: { "変わっていない\($0)行" },
    search: "検索", searchLead: "すべてのガイドとページから探します。", searchLabel: "探す言葉",
    searchNeedsScript: "検索にはJavaScriptが必要です。次の一覧からすべてのページへ行けます。",
    searchCount: { "\($0)ページ見つかりました" }, searchNothing: { "「\($0)」は見つかりませんでした。" },
    searchFailed: "検索用のデータを読み込めません。ファイルとして開いたサイトでは検索できません。", notFound: "ページが見つかりません",
    notFoundHelp: "名前が変わったか、なくなったようです。次の一覧から探せます。",
    guideDescription: { "\($0)の設定手順。\($1)の手順を画面つきで説明します。対応: \($2)。" },
    clientDescription: { "\($0)の対応状況: \($1)。" }, stepDone: { "手順\($0)は済んだ" }, close: "閉じる",
    fullSize: "実際の大きさ", breadcrumbs: "現在の位置", previous: "前へ", next: "次へ",
    editPage: "Wikiでこのページを編集", reportStep: { "手順\($0)の問題を知らせる" },
    levels: [
      .native: LevelText(
        word: "対応", meaning: "設定を済ませれば、操作の順番を気にせずお使いいただけます。", mark: "◎"),
      .manual: LevelText(
        word: "手動で対応", meaning: "お使いいただけますが、決められた順番でご自身が操作する必要があります。", mark: "○"),
      .partial: LevelText(
        word: "一部対応", meaning: "使えない機能や条件があります。説明をお確かめください。", mark: "△"),
      .unsupported: LevelText(
        word: "非対応", meaning: "このメールソフトではお使いいただけません。", mark: "×"),
      .untested: LevelText(
        word: "未検証", meaning: "使えるかどうかを確かめていません。", mark: "－"),
    ],
    unknown: LevelText(
      word: "不明", meaning: "どのページにも対応区分が書かれていません。", mark: "？"),
    distributions: [
      .freeOfCharge: "無償", .shareware: "シェアウェア", .commercial: "有償", .bundled: "付属",
      .unknown: "不明",
    ])
}
