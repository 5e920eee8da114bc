/// A tag with what it holds, or a text (with an empty name). Enough for the well-formed HTML that
/// PukiWiki and wikiguide print.
struct HTMLNode {
  var name = ""
  var attributes: [String: String] = [:]
  var text = ""
  var children: [HTMLNode] = []

  init(name: String = "", children: [HTMLNode] = []) {
    self.name = name
    self.children = children
  }

  func holding(_ children: [HTMLNode]) -> HTMLNode {
    var copy = self
    copy.children = children
    return copy
  }

  /// A cell whose style is that of what it holds.
  func asCell(isHeader: Bool) -> HTMLNode {
    guard name == "td" || name == "th" else { return self }
    var cell = self
    if isHeader { cell.name = "th" }
    for property in ["color", "font-size"] {
      guard let value = style(property) else { continue }
      var span = HTMLNode(name: "span", children: cell.children)
      span.attributes["style"] = "\(property):\(value)"
      cell.children = [span]
    }
    if style("font-weight") == "bold" {
      cell.children = [HTMLNode(name: "strong", children: cell.children)]
    }
    return cell
  }

  var isFloating: Bool {
    style("float") != nil || hasClass("float-left") || hasClass("float-right")
  }

  var isAnchor: Bool { name == "a" && attributes["href"] == nil }

  var isBlank: Bool { name.isEmpty && text.allSatisfy(\.isWhitespace) }

  func hasClass(_ name: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains { $0 == name } == true
  }

  func style(_ property: String) -> String? {
    let rules = (attributes["style"] ?? "").split(separator: ";").map {
      $0.split(separator: ":").map { $0.filter { $0 != " " } }
    }
    return rules.first { $0.count == 2 && $0[0] == property }.map { $0[1] }
  }

  var alignment: String? {
    style("text-align") ?? ["left", "center", "right"].first { hasClass("align-" + $0) }
  }

  var isColoured: Bool { attributes["class"]?.hasPrefix("colour-") == true }
  var isStyled: Bool {
    isColoured || hasClass("larger") || hasClass("smaller")
      || attributes["class"]?.wholeMatch(of: /size\d/) != nil
  }

  var plainText: String { name.isEmpty ? text : children.map(\.plainText).joined() }

  // MARK: - Reading

  static func parse(_ html: String) -> HTMLNode {
    var stack = [HTMLNode(name: "body")]
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      append(text: rest[..<open], to: &stack)
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest =
          rest.split(separator: "-->", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        continue
      }
      let close = rest.firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      take(tag: rest[rest.index(after: open)..<close], &stack)
      rest = rest[rest.index(after: close)...]
    }
    append(text: rest, to: &stack)
    while stack.count > 1 { closeLast(&stack) }
    return stack[0]
  }

  private static func take(tag: Substring, _ stack: inout [HTMLNode]) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      guard stack.contains(where: { $0.name == name }) else { return }
      while stack.count > 1, let last = stack.last {
        closeLast(&stack)
        if last.name == name { return }
      }
      return
    }
    var node = HTMLNode(name: String(tag.prefix { $0.isLetter || $0.isNumber }))
    for match in tag.matches(of: /([\w-]+)="([^"]*)"/) {
      node.attributes[String(match.1)] = unescaped(match.2)
    }
    let isVoid = ["br", "hr", "img", "input"].contains(node.name)
    if isVoid { stack[stack.count - 1].children.append(node) } else { stack.append(node) }
  }

  private static func closeLast(_ stack: inout [HTMLNode]) {
    guard let node = stack.popLast() else { return }
    stack[stack.count - 1].children.append(node)
  }

  private static func append(text: Substring, to stack: inout [HTMLNode]) {
    guard !text.isEmpty else { return }
    var node = HTMLNode()
    node.text = unescaped(text)
    stack[stack.count - 1].children.append(node)
  }

  private static func unescaped(_ text: Substring) -> String {
    let known = [
      "lt": "<", "gt": ">", "quot": "\"", "amp": "&", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
      "trade": "™", "yen": "¥", "hearts": "♥", "uarr": "↑", "dagger": "†",
    ]
    return String(text).replacing(/&(#?\w+);/) { match in
      let word = String(match.1)
      if let character = known[word] { return character }
      let isHexadecimal = word.hasPrefix("#x")
      guard word.hasPrefix("#"),
        let value = UInt32(word.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
        let scalar = Unicode.Scalar(value)
      else { return String(match.0) }
      return String(scalar)
    }
  }
}
