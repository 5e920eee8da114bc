/// Words that say what to do, by which steps are told from other numbered things: data, never code.
enum ActionWords {
  static let standard: [String] = [
    "activate", "add", "agree", "allow", "check", "choose", "click", "close", "configure",
    "confirm",
    "connect", "copy", "create", "customize", "delete", "deselect", "disable", "double-click",
    "download", "drag", "edit", "enable", "ensure", "enter", "expand", "fill", "finish", "follow",
    "give",
    "go to", "go back", "highlight", "hit", "import", "insert", "install", "launch", "log in",
    "log into",
    "log out", "login", "long-press", "make sure", "move", "name", "navigate", "open", "paste",
    "press", "proceed", "provide", "quit", "reboot", "remove", "repeat", "replace", "restart",
    "return to", "right-click", "run", "save", "scan", "scroll", "search for", "select", "set",
    "sign in", "skip", "specify", "start", "swipe", "switch", "tap", "tick", "toggle", "touch",
    "turn off", "turn on", "type", "uncheck", "unselect", "untick", "update", "upload", "use",
    "verify", "visit", "wait", "write", "you need to", "you should", "you will be",
    "->", "→", "＞", "⇒", "[ok]",
    "クリック", "タップ", "選択", "選ぶ", "選び", "押す", "押し", "入力", "開く", "開き", "開いて", "起動", "保存", "追加",
    "設定し", "設定する", "チェック", "ボタン", "してください", "して下さい", "します", "する。", "進む", "進み", "戻る", "戻り",
    "確認", "変更", "閉じ", "入れ", "外す", "外し", "終了", "完了", "ダウンロード", "インストール", "コピー", "貼り付け",
    "ログイン", "サインイン", "長押し", "スクロール", "メニュー",
  ]
}
