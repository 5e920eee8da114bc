import SourceText
import WikiStore

/// Reads what somebody copied from a wiki's difference view, and parts it into its two revisions.
enum DifferenceFuzzer {
  private static let heads = [
    "", "a | b | c | d\n\nP - s\n\n差分\n\ns\n",
    "P の変更点\n[ トップ ]   [ 編集 | 凍結 | 差分 ]\n\n追加された行はこの色です。\n削除された行はこの色です。\n",
  ]

  static func take(_ bytes: [UInt8]) {
    guard let selector = bytes.first, bytes.count < 4000 else { return }
    let head = heads[Int(selector) % heads.count]
    let text = TextEncoding.utf8.decode(Array(head.utf8) + bytes.dropFirst())
    guard let file = try? SourceFile(path: "c", text: text),
      let captured = CapturedDifference.read(file)
    else { return }
    _ = captured.revision(.older)
    _ = captured.revision(.newer)
  }
}
