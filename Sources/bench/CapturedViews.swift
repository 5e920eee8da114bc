import SourceText
import WikiStore

/// A wiki's difference view of two revisions as a browser copies it, with the truth beside it.
struct CapturedView {
  enum Wiki: String, CaseIterable { case yukiWiki, pukiWiki }

  enum Fate { case both, deleted, added }

  let text: String
  /// The lines of the view that are lines of the revisions.
  let lines: [(text: String, fate: Fate)]

  private static let tools = [
    "表紙", "一覧", "検索", "新規作成", "更新履歴", "編集", "差分", "部屋一覧", "Home", "Search", "Help",
  ]
  private static let titles = ["変更点の確認", "温故知新", "最新の差分", "このページの変更点", "What changed", "前回との違い"]

  init(old: [String], new: [String], by wiki: Wiki, _ numbers: inout SeededNumbers) {
    lines = Self.merge(old, new)
    let body = lines.map(\.text).joined(separator: "\n") + "\n"
    switch wiki {
    case .yukiWiki:
      text =
        Self.toolRow(&numbers) + "\n\nMailSetup - \(new[0])\n\n" + numbers.pick(Self.titles)
        + "\n\n\n" + body
    case .pukiWiki:
      text = """
        メール設定 の変更点
        http://wiki.example/index.php?MailSetup
        [ トップ ]   [ 編集 | 凍結 | 差分 | 添付 | リロード ]   [ 新規 | 一覧 | 単語検索 | 最終更新 | ヘルプ ]

            追加された行はこの色です。
            削除された行はこの色です。
            メール設定 へ行く。

        """ + body
    }
  }

  static func toolRow(_ numbers: inout SeededNumbers) -> String {
    tools.shuffled(using: &numbers).prefix(numbers.number(5...9)).joined(separator: " | ")
  }

  /// All lines of both, deleted before added where something changed, as the wikis do it.
  private static func merge(_ old: [String], _ new: [String]) -> [(text: String, fate: Fate)] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var merged: [(String, Fate)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        merged.append((old[left], .deleted))
        left += 1
      } else if right < new.count, inserted.contains(right) {
        merged.append((new[right], .added))
        right += 1
      } else {
        merged.append((new[right], .both))
        left += 1
        right += 1
      }
    }
    return merged
  }
}
