import SourceText

/// The other wikis that a wiki knows by short names, read from its own page about them.
///
/// ```
/// PukiWiki   … "[" address " " name "]" [" " encoding] …
/// YukiWiki   … "[[" name " " address with encoding "($1)" "]]" …
/// ```
/// In an address, `$1` is the place of the page's name; without it the name comes at the end.
package struct InterWikiTable: Sendable {
  private var wikis: [String: Wiki] = [:]

  private struct Wiki {
    let address: String
    let encoding: Encoding
  }

  /// How a page's name is written in an address.
  private enum Encoding {
    case percent(TextEncoding)
    case asIs
    /// YukiWiki's own: names that are no WikiNames stand in brackets, in Shift_JIS.
    case yukiWiki
    /// MoinMoin's: `_` for each `%`.
    case moinMoin
  }

  /// A wiki that knows no others.
  package init() {}

  /// Reads the page that names other wikis.
  package init(_ page: SourceFile) {
    var start = page.textStart
    while start < page.bytes.count {
      let line = page.line(around: start)
      read(page.text(line))
      start = line.upper
      while start < page.bytes.count, page.bytes[start] < 0x20 { start += 1 }
    }
  }

  package var isEmpty: Bool { wikis.isEmpty }

  /// All short names, sorted.
  package var names: [String] { wikis.keys.sorted() }

  /// The address of a page of another wiki; nil where the wiki is not known, or where the name
  /// cannot be written in its encoding.
  package func address(wiki: String, page: String) -> String? {
    guard let wiki = wikis[wiki], let written = Self.written(page, in: wiki) else { return nil }
    let parts = wiki.address.split(separator: "$1", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.joined(separator: written) : wiki.address + written
  }

  private mutating func read(_ line: String) {
    readNamesFirst(line)
    for part in line.split(separator: "[").map(String.init) where Self.isAddress(part) {
      guard let close = part.firstIndex(of: "]"), let space = part[..<close].firstIndex(of: " ")
      else { continue }
      let name = String(part[part.index(after: space)..<close])
      let encoding = part[part.index(after: close)...].split(whereSeparator: \.isWhitespace).first
      guard !name.isEmpty else { continue }
      wikis[name] = Wiki(
        address: String(part[..<space]), encoding: Self.encoding(encoding.map(String.init) ?? ""))
    }
  }

  /// `[[name https://host/?q=euc($1)]]`
  private mutating func readNamesFirst(_ line: String) {
    for part in line.split(separator: "[[") {
      guard let close = part.firstRange(of: "]]") else { continue }
      let words = part[..<close.lowerBound].split(separator: " ")
      guard words.count == 2, Self.isAddress(String(words[1])) else { continue }
      var address = String(words[1])
      var encoding = Encoding.asIs
      for word in ["euc", "sjis", "utf8", "ykwk", "asis", "yw"] {
        let parts = address.split(separator: word + "($1)", omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        address = parts.joined(separator: "$1")
        encoding = Self.encoding(word)
        break
      }
      wikis[String(words[0])] = Wiki(address: address, encoding: encoding)
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "ftp://"].contains(where: text.hasPrefix)
  }

  private static func encoding(_ word: String) -> Encoding {
    switch word.lowercased() {
    case "raw", "asis": .asIs
    case "yw", "ykwk": .yukiWiki
    case "moin": .moinMoin
    case "euc", "euc-jp", "eucjp": .percent(.eucJP)
    case "sjis", "shift_jis", "shift-jis": .percent(.shiftJIS)
    default: .percent(.utf8)
    }
  }

  private static func written(_ page: String, in wiki: Wiki) -> String? {
    switch wiki.encoding {
    case .asIs: return page
    case .percent(let encoding): return encoding.encode(page).map(percentEncoded)
    case .moinMoin:
      return percentEncoded(Array(page.utf8)).split(
        separator: "%", omittingEmptySubsequences: false
      ).joined(separator: "_")
    case .yukiWiki:
      if isWikiName(page) { return page }
      return TextEncoding.shiftJIS.encode("[[\(page)]]").map(percentEncoded)
    }
  }

  /// All bytes but letters, digits and `-._~` as `%` and two hexadecimal digits.
  static func percentEncoded(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if Syntax.isWord(byte) || "-.~".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isWikiName(_ text: String) -> Bool {
    let capitals = text.utf8.count { (0x41...0x5A).contains($0) }
    let isASCII = text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return isASCII && capitals >= 2 && text.utf8.first.map { $0 < 0x5B } == true
  }
}
