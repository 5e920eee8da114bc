/// The pairs of letters in what a printed page says.
///
/// Reads the HTML of this program, once and byte by byte: well-formed, without script. Leaves out what
/// stands around the text (navigation, sources, numbers of steps) and what nobody sees. The script of
/// the search page reads pages in the same way, to see whether they have what the index promised.
struct SearchText: ~Copyable {
  let titlePairs: PairList
  /// Those of the title and of what the page says: one list, or several of a very long page.
  private(set) var parts: [PairList] = []
  private let title: String
  private var pairs = LetterPairs()
  private var lettersBefore = 0
  /// The element that is being left out, and how many of its like are open in it.
  private var skipped: ElementName?
  private var depth = 0

  /// Letters from which on a page has another part.
  private static let mostLetters = 7_000

  /// - Parameters:
  ///   - name: another name of the page.
  ///   - html: what stands between the page's frame.
  init(title: String, name: String? = nil, html: [UInt8]) {
    self.title = title
    Self.read(title, to: &pairs)
    titlePairs = pairs.list
    if let name { Self.read(name, to: &pairs) }
    lettersBefore = pairs.letterCount
    read(html.span)
    if parts.isEmpty || pairs.letterCount > lettersBefore { parts.append(pairs.list) }
  }

  private static func read(_ text: String, to pairs: inout LetterPairs) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count { index = readLetter(bytes.span, at: index, to: &pairs) }
    pairs.endWord()
  }

  private mutating func read(_ html: Span<UInt8>) {
    var index = 0
    while index < html.count {
      let byte = html[unchecked: index]
      if byte == UInt8(ascii: "<") {
        index = readTag(html, at: index)
        // What is left out has no letters.
        if skipped != nil { index = Self.next(UInt8(ascii: "<"), in: html, from: index) }
      } else if byte == UInt8(ascii: "&") {
        index = readEntity(html, at: index)
      } else {
        index = Self.readLetter(html, at: index, to: &pairs)
      }
    }
  }

  // MARK: - Letters

  /// - Parameter index: within the text.
  /// - Returns: where the next letter stands.
  @inline(__always)
  private static func readLetter(
    _ text: Span<UInt8>, at index: Int, to pairs: inout LetterPairs
  ) -> Int {
    let byte = text[unchecked: index]
    if byte < 0x80 {
      pairs.add(SearchFolding.folded(ascii: byte))
      return index + 1
    }
    guard let folded = wideLetter(text, at: index) else {
      return readUnusual(text, at: index, to: &pairs)
    }
    if folded != 0 { pairs.add(folded) }
    return index + 3
  }

  /// A letter of three bytes that is folded by itself.
  @inline(__always)
  private static func wideLetter(_ text: Span<UInt8>, at index: Int) -> UInt32? {
    let byte = text[unchecked: index]
    guard byte >= 0xE3, byte <= 0xEF, index + 2 < text.count else { return nil }
    return SearchFolding.folded(
      wide: UInt32(byte & 0x0F) << 12 | UInt32(text[unchecked: index + 1] & 0x3F) << 6
        | UInt32(text[unchecked: index + 2] & 0x3F))
  }

  /// Letters that change with what stands beside them, such as a mark behind its kana: they are
  /// folded with the two letters before them.
  private static func readUnusual(
    _ text: Span<UInt8>, at index: Int, to pairs: inout LetterPairs
  ) -> Int {
    var end = index + 1
    // Bytes within a letter begin none of their own.
    while end < text.count, text[end] >= 0x80, wideLetter(text, at: end) == nil { end += 1 }
    let start = startOfLetter(before: startOfLetter(before: index, in: text), in: text)
    if start < index { pairs.endWord() }
    var run: [UInt8] = []
    for place in start..<end { run.append(text[place]) }
    for letter in SearchFolding.fold(run) { pairs.add(letter) }
    return end
  }

  /// The end of a tag or of a word is no letter.
  private static func startOfLetter(before index: Int, in text: Span<UInt8>) -> Int {
    var start = index
    while start > 0 {
      let byte = text[start - 1]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ";") { return index }
      start -= 1
      if byte < 0x80 || byte >= 0xC0 { return start }
    }
    return start
  }

  private mutating func readEntity(_ html: Span<UInt8>, at start: Int) -> Int {
    func stands(_ name: StaticString) -> Bool {
      Self.stands(name, at: start, in: html)
    }
    let (sign, length): (UInt8, Int) =
      if stands("&amp;") {
        (UInt8(ascii: "&"), 5)
      } else if stands("&lt;") {
        (UInt8(ascii: "<"), 4)
      } else if stands("&gt;") {
        (UInt8(ascii: ">"), 4)
      } else if stands("&quot;") {
        (UInt8(ascii: "\""), 6)
      } else {
        (UInt8(ascii: "&"), 1)
      }
    pairs.add(UInt32(sign))
    return start + length
  }

  // MARK: - Tags

  private mutating func readTag(_ html: Span<UInt8>, at start: Int) -> Int {
    var index = start + 1
    let isEnd = index < html.count && html[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    var name = ElementName()
    while index < html.count, ElementName.has(html[unchecked: index]) {
      name.append(html[unchecked: index])
      index += 1
    }
    var isLeftOut = name.isLeftOut
    while index < html.count, html[unchecked: index] != UInt8(ascii: ">") {
      if html[unchecked: index] == UInt8(ascii: "\"") {
        if Self.isLeftOut(html, valueAt: index) { isLeftOut = true }
        // A value may hold the end of a tag.
        index = Self.next(UInt8(ascii: "\""), in: html, from: index + 1)
      }
      index += 1
    }
    let isEmpty = name.isEmpty || html[min(index, html.count) - 1] == UInt8(ascii: "/")
    if let skipped {
      if name == skipped, !isEmpty { depth += isEnd ? -1 : 1 }
      if depth == 0 { self.skipped = nil }
    } else {
      if name.isBlock { endLine() }
      if isLeftOut, !isEnd, !isEmpty { (skipped, depth) = (name, 1) }
    }
    return index + 1
  }

  /// - Returns: where the byte stands next, or the end.
  @inline(__always)
  private static func next(_ byte: UInt8, in html: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < html.count, html[unchecked: index] != byte { index += 1 }
    return index
  }

  /// What stands around the text by the words of its class.
  private static let leftOutClasses: [StaticString] = [
    "\"source\"", "\"guide-source\"", "\"page-source\"", "\"page-guides\"", "\"general\"",
    "\"lead\"", "\"step-number\"", "\"footnote-mark\"", "\"report\"", "\"your-settings\"",
  ]

  /// Whether an attribute says that its element is left out.
  private static func isLeftOut(_ html: Span<UInt8>, valueAt start: Int) -> Bool {
    guard start >= 13, html[start - 1] == UInt8(ascii: "=") else { return false }
    switch html[start - 2] {
    case UInt8(ascii: "s"):
      guard stands(" class=", at: start - 7, in: html) else { return false }
      for name in leftOutClasses where stands(name, at: start, in: html) { return true }
      return false
    case UInt8(ascii: "n"): return stands(" aria-hidden=\"true\"", at: start - 13, in: html)
    default: return false
    }
  }

  private static func stands(_ words: StaticString, at start: Int, in html: Span<UInt8>) -> Bool {
    let count = words.utf8CodeUnitCount
    guard start >= 0, start + count <= html.count else { return false }
    for place in 0..<count where words.utf8Start[place] != html[start + place] { return false }
    return true
  }

  private mutating func endLine() {
    pairs.endWord()
    guard pairs.letterCount - lettersBefore >= Self.mostLetters else { return }
    parts.append(pairs.list)
    pairs.removeAll()
    Self.read(title, to: &pairs)
    lettersBefore = pairs.letterCount
  }
}

/// The first eight letters of an element's name, which tell all elements apart.
private struct ElementName: Equatable, ExpressibleByStringLiteral {
  private var letters: UInt64 = 0

  init() {}

  @inline(__always)
  init(stringLiteral text: StaticString) {
    for place in 0..<min(text.utf8CodeUnitCount, 8) { append(text.utf8Start[place]) }
  }

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    if letters >> 56 == 0 { letters = letters << 8 | UInt64(letter) }
  }

  static func has(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
  }

  /// Whether it begins a line of its own.
  var isBlock: Bool {
    switch self {
    case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "tr", "td", "th", "dt",
      "dd", "pre", "br", "figure", "ol", "ul", "dl", "table", "blockquote", "hr", "caption", "nav":
      true
    default: false
    }
  }

  var isLeftOut: Bool {
    switch self {
    case "nav", "svg", "script", "rt", "rp": true
    default: false
    }
  }

  /// Whether nothing stands in it.
  var isEmpty: Bool {
    switch self {
    case "br", "img", "hr", "input": true
    default: false
    }
  }
}
