/// What the search page looks things up in, in pieces that are fetched as words need them.
///
/// ```
/// search/about.json      how many pieces there are, and which pairs are in most pages
/// search/words-N.json    pair of letters → units that have it; with a tab behind, in their title
/// search/text-N.json     what units say, line by line
/// ```
/// A unit is a page, or a part of a very long one. Pairs find parts of Japanese compounds, which have
/// no spaces; what they find is then looked for in the text itself. Guides come before pages.
package enum SearchIndex {
  /// Bytes that one piece should have.
  private static let wordsInPiece = 6_000
  private static let textInPiece = 7_000

  /// - Parameter units: in the order in which results are shown.
  package static func files(_ units: [SearchUnit]) -> [RenderedFile] {
    var entries: [UInt64: Entry] = [:]
    for (number, unit) in units.enumerated() {
      for pair in unit.pairs { entries[pair, default: Entry()].bodies.append(UInt32(number)) }
      for pair in unit.titlePairs { entries[pair, default: Entry()].titles.append(UInt32(number)) }
    }
    let (words, count) = wordFiles(entries, units: units.count)
    let textSize = units.reduce(0) { $0 + $1.json.count }
    let inPiece = max(1, units.count * textInPiece / max(textSize, 1))
    let common = entries.filter { units.count > 400 && $0.value.bodies.count > units.count / 6 }
      .map { PairSet.text(of: $0.key) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let about = JSONText.compactBytes(
      .object([
        ("pieces", .integer(count)), ("size", .integer(inPiece)), ("units", .integer(units.count)),
        ("common", .string(common.joined(separator: "\t"))),
      ]))
    return words + textFiles(units, inPiece: inPiece) + [RenderedFile("search/about.json", about)]
  }

  private struct Entry {
    var bodies: [UInt32] = []
    var titles: [UInt32] = []
  }

  /// Pairs are dealt out by their hash, so that a script knows where each one is.
  private static func wordFiles(
    _ entries: [UInt64: Entry], units: Int
  ) -> (files: [RenderedFile], count: Int) {
    let coded = entries.map { pair, entry -> (text: String, bodies: String, titles: String?) in
      let titles = entry.titles.isEmpty ? nil : code(entry.titles, of: units)
      return (PairSet.text(of: pair), code(entry.bodies, of: units), titles)
    }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    let size = coded.reduce(0) {
      $0 + $1.text.utf8.count + $1.bodies.utf8.count + ($1.titles?.utf8.count ?? 0) + 8
    }
    let count = max(1, size / wordsInPiece)
    var pieces: [[(key: String, value: JSONText.Value)]] = Array(repeating: [], count: count)
    for entry in coded {
      let piece = Int(hash(entry.text)) % count
      pieces[piece].append((entry.text, .string(entry.bodies)))
      if let titles = entry.titles { pieces[piece].append((entry.text + "\t", .string(titles))) }
    }
    let files = pieces.enumerated().map { number, members in
      RenderedFile("search/words-\(number).json", JSONText.compactBytes(.object(members)))
    }
    return (files, count)
  }

  private static func textFiles(_ units: [SearchUnit], inPiece: Int) -> [RenderedFile] {
    stride(from: 0, to: units.count, by: inPiece).map { start in
      var bytes: [UInt8] = [UInt8(ascii: "[")]
      for index in start..<min(start + inPiece, units.count) {
        if index > start { bytes.append(UInt8(ascii: ",")) }
        bytes += units[index].json
      }
      bytes.append(UInt8(ascii: "]"))
      return RenderedFile("search/text-\(start / inPiece).json", bytes)
    }
  }

  /// Steps from unit to unit in base 36, or one bit a unit in base 64: whichever is shorter.
  private static func code(_ numbers: [UInt32], of count: Int) -> String {
    guard numbers.count <= count / 6 else { return "!" + base64(bits(numbers, of: count)) }
    var last = -1
    let steps = numbers.map { number -> String in
      defer { last = Int(number) }
      return String(Int(number) - last, radix: 36)
    }.joined(separator: " ")
    return steps.utf8.count > count / 6 + 8 ? "!" + base64(bits(numbers, of: count)) : steps
  }

  private static func bits(_ numbers: [UInt32], of count: Int) -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    for number in numbers { bits[Int(number) / 8] |= 1 << (number % 8) }
    return bits
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + 4)
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
