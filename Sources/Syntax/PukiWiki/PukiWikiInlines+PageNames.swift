import SourceText

/// Links that need no brackets: names of pages in running text, and addresses with a label.
extension PukiWikiInlines {
  /// A name that is linked wherever it stands, or a `WikiName` of a page that exists.
  func nameOfPage(at cursor: borrowing ByteCursor, allowsLinks: Bool) -> (Inline, Int)? {
    guard allowsLinks else { return nil }
    let start = cursor.offset
    let end =
      wikiNameEnd(at: start, end: cursor.end)
      ?? settings.autoLinks?.end(at: start, in: bytes, end: cursor.end)
    guard let end else { return nil }
    let range = SourceRange(start, end)
    let target = Link.Target.page(range, anchor: nil)
    return (
      .link(Link(target: target, label: [.text(range)], targetRange: range, range: range)), end
    )
  }

  private static let longestWikiName = 256

  /// Words of ASCII letters that are joined, each with a capital and small letters: `FrontPage`.
  private func wikiNameEnd(at start: Int, end: Int) -> Int? {
    guard settings.linksWikiNames else { return nil }
    var index = start
    var words = 0
    // A name of a page is not longer; of thousands of words in a row none is one.
    let end = min(end, start + Self.longestWikiName)
    while index < end, isCapital(bytes[index]) {
      var next = index + 1
      while next < end, isSmall(bytes[next]) { next += 1 }
      guard next > index + 1 else { break }
      index = next
      words += 1
    }
    guard words >= 2, index == end || !isLetter(at: index) else { return nil }
    return isPage(SourceRange(start, index)) ? index : nil
  }

  /// Whether a letter, a digit or `_` of any script begins here.
  private func isLetter(at index: Int) -> Bool {
    guard bytes[index] >= 0x80 else { return isWord(bytes[index]) }
    var character: [UInt8] = []
    for next in index..<min(index + 4, bytes.count) { character.append(bytes[next]) }
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  func isPage(_ range: SourceRange) -> Bool {
    guard !settings.pageNames.isEmpty else { return false }
    var name: [UInt8] = []
    for index in range.lower..<range.upper { name.append(bytes[index]) }
    return settings.pageNames.contains(String(decoding: name, as: UTF8.self))
  }

  private func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private func isSmall(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// `[https://host/path label]`, as on the page that names other wikis.
  @_lifetime(self: copy self)
  mutating func addressWithLabel(
    at cursor: borrowing ByteCursor, depth: Int
  ) -> (Inline, Int)? {
    let start = cursor.offset
    guard !labelEndsNowhere.contains(cursor.end) else { return nil }
    let addressEnd =
      addressEnd(at: start + 1, end: cursor.end)
      ?? relativeAddressEnd(at: start + 1, end: cursor.end)
    guard let addressEnd, addressEnd < cursor.end, isBlank(bytes[addressEnd]) else { return nil }
    var close = addressEnd + 1
    while close < cursor.end, bytes[close] != UInt8(ascii: "]") { close += 1 }
    guard close < cursor.end else {
      labelEndsNowhere.insert(cursor.end)
      return nil
    }
    guard close > addressEnd + 1 else { return nil }
    let address = SourceRange(start + 1, addressEnd)
    var label: [Inline] = []
    read(
      SourceRange(addressEnd + 1, close), into: &label, depth: depth + 1, allowsLinks: false)
    let link = Link(
      target: .url(address), label: label, targetRange: address,
      range: SourceRange(start, close + 1))
    return (.link(link), close + 1)
  }

  /// `./…` and `../…`: addresses of the wiki's own program.
  private func relativeAddressEnd(at start: Int, end: Int) -> Int? {
    guard
      matches("./", at: start, in: bytes, end: end)
        || matches("../", at: start, in: bytes, end: end)
    else { return nil }
    var index = start
    while index < end, isAddressByte(bytes[index]) { index += 1 }
    return index
  }
}
