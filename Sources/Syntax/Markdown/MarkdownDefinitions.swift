/// Where links with a label lead: what lines such as `[label]: address` say.
///
/// libcmark decides what is such a line; here the places are looked up at which the addresses stand.
struct MarkdownDefinitions {
  private var addresses: [String: [MarkdownScanner.Definition]] = [:]

  init(_ text: MarkdownText) {
    var scanner = MarkdownScanner(text.bytes)
    scanner.end = text.bytes.count
    // A definition may stand in any number of quotes.
    scanner.quotes = .max
    for start in text.lineStarts {
      scanner.offset = start
      scanner.skipLineStart()
      Self.skipMarks(&scanner)
      guard scanner.peek() == UInt8(ascii: "["), let found = scanner.readDefinition() else {
        continue
      }
      let label = Self.folded(text.bytes[found.label])
      if addresses[label, default: []].count < 8 {
        addresses[label, default: []].append(found.place)
      }
    }
  }

  /// A definition may open a list's item.
  private static func skipMarks(_ scanner: inout MarkdownScanner) {
    while "-+*0123456789.)".utf8.contains(scanner.peek()) { scanner.advance() }
    scanner.skipBlanks()
  }

  /// The places at which a label is defined, the first one first.
  func places(of label: ArraySlice<UInt8>) -> [MarkdownScanner.Definition] {
    addresses[Self.folded(label)] ?? []
  }

  /// Labels are the same whatever their letter case and their white space.
  private static func folded(_ label: ArraySlice<UInt8>) -> String {
    let words = String(decoding: label, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .filter { $0 != ">" }
    return words.joined(separator: " ").lowercased().replacing("ẞ", with: "ss")
      .replacing("ß", with: "ss")
  }
}
