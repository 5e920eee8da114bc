/// What HTML is printed with.
extension OutputBytes {
  /// Ends the line, unless a line has just begun.
  mutating func endLine() {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }

  /// Appends text fit for element content and for attribute values in double quotes. Control
  /// characters, which no page may hold, become spaces.
  package mutating func append(escaping text: Span<UInt8>) {
    text.withUnsafeBufferPointer { text in
      let signs = TextSigns.of(text)
      guard signs.contains(.unprintable) else { return append(text, signs) }
      PrintableText.of(text).withUnsafeBufferPointer { append($0, signs) }
    }
  }

  package mutating func append(escaping text: String) { append(escaping: text.utf8.span) }

  /// - Parameter signs: those of the text, which is printable.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) {
    guard signs.contains(.html) else { return append(text) }
    var start = 0
    for index in text.indices {
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      append(UnsafeBufferPointer(rebasing: text[start..<index]))
      append(entity)
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Appends an address, with `%XX` for all that may not stand in one; one that runs code or shows a
  /// file of the reader's is left out.
  mutating func append(address: Span<UInt8>) {
    address.withUnsafeBufferPointer { address in
      guard !AddressScheme.isDangerous(address) else { return }
      var start = 0
      for index in address.indices where !AddressScheme.isPlain(address[index]) {
        append(UnsafeBufferPointer(rebasing: address[start..<index]))
        start = index + 1
        switch address[index] {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "'"): append("&#x27;")
        default: append(percent: address[index])
        }
      }
      append(UnsafeBufferPointer(rebasing: address[start...]))
    }
  }

  mutating func append(percent byte: UInt8) {
    append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 15] {
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
