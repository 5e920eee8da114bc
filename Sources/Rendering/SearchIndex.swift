/// What the search page looks things up in: which pages have which pairs of letters, in pieces that
/// are fetched as words need them.
///
/// ```
/// search/about.json      how many pieces of each kind there are
/// search/words-N.json    pair of letters → pages that have it; with a tab behind, in their title
/// search/pages-N.json    addresses and titles of pages
/// ```
/// Pairs find parts of Japanese compounds, which have no spaces. Guides come before pages.
package struct SearchIndex {
  /// A page that can be found.
  package struct Page: Sendable {
    /// From the site's root.
    let path: String
    let title: String
    /// Nil for pages that stand in one language only.
    let language: String?
    /// The pairs of its text and of its title.
    let pairs: Set<Pair>
    let titlePairs: Set<Pair>
  }

  /// One letter or two.
  struct Pair: Hashable, Comparable {
    let first: UInt32
    let second: UInt32

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }

    var text: String {
      [first, second].compactMap { $0 == 0 ? nil : Unicode.Scalar($0).map(String.init) }.joined()
    }
  }

  /// Entries of one piece with pages.
  private static let pagesInPiece = 24
  /// Bytes that one piece with pairs should have.
  private static let pieceSize = 9_000

  // MARK: - Pages

  /// - Parameter file: a page as it is published in Markdown; nil for files that are not to be found.
  package static func page(of file: RenderedFile) -> Page? {
    guard let found = file.findable else { return nil }
    let title = found.title
    let text = String(decoding: plain(file.bytes), as: UTF8.self)
    return Page(
      path: file.path.dropLast(2) + "html", title: title, language: found.language,
      pairs: pairs(of: text).union(pairs(of: title)),
      titlePairs: pairs(of: title))
  }

  /// Pairs of letters, and single signs of Japanese, within words.
  private static func pairs(of text: String) -> Set<Pair> {
    var pairs: Set<Pair> = []
    var before: UInt32 = 0
    for scalar in SearchFolding.fold(text) {
      let value = scalar.value
      guard value > 0x20, value != 0xA0 else {
        before = 0
        continue
      }
      if value >= 0x3041 { pairs.insert(Pair(first: value, second: 0)) }
      if before != 0 { pairs.insert(Pair(first: before, second: value)) }
      before = value
    }
    return pairs
  }

  /// Markdown without its marks, addresses and tags, as the script of the search page takes them away.
  static func plain(_ markdown: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(markdown.count)
    var index = 0
    while index < markdown.count {
      let byte = markdown[index]
      switch byte {
      case UInt8(ascii: "]")
      where index + 1 < markdown.count && markdown[index + 1] == UInt8(ascii: "("):
        while index < markdown.count, markdown[index] != UInt8(ascii: ")") { index += 1 }
        text.append(UInt8(ascii: " "))
      case UInt8(ascii: "<"):
        let close = markdown[index...].prefix(400).firstIndex(of: UInt8(ascii: ">"))
        index = close ?? index
      case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"),
        UInt8(ascii: "~"):
        break
      case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "!"):
        text.append(UInt8(ascii: " "))
      default: text.append(byte)
      }
      index += 1
    }
    return text
  }

  // MARK: - Files

  /// - Parameter pages: in the order in which results are shown.
  package static func files(_ pages: [Page]) -> [RenderedFile] {
    var entries: [String: [UInt32]] = [:]
    for (number, page) in pages.enumerated() {
      for pair in page.pairs { entries[pair.text, default: []].append(UInt32(number)) }
      for pair in page.titlePairs { entries[pair.text + "\t", default: []].append(UInt32(number)) }
    }
    let coded = entries.map { ($0.key, code($0.value, of: pages.count)) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    let size = coded.reduce(0) { $0 + $1.0.utf8.count + $1.1.utf8.count + 6 }
    let shards = max(1, size / pieceSize)
    var words: [[(key: String, value: JSONText.Value)]] = Array(repeating: [], count: shards)
    for (key, value) in coded {
      let gram = key.hasSuffix("\t") ? String(key.dropLast()) : key
      words[Int(hash(gram)) % shards].append((key, .string(value)))
    }
    var files = words.enumerated().map { number, members in
      RenderedFile("search/words-\(number).json", JSONText.bytes(.object(members)))
    }
    for start in stride(from: 0, to: pages.count, by: pagesInPiece) {
      let piece = pages[start..<min(start + pagesInPiece, pages.count)].map {
        JSONText.Value.array(
          [.string(AddressText.encoded(path: $0.path)), .string($0.title)]
            + ($0.language.map { [.string($0)] } ?? []))
      }
      files.append(
        RenderedFile("search/pages-\(start / pagesInPiece).json", JSONText.bytes(.array(piece))))
    }
    let about: [(key: String, value: JSONText.Value)] = [
      ("shards", .integer(shards)), ("size", .integer(pagesInPiece)),
      ("pages", .integer(pages.count)),
    ]
    return files + [RenderedFile("search/about.json", JSONText.bytes(.object(about)))]
  }

  /// Steps from page to page in base 36, or one bit a page in base 64: whichever is shorter.
  private static func code(_ numbers: [UInt32], of count: Int) -> String {
    var last = -1
    let steps = numbers.map { number -> String in
      defer { last = Int(number) }
      return String(Int(number) - last, radix: 36)
    }.joined(separator: " ")
    guard steps.utf8.count > count / 6 else { return steps }
    var bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    for number in numbers { bits[Int(number) / 8] |= 1 << (number % 8) }
    return "!" + base64(bits)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let value = chunk.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - chunk.count))
      for index in 0..<4 {
        text.append(
          index <= chunk.count ? letters[value >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// FNV-1a, 32 bits, over UTF-8.
  private static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
