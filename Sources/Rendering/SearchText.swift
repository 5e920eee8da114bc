/// What a printed page says, line by line, with the id nearest before each line.
///
/// Reads the HTML of this program: well-formed, without script. Leaves out what stands around the
/// text (navigation, sources, numbers of steps) and what nobody sees.
struct SearchText {
  struct Line {
    /// Empty above the first id.
    let anchor: [UInt8]
    let text: [UInt8]
  }

  private(set) var lines: [Line] = []
  private let html: [UInt8]
  private var anchor: [UInt8] = []
  private var line: [UInt8] = []
  /// The name of the element that is being left out, and how deep its like is open in it.
  private var skipped: (name: ArraySlice<UInt8>, depth: Int)?

  private static let blocks = Set(
    [
      "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "tr", "td", "th", "dt", "dd",
      "pre", "br", "figure", "ol", "ul", "dl", "table", "blockquote", "hr", "caption", "nav",
    ].map { Array($0.utf8) })
  private static let leftOutElements = Set(
    ["nav", "svg", "script", "rt", "rp"].map { Array($0.utf8) })
  private static let leftOutMarks = [
    "class=\"source\"", "class=\"guide-source\"", "class=\"page-source\"", "class=\"page-guides\"",
    "class=\"general\"", "class=\"lead\"", "class=\"step-number\"", "class=\"footnote-mark\"",
    "class=\"report\"", "class=\"your-settings\"", "aria-hidden=\"true\"",
  ].map { Array($0.utf8) }
  private static let emptyElements = Set(["br", "img", "hr", "input"].map { Array($0.utf8) })
  private static let id = Array(" id=\"".utf8)

  init(_ html: [UInt8]) {
    self.html = html
    read()
  }

  private mutating func read() {
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"):
        let end = endOfTag(from: index)
        read(tag: html[(index + 1)..<end])
        index = end + 1
      case UInt8(ascii: "&"): index = readEntity(at: index)
      default:
        if skipped == nil { append(html[index]) }
        index += 1
      }
    }
    endLine()
  }

  /// Attributes may hold `>` within quotes.
  private func endOfTag(from start: Int) -> Int {
    var isQuoted = false
    var index = start + 1
    while index < html.count {
      if html[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if html[index] == UInt8(ascii: ">"), !isQuoted { return index }
      index += 1
    }
    return html.count
  }

  private mutating func read(tag: ArraySlice<UInt8>) {
    let isEnd = tag.first == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 1 : 0).prefix {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/")
    }
    if let skip = skipped {
      guard name == skip.name else { return }
      let depth = skip.depth + (isEnd ? -1 : 1)
      skipped = depth == 0 ? nil : (skip.name, depth)
      return
    }
    let key = Array(name)
    if Self.blocks.contains(key) { endLine() }
    guard !isEnd else { return }
    guard tag.count > name.count + 1 || Self.leftOutElements.contains(key) else { return }
    if let start = ByteSearch.first(Self.id, in: tag) {
      let id = tag[(start + Self.id.count)...].prefix { $0 != UInt8(ascii: "\"") }
      endLine()
      anchor = Array(id)
    }
    let isLeftOut =
      Self.leftOutElements.contains(key)
      || Self.leftOutMarks.contains { ByteSearch.first($0, in: tag) != nil }
    if isLeftOut, !Self.emptyElements.contains(key), tag.last != UInt8(ascii: "/") {
      skipped = (name, 1)
    }
  }

  private mutating func readEntity(at start: Int) -> Int {
    let name = html[start...].prefix(8).prefix { $0 != UInt8(ascii: ";") }
    let sign: UInt8
    switch String(decoding: name, as: UTF8.self) {
    case "&amp": sign = UInt8(ascii: "&")
    case "&lt": sign = UInt8(ascii: "<")
    case "&gt": sign = UInt8(ascii: ">")
    case "&quot": sign = UInt8(ascii: "\"")
    default:
      if skipped == nil { append(html[start]) }
      return start + 1
    }
    if skipped == nil { append(sign) }
    return start + name.count + 1
  }

  /// White space of any kind and length is one space.
  private mutating func append(_ byte: UInt8) {
    guard byte <= 0x20 else { return line.append(byte) }
    if let last = line.last, last != 0x20 { line.append(0x20) }
  }

  private mutating func endLine() {
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return }
    lines.append(Line(anchor: anchor, text: line))
    line.removeAll(keepingCapacity: true)
  }
}
