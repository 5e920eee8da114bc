import Syntax

/// Pages of marks that stand for looks, in and beside each other, and of tables: in each wiki's own way
/// of writing, with words that other ways of writing take for marks. The same ones for the same seed.
package struct MarkedPages {
  private let dialect: Dialect
  private var numbers: RepeatableNumbers

  package static func make(seed: Int, dialect: Dialect) -> String {
    var pages = MarkedPages(dialect: dialect, numbers: RepeatableNumbers(seed: UInt64(seed)))
    return (0..<pages.below(4) + 1).map { _ in pages.block() }.joined(separator: "\n\n") + "\n"
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }

  // MARK: - Blocks

  private mutating func block() -> String {
    switch below(6) {
    case 0: return item + line() + "\n" + item + line()
    case 1, 2: return table()
    default: return line() + (below(4) == 0 ? "\n" + line() : "")
    }
  }

  private var item: String {
    switch dialect {
    case .pukiwiki, .yukiwiki, .pyukiwiki: "-"
    case .markdown: "- "
    case .mediawiki: "* "
    case .dokuwiki: "  * "
    }
  }

  private mutating func table() -> String {
    let width = below(3) + 1
    let height = below(3) + 1
    let cells = (0..<height).map { _ in (0..<width).map { _ in line() } }
    switch dialect {
    case .pukiwiki, .pyukiwiki:
      let isHead = below(2) == 0
      return cells.enumerated().map { row, cells in
        "|" + cells.map { joined($0) + "|" }.joined() + (row == 0 && isHead ? "h" : "")
      }.joined(separator: "\n")
    case .yukiwiki: return cells.map { "," + $0.joined(separator: ",") }.joined(separator: "\n")
    case .markdown:
      let rule = "|" + String(repeating: "---|", count: width)
      let rows = cells.map { "|" + $0.map { " \($0) |" }.joined() }
      return ([rows[0], rule] + rows.dropFirst()).joined(separator: "\n")
    case .mediawiki:
      let rows = cells.map { "|-\n" + $0.map { "| \($0)" }.joined(separator: "\n") }
      return "{|\n" + rows.joined(separator: "\n") + "\n|}"
    case .dokuwiki:
      return cells.enumerated().map { row, cells in
        let mark = row == 0 ? "^" : "|"
        return cells.map { "\(mark) \(joined($0)) " }.joined() + mark
      }.joined(separator: "\n")
    }
  }

  /// Now and then a cell that belongs to its neighbour.
  private mutating func joined(_ cell: String) -> String {
    let mark = dialect == .dokuwiki ? ":::" : ["~", ">"][below(2)]
    return below(8) == 0 ? mark : cell
  }

  // MARK: - Lines

  private mutating func line() -> String {
    (0...below(4)).map { _ in piece(depth: 0) }.joined(separator: ["", " "][below(2)])
  }

  private mutating func piece(depth: Int) -> String {
    guard depth < 3, below(3) > 0 else { return words() }
    let (open, close) = pairs[below(pairs.count)]
    return open + (0...below(2)).map { _ in piece(depth: depth + 1) }.joined() + close
  }

  private var pairs: [(String, String)] {
    switch dialect {
    case .yukiwiki: [("''", "''"), ("'''", "'''")]
    case .pukiwiki, .pyukiwiki:
      [
        ("''", "''"), ("'''", "'''"), ("%%", "%%"), ("%%%", "%%%"), ("[[", ">#x]]"),
        ("&color(red){", "};"),
      ]
    case .markdown:
      [
        ("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("~~", "~~"), ("`", "`"),
        ("[", "](#x)"), ("<b>", "</b>"), ("<em>", "</em>"), ("<u>", "</u>"),
      ]
    case .mediawiki:
      [
        ("'''", "'''"), ("''", "''"), ("<s>", "</s>"), ("<u>", "</u>"), ("<code>", "</code>"),
        ("[[#x|", "]]"), ("<b>", "</b>"), ("<sup>", "</sup>"),
      ]
    case .dokuwiki:
      [
        ("**", "**"), ("//", "//"), ("<del>", "</del>"), ("__", "__"), ("''", "''"),
        ("[[#x|", "]]"), ("<sub>", "</sub>"),
      ]
    }
  }

  private mutating func words() -> String {
    (0...below(3)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
  }

  private static let pieces = [
    "a", "b1", "設定", "メール", "é", "①", "Ⓐ", "「受信」", "（旧）", "(c)", "。", "、", ".", ",", ":", ";",
    "*", "_", "~", "`", "|", "\\", "&", "&amp;", "&lt;", "<", ">", "#", "!", "[", "]", "(", ")",
    "-",
    "+", "=", "1.", "\"", "'", "/", " ", "  ", "👩‍👩‍👧", "smtp.example.jp", "587", "x_y", "$", "^", "@",
    "~~",
    "**", "``",
  ]
}
