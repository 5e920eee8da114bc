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
    var text = text
    text.withUTF8 { text in
      for byte in text {
        if "\\`*_[]<>&~|#".utf8.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    }
  }

  /// Appends text, fit to stand between the quotation marks of JSON that an element of a page holds:
  /// `<` could end the element.
  mutating func add(json text: String) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in text.indices where Self.isSpecialInJSON(text[index]) {
        bytes.append(contentsOf: text[start..<index])
        start = index + 1
        if !addJSON(special: text[index], before: start < text.count ? text[start] : 0) {
          bytes.append(text[index])
        } else if text[index] == 0xC2 {
          start += 1
        }
      }
      if start < text.count { bytes.append(contentsOf: text[start...]) }
    }
  }

  private static func isSpecialInJSON(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<") || byte == 0x7F || byte == 0xC2
  }

  /// - Returns: false for what may stand as it is.
  private mutating func addJSON(special byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""): add("\\\"")
    case UInt8(ascii: "\\"): add("\\\\")
    case UInt8(ascii: "\n"): add("\\n")
    case UInt8(ascii: "\r"): add("\\r")
    case UInt8(ascii: "\t"): add("\\t")
    // A control beyond ASCII, which would steer the terminal of whoever looks at the text.
    case 0xC2:
      guard (0x80...0x9F).contains(next) else { return false }
      addJSON(escape: next)
    default: addJSON(escape: byte)
    }
    return true
  }

  private mutating func addJSON(escape byte: UInt8) {
    add("\\u00")
    for digit in [byte >> 4, byte & 15] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
