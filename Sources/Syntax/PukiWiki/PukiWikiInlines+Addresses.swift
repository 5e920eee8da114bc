import SourceText

/// Addresses that stand bare in the text: of the web, of pictures, of people.
extension PukiWikiInlines {
  func address(
    at cursor: borrowing ByteCursor, allowsLinks: Bool
  ) -> (Inline, Int)? {
    let start = cursor.offset
    if allowsLinks, cursor.starts(with: "mailto:") {
      let end = mailEnd(at: start + 7, end: cursor.end)
      guard let end else { return nil }
      let range = SourceRange(start, end)
      let target = SourceRange(start + 7, end)
      let link = Link(
        target: .mail(target), label: [.text(range)], targetRange: range, range: range)
      return (.link(link), end)
    }
    guard let end = addressEnd(at: start, end: cursor.end) else { return nil }
    let range = SourceRange(start, end)
    if isImageAddress(range) {
      let image = Image(address: range, isLinked: allowsLinks)
      return (.image(image), end)
    }
    guard allowsLinks else { return nil }
    let link = Link(target: .url(range), label: [.text(range)], targetRange: range, range: range)
    return (.link(link), end)
  }

  /// Where the address that begins at `start` ends; nil where none begins.
  func addressEnd(at start: Int, end: Int) -> Int? {
    var index: Int
    if matches("http://", at: start, in: bytes, end: end) {
      index = start + 7
    } else if matches("https://", at: start, in: bytes, end: end) {
      index = start + 8
    } else if matches("ftp://", at: start, in: bytes, end: end) {
      index = start + 6
    } else {
      return nil
    }
    let first = index
    while index < end, isAddressByte(bytes[index]) {
      // Two quotes are a mark, not part of an address.
      if bytes[index] == UInt8(ascii: "'"), index + 1 < end, bytes[index + 1] == bytes[index] {
        break
      }
      index += 1
    }
    return index > first ? index : nil
  }

  func isAddressByte(_ byte: UInt8) -> Bool {
    if isWord(byte) { return true }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "&"),
      UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "~"), UInt8(ascii: "'"),
      UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  /// Whether the address ends like a picture's file name.
  func isImageAddress(_ range: SourceRange) -> Bool {
    var dot = range.upper - 1
    let earliest = max(range.lower, range.upper - 6)
    while dot >= earliest, bytes[dot] != UInt8(ascii: ".") { dot -= 1 }
    guard dot >= earliest else { return false }
    var ending: UInt64 = 0
    for index in (dot + 1)..<range.upper { ending = ending << 8 | UInt64(bytes[index] | 0x20) }
    return Self.imageEndings.contains(ending)
  }

  static let imageEndings: [UInt64] = ["png", "gif", "jpg", "jpeg", "webp", "svg", "avif"]
    .map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

  func mail(at cursor: borrowing ByteCursor, textStart: Int) -> (Inline, Int)? {
    var start = cursor.offset
    while start > textStart, isMailByte(bytes[start - 1]) { start -= 1 }
    guard start < cursor.offset, let end = mailEnd(at: start, end: cursor.end) else { return nil }
    let range = SourceRange(start, end)
    let link = Link(target: .mail(range), label: [.text(range)], targetRange: range, range: range)
    return (.link(link), end)
  }

  func isMailByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// `local@domain.tld`: where it ends when it begins at `start`.
  func mailEnd(at start: Int, end: Int) -> Int? {
    var index = start
    while index < end, isMailByte(bytes[index]) { index += 1 }
    guard index > start, index < end, bytes[index] == UInt8(ascii: "@") else { return nil }
    index += 1
    let domain = index
    var lastDot: Int?
    while index < end, isMailByte(bytes[index]) {
      if bytes[index] == UInt8(ascii: ".") { lastDot = index }
      index += 1
    }
    // A full stop behind the address belongs to the sentence.
    while index > domain, bytes[index - 1] == UInt8(ascii: ".") { index -= 1 }
    guard let lastDot, lastDot > domain, index > domain + 2 else { return nil }
    return index
  }

  func isMail(_ range: SourceRange) -> Bool {
    mailEnd(at: range.lower, end: range.upper) == range.upper
  }
}
