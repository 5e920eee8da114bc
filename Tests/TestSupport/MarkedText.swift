/// What a page of HTML says letter by letter, with the marks that each letter bears: two pages that
/// say the same are the same, whichever elements nest in which.
///
/// One line a block, or a row of a table with bars between its cells (``TableGrid``). Looks, such as
/// colours, and where text stands in a cell are left out, as is white space at the edges of a block.
package struct MarkedText {
  private var lines: [String] = []
  private var letters: [Letter] = []

  private struct Letter {
    let character: Character
    let marks: [String]

    var isSpace: Bool { character.isWhitespace }
  }

  package static func of(_ html: String) -> String {
    var text = MarkedText()
    text.add(HTMLNode.parse(html).children, marks: [])
    text.endBlock()
    return text.lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Blocks

  private static let blocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "dl", "dt", "dd", "nav", "section",
  ]

  private mutating func add(_ nodes: [HTMLNode], marks: [String]) {
    for node in nodes {
      if node.name.isEmpty {
        letters += node.text.map { Letter(character: $0, marks: marks) }
      } else if node.name == "table" {
        endBlock()
        add(table: node)
      } else if Self.blocks.contains(node.name) {
        endBlock()
        // What HTML shows by the place where it stands, Markdown has to mark.
        add(node.children, marks: node.name == "dt" ? Self.adding("strong", to: marks) : marks)
        endBlock()
      } else if node.name == "br" {
        letters.append(Letter(character: "⏎", marks: []))
      } else {
        add(node.children, marks: Self.mark(of: node).map { Self.adding($0, to: marks) } ?? marks)
      }
    }
  }

  private mutating func endBlock() {
    let line = Self.line(letters)
    if !line.isEmpty { lines.append(line) }
    letters = []
  }

  private static func mark(of node: HTMLNode) -> String? {
    switch node.name {
    case "strong", "b": "strong"
    case "em", "i": "em"
    case "del", "s": "del"
    case "ins", "u": "ins"
    // What is a value depends on what stands beside it, and shows how it looks.
    case "code" where node.hasClass("value"): nil
    case "code", "kbd", "sup", "sub", "ruby", "rt": node.name
    case "a": node.attributes["href"].map { "to " + $0 }
    default: nil
    }
  }

  private static func adding(_ mark: String, to marks: [String]) -> [String] {
    Set(marks + [mark]).sorted()
  }

  /// Stretches of letters with the same marks; white space bears those of what is before it.
  private static func line(_ letters: [Letter]) -> String {
    var line = ""
    var marks: [String] = []
    var isBehindSpace = true
    let end = letters.lastIndex { !$0.isSpace && $0.character != "⏎" }.map { $0 + 1 } ?? 0
    for letter in letters[..<end] {
      if letter.isSpace {
        if !isBehindSpace { line += " " }
        isBehindSpace = true
        continue
      }
      // Nothing is seen of white space on either side of the end of a line.
      if letter.character == "⏎", line.last == " " { line.removeLast() }
      if letter.marks != marks {
        line += "{" + letter.marks.joined(separator: ",") + "}"
        marks = letter.marks
      }
      line.append(letter.character)
      isBehindSpace = letter.character == "⏎"
    }
    return line
  }

  // MARK: - Tables

  private mutating func add(table: HTMLNode) {
    let grid = TableGrid(table) { cell in
      var text = MarkedText()
      text.add(cell.children, marks: [])
      text.endBlock()
      return text.lines.joined(separator: " ")
    }
    lines += grid.rows.map { "|" + $0.joined(separator: "|") + "|" }
  }
}
