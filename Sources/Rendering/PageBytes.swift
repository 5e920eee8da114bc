import CommonMark

/// Pieces of a page put together as bytes: what is printed around every page never becomes a `String`.
struct PageBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Appends what is markup already.
  mutating func add(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  mutating func add(_ number: Int) { add(String(number)) }

  /// Appends text, fit for element content and for attribute values in double quotes.
  mutating func add(escaped text: String) {
    var text = text
    text.withUTF8 { text in
      guard text.contains(where: HTMLText.mustBeLookedAt) else {
        return bytes.append(contentsOf: text)
      }
      HTMLText.append(Array(text)[...], to: &bytes)
    }
  }

  /// Appends a file's path as it may stand in an address: `%`, `#` and `?` belong to its name.
  mutating func add(path: String) {
    var path = path
    path.withUTF8 { AddressText.append(path: $0, to: &bytes) }
  }

  /// Appends text in which no sign means anything to Markdown.
  mutating func add(markdown text: String) {
    for byte in PrintableText.of(Array(text.utf8)[...]) {
      if "\\`*_[]<>&~|#".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
  }

  /// Appends text, fit to stand between the quotation marks of JSON.
  /// - Parameter isEmbedded: whether an element of a page holds the JSON, which `<` could end.
  mutating func add(json text: UnsafeBufferPointer<UInt8>, isEmbedded: Bool) {
    var start = 0
    for index in text.indices where Self.isSpecialInJSON(text[index], isEmbedded) {
      // A control beyond ASCII would steer the terminal of whoever looks at the text.
      let isTwoBytes = text[index] == 0xC2
      let next = index + 1 < text.count ? text[index + 1] : 0
      if isTwoBytes, !(0x80...0x9F).contains(next) { continue }
      bytes.append(contentsOf: text[start..<index])
      start = index + (isTwoBytes ? 2 : 1)
      addJSON(escaped: isTwoBytes ? next : text[index])
    }
    if start < text.count { bytes.append(contentsOf: text[start...]) }
  }

  private static func isSpecialInJSON(_ byte: UInt8, _ isEmbedded: Bool) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      || byte == 0xC2 || isEmbedded && byte == UInt8(ascii: "<")
  }

  private mutating func addJSON(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): add("\\\"")
    case UInt8(ascii: "\\"): add("\\\\")
    case UInt8(ascii: "\n"): add("\\n")
    case UInt8(ascii: "\r"): add("\\r")
    case UInt8(ascii: "\t"): add("\\t")
    default:
      add("\\u00")
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
