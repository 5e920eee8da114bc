/// What two pages of HTML have in common when they say the same: blocks and their nesting, tables with
/// spans and alignment, links and where they lead, emphasis, line breaks. One node a line.
///
/// Reads the HTML of PukiWiki and ours. Left out is what is no structure: classes, ids of headings,
/// marks beside headings, times behind links, alternative texts that are file names, and white space
/// between letters that need none.
package struct HTMLStructure {
  private let pageOfAddress: (String) -> String?
  private var lines: [String] = []

  /// - Parameter pageOfAddress: the page to which an address of ours leads.
  package static func of(
    _ html: String, pageOfAddress: @escaping (String) -> String? = { _ in nil }
  ) -> String {
    var structure = HTMLStructure(pageOfAddress: pageOfAddress)
    structure.add(HTMLNode.parse(html).children, depth: 0, in: "body")
    return structure.lines.joined(separator: "\n") + "\n"
  }

  private init(pageOfAddress: @escaping (String) -> String?) {
    self.pageOfAddress = pageOfAddress
  }

  private mutating func line(_ text: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func add(_ nodes: [HTMLNode], depth: Int, in holder: String) {
    let nodes = nodes.flatMap { unwrapped($0, in: holder) }
    var pending = ""
    for node in nodes {
      if node.name.isEmpty {
        pending += node.text
        continue
      }
      addText(&pending, depth)
      add(node, depth: depth)
    }
    addText(&pending, depth)
  }

  private mutating func addText(_ pending: inout String, _ depth: Int) {
    let text = Self.normalised(pending)
    if !text.isEmpty { line(text.debugDescription, depth) }
    pending = ""
  }

  /// The nodes that stand for one: none, itself, or what it holds.
  private func unwrapped(_ node: HTMLNode, in holder: String) -> [HTMLNode] {
    func inner() -> [HTMLNode] { node.children.flatMap { unwrapped($0, in: holder) } }
    switch node.name {
    case "": return [node]
    case "rp", "section": return []
    case "rb": return inner()
    case "p" where ["li", "dd", "dt", "td", "th", "div"].contains(holder): return inner()
    case "p" where node.children.allSatisfy({ $0.isBlank || $0.isAnchor }): return inner()
    case "div":
      if node.hasClass("jumpmenu") || node.hasClass("clear") { return [] }
      if node.hasClass("ie5") || node.hasClass("table-scroll") || node.hasClass("callout") {
        return inner()
      }
      if node.hasClass("img_margin") {
        let paragraph = HTMLNode(name: "p", children: node.children)
        return node.alignment == "left"
          ? unwrapped(paragraph, in: holder) : [node.holding([paragraph])]
      }
      return [node]
    case "span":
      return node.style("color") != nil || node.style("font-size") != nil || node.isStyled
        ? [node] : inner()
    case "a":
      if node.hasClass("anchor_super") || node.children.isEmpty && holder.hasPrefix("h") {
        return []
      }
      guard let address = node.attributes["href"] else { return [node] }
      return leadsNowhere(address) ? inner() : [node]
    default: return [node]
    }
  }

  /// To a form for a page that does not exist, or to another wiki that nobody knows.
  private func leadsNowhere(_ address: String) -> Bool {
    address.hasPrefix("index.php?cmd=edit") || address.hasPrefix("index.php?%5B%5B")
  }

  private mutating func add(_ node: HTMLNode, depth: Int) {
    switch node.name {
    case "h2", "h3", "h4", "h5", "h6":
      line("heading \((Int(node.name.dropFirst()) ?? 2) - 1)", depth)
    case "pre":
      let text = node.plainText
      line("pre \((text.hasSuffix("\n") ? String(text.dropLast()) : text).debugDescription)", depth)
      return
    case "div", "nav":
      if node.hasClass("contents") { return line("contents", depth) }
      if node.hasClass("spacer") { return line("spacer", depth) }
      line(node.isFloating ? "floating" : "aligned \(node.alignment ?? "?")", depth)
    case "a":
      if node.hasClass("note_super") { return line("note", depth) }
      guard let address = node.attributes["href"] else {
        return line("anchor \(node.attributes["id"] ?? "")", depth)
      }
      line("link \(target(address))", depth)
    case "sup" where node.hasClass("footnote-mark"): return line("note", depth)
    case "img": return line("image \(node.attributes["src"] ?? "")" + description(of: node), depth)
    case "td", "th": line(cell(node), depth)
    case "span": line(node.style("color") != nil || node.isColoured ? "coloured" : "sized", depth)
    case "table":
      line("table", depth)
      return add(Self.parts(of: node), depth: depth + 1, in: "table")
    default: line(Self.names[node.name] ?? node.name, depth)
    }
    add(node.children, depth: depth + 1, in: node.name)
  }

  /// The parts of a table in the order in which they are read; a cell of the head is a header cell.
  private static func parts(of table: HTMLNode) -> [HTMLNode] {
    let isBare = table.children.contains { $0.name == "tr" }
    let parts = isBare ? [HTMLNode(name: "tbody", children: table.children)] : table.children
    return ["thead", "tbody", "tfoot"].flatMap { name in
      parts.filter { $0.name == name }.map { part in
        part.holding(
          part.children.map { row in
            row.holding(row.children.map { $0.asCell(isHeader: name == "thead") })
          })
      }
    }
  }

  private static let names = [
    "b": "strong", "i": "em", "s": "del", "u": "ins", "thead": "head", "tbody": "body",
    "tfoot": "foot", "tr": "row", "blockquote": "quote", "hr": "rule", "br": "break",
    "rt": "reading",
  ]

  private func target(_ address: String) -> String {
    if address.hasPrefix("index.php?") {
      return "page " + Self.decoded(String(address.dropFirst("index.php?".count)))
    }
    if address.hasPrefix("index.php") {
      return "page FrontPage" + address.dropFirst("index.php".count)
    }
    return pageOfAddress(address).map { "page " + $0 } ?? address
  }

  private func description(of image: HTMLNode) -> String {
    let source = image.attributes["src"] ?? ""
    guard let text = image.attributes["alt"], !source.hasSuffix(text), !text.hasPrefix("http"),
      text != "画面"
    else {
      return ""
    }
    return " " + text.debugDescription
  }

  private func cell(_ node: HTMLNode) -> String {
    var text = node.name == "th" ? "header-cell" : "cell"
    for (name, word) in [("colspan", "columns"), ("rowspan", "rows")] {
      if let count = node.attributes[name] { text += " \(word)=\(count)" }
    }
    return text + (node.alignment.map { " " + $0 } ?? "")
  }

  // MARK: - Text

  /// White space counts as one space, and as none beside a letter beyond ASCII.
  private static func normalised(_ text: String) -> String {
    let words = text.split(whereSeparator: { " \n\t\r".contains($0) })
    return words.reduce(into: "") { result, word in
      let joins =
        result.last.map { !$0.isASCII } == true && word.first.map { !$0.isASCII } == true
      result += (result.isEmpty || joins ? "" : " ") + word
    }
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes += Array((first == "+" ? " " : String(first)).utf8)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
