/// What is wrong with a page of HTML that wikiguide printed: nesting, quoting, names that stand twice,
/// and everything that would run what a page of the wiki says.
///
/// Stricter than HTML, which forgives: a page is to be read in one way by every reader.
package struct HTMLFaults {
  private let bytes: [UInt8]
  private var position = 0
  private var open: [String] = []
  private var ids: Set<String> = []
  private var faults: [String] = []

  private static let void: Set = [
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let rawText: Set = ["script", "style", "textarea", "title"]
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol", "menu"], "tr": ["thead", "tbody", "tfoot", "table"], "td": ["tr"],
    "th": ["tr"], "dt": ["dl", "div"], "dd": ["dl", "div"], "summary": ["details"],
    "tbody": ["table"], "thead": ["table"], "tfoot": ["table"],
  ]
  private static let forbidden: Set = [
    "applet", "base", "embed", "frame", "iframe", "math", "object", "style",
  ]
  private static let addresses: Set = [
    "action", "background", "cite", "data", "formaction", "href", "longdesc", "poster", "src",
    "srcset", "xlink:href",
  ]

  /// - Parameter html: a whole page, or blocks alone.
  package static func of(_ html: [UInt8]) -> [String] {
    var reading = HTMLFaults(bytes: html)
    reading.readAll()
    return reading.faults
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readAll() {
    while position < bytes.count, faults.count < 20 {
      switch bytes[position] {
      case UInt8(ascii: "<"): readMarkup()
      case UInt8(ascii: "&"): readReference(end: bytes.count)
      default: position += 1
      }
    }
    if !open.isEmpty { fault("the page ends in \(open.joined(separator: " "))") }
  }

  private mutating func fault(_ words: String) {
    let near = bytes[max(0, position - 60)..<min(bytes.count, position + 60)]
    faults.append("\(words), near \(String(decoding: near, as: UTF8.self).debugDescription)")
  }

  private func stands(_ text: StaticString, at index: Int) -> Bool {
    bytes[index...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  // MARK: - Markup

  private mutating func readMarkup() {
    if stands("<!--", at: position) {
      while position < bytes.count, !stands("-->", at: position) { position += 1 }
      position += 3
      return
    }
    if stands("<!doctype", at: position) || stands("<!DOCTYPE", at: position) {
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
      return
    }
    position += 1
    if position < bytes.count, bytes[position] == UInt8(ascii: "/") {
      position += 1
      let name = readName()
      if open.last != name { fault("</\(name)> closes <\(open.last ?? "nothing")>") }
      if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
      if position >= bytes.count || bytes[position] != UInt8(ascii: ">") {
        fault("</\(name) has no end")
      }
      position += 1
      return
    }
    readTag()
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private mutating func readTag() {
    let name = readName()
    guard !name.isEmpty else { return fault("'<' stands in text") }
    judge(element: name)
    let attributes = readAttributes(of: name)
    judge(attributes, of: name)
    let closesItself = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if closesItself { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
      return fault("<\(name) has no end")
    }
    position += 1
    if Self.void.contains(name) { return }
    if closesItself {
      if !open.contains("svg") { fault("<\(name)/> is not closed") }
      return
    }
    open.append(name)
    if Self.rawText.contains(name) { skipRawText(name) }
  }

  private mutating func skipRawText(_ name: String) {
    let end = Array("</\(name)".utf8)
    while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
  }

  private mutating func readAttributes(of element: String) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while true {
      let start = position
      while position < bytes.count, [0x20, 0x0A, 0x09].contains(bytes[position]) { position += 1 }
      let hasSpace = position > start
      let name = readName()
      if name.isEmpty { return attributes }
      if !hasSpace { fault("an attribute of <\(element)> stands too near") }
      if attributes.contains(where: { $0.name == name }) {
        fault("<\(element)> has \(name) twice")
      }
      attributes.append((name, readValue(of: name)))
    }
  }

  private mutating func readValue(of name: String) -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return "" }
    position += 1
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      fault("the value of \(name) has no quotes")
      return ""
    }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
    let end = position
    position = start
    while position < end {
      if bytes[position] == UInt8(ascii: "&") { readReference(end: end) } else { position += 1 }
    }
    position = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// `&name;`, `&#1;` or `&#x1;`.
  private mutating func readReference(end: Int) {
    let start = position
    position += 1
    if position < end, bytes[position] == UInt8(ascii: "#") { position += 1 }
    while position < end, position - start < 34, Self.isNameByte(bytes[position]) { position += 1 }
    if position >= end || bytes[position] != UInt8(ascii: ";") || position - start < 2 {
      position = start
      fault("'&' stands alone")
      position = start + 1
    }
  }

  // MARK: - Judging

  private mutating func judge(element name: String) {
    if Self.forbidden.contains(name) { fault("<\(name)> is on no page") }
    if Self.blocks.contains(name), open.last == "p" { fault("<\(name)> stands in <p>") }
    if name == "a", open.contains("a") { fault("<a> stands in <a>") }
    if let parents = Self.parents[name], !parents.contains(open.last ?? "") {
      fault("<\(name)> stands in <\(open.last ?? "nothing")>")
    }
  }

  private mutating func judge(_ attributes: [(name: String, value: String)], of element: String) {
    for (name, value) in attributes {
      if name.lowercased().hasPrefix("on") || name == "style" || name == "srcdoc" {
        fault("<\(element)> has \(name)")
      }
      if name == "id", !ids.insert(value).inserted { fault("the id \(value) stands twice") }
      if Self.addresses.contains(name), Self.isRun(value) { fault("\(name) is \(value)") }
    }
    guard element == "script" else { return }
    let source = attributes.first { $0.name == "src" }?.value
    let isData = attributes.contains { $0 == ("type", "application/ld+json") }
    let ours = source.map { !$0.contains("//") && $0.contains("assets/") } ?? isData
    if !ours { fault("a script is not the site's own") }
  }

  /// Whether a browser would run an address instead of fetching it.
  private static func isRun(_ address: String) -> Bool {
    let plain = unescaped(address).unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(plain)).lowercased()
    return ["javascript:", "vbscript:", "data:", "file:"].contains(where: text.hasPrefix)
  }

  private static func unescaped(_ text: String) -> String {
    // Most addresses have none, and making the pattern takes as long as printing a page.
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing(/&(#[xX]?[0-9a-fA-F]+|[a-zA-Z]+);/) { match in
      let word = match.1.lowercased()
      let known = ["amp": "&", "colon": ":", "tab": "\t", "newline": "\n", "quot": "\""]
      if let character = known[word] { return character }
      guard word.hasPrefix("#") else { return String(match.0) }
      let isHexadecimal = word.hasPrefix("#x")
      let number = UInt32(word.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
      return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}
