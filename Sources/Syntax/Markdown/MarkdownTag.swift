import SourceText

/// A tag of HTML in a page of Markdown.
///
/// ```
/// tag       = "<" ["/"] name { attribute } ["/"] ">"
/// attribute = name [ "=" ( '"' … '"' | "'" … "'" | word ) ]
/// ```
struct MarkdownTag {
  /// In small letters.
  let name: String
  let isEnd: Bool
  /// The places of values in the text, without quotation marks, by names in small letters.
  private(set) var attributes: [String: Range<Int>] = [:]
  /// Where it ends in the text.
  private(set) var end: Int

  /// The tag that begins at an offset; nil where none does.
  init?(at start: Int, in bytes: [UInt8], end limit: Int) {
    var index = start + 1
    guard index < limit, bytes[start] == UInt8(ascii: "<") else { return nil }
    isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < limit, isWord(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > nameStart, bytes[nameStart] >= 0x41 else { return nil }
    name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    end = index
    while index < limit {
      while index < limit, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < limit else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        end = index + 1
        return
      }
      let from = index
      while index < limit, bytes[index] > 0x20, !"=>/\"'<".utf8.contains(bytes[index]) {
        index += 1
      }
      guard index > from else { return nil }
      let key = String(decoding: bytes[from..<index], as: UTF8.self).lowercased()
      var value = index..<index
      var next = index
      while next < limit, bytes[next] <= 0x20 { next += 1 }
      if next < limit, bytes[next] == UInt8(ascii: "=") {
        next += 1
        while next < limit, bytes[next] <= 0x20 { next += 1 }
        guard next < limit else { return nil }
        let quote = bytes[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          var close = next + 1
          while close < limit, bytes[close] != quote { close += 1 }
          guard close < limit else { return nil }
          value = (next + 1)..<close
          index = close + 1
        } else {
          var close = next
          while close < limit, bytes[close] > 0x20, bytes[close] != UInt8(ascii: ">") {
            // Of tags in a row that are not ended, none is read as part of another.
            guard bytes[close] != UInt8(ascii: "<") else { return nil }
            close += 1
          }
          value = next..<close
          index = close
        }
      }
      if attributes[key] == nil { attributes[key] = value }
    }
    return nil
  }

  /// What a tag means to a page.
  enum Meaning {
    case style(Inline.Style)
    case link, image, lineBreak, rule, nothing
    case heading(Int)
    /// Parts text, and says nothing else.
    case block
    /// A block whose arrangement is lost: its text alone is shown.
    case lostBlock
    /// Its lines are shown as they are.
    case verbatim
    case unknown
  }

  var meaning: Meaning {
    switch name {
    case "b", "strong": .style(.strong)
    case "i", "em", "cite", "var", "dfn": .style(.emphasis)
    case "u", "ins": .style(.inserted)
    case "s", "del", "strike": .style(.strike)
    case "code", "tt", "samp": .style(.code)
    case "kbd": .style(.keyboard)
    case "sub": .style(.lowered)
    case "sup": .style(.raised)
    case "small": .style(.smaller)
    case "big": .style(.larger)
    case "mark": .style(.strong)
    case "a": .link
    case "img": .image
    case "br": .lineBreak
    case "hr": .rule
    case "span", "font", "wbr", "nobr", "abbr", "picture", "time", "label": .nothing
    case "p", "div", "center", "section", "article", "main", "header", "footer", "figure",
      "figcaption", "details", "summary", "blockquote", "aside", "nav":
      .block
    case "table", "thead", "tbody", "tr", "td", "th", "caption", "ul", "ol", "li", "dl", "dt", "dd":
      .lostBlock
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading(name.utf8.last.map { Int($0) - 0x30 } ?? 1)
    case "pre": .verbatim
    default: .unknown
    }
  }
}
