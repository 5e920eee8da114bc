import SourceText

/// Addresses that stand in the text without a mark around them.
enum BareAddress {
  /// Where an address with one of the schemes of the web ends; nil where none begins.
  /// - Parameter isOpen: whether marks and full stops end it, as they do in running text.
  static func end(at start: Int, in bytes: Span<UInt8>, end: Int, isOpen: Bool = true) -> Int? {
    guard let first = behindScheme(at: start, in: bytes, end: end) else { return nil }
    var index = first
    var openBrackets = 0
    while index < end, isAddressByte(bytes[index]) {
      if isOpen {
        if matches("''", at: index, in: bytes, end: end) { break }
        if bytes[index] == UInt8(ascii: "(") { openBrackets += 1 }
        if bytes[index] == UInt8(ascii: ")") {
          if openBrackets == 0 { break }
          openBrackets -= 1
        }
      }
      index += 1
    }
    if isOpen {
      // What ends the sentence is no part of the address.
      while index > first, endsSentence(bytes[index - 1]) { index -= 1 }
    }
    return index > first ? index : nil
  }

  /// Where the host begins.
  static func behindScheme(at start: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
    let schemes: [StaticString] = ["https://", "http://", "ftp://", "ftps://"]
    for scheme in schemes where matchesInAnyCase(scheme, at: start, in: bytes, end: end) {
      return start + scheme.utf8CodeUnitCount
    }
    return nil
  }

  /// Whether a range is `local@domain.tld`.
  static func isMail(_ range: SourceRange, in bytes: Span<UInt8>) -> Bool {
    guard let at = find(UInt8(ascii: "@"), from: range.lower, in: bytes, end: range.upper),
      at > range.lower, at + 3 < range.upper
    else { return false }
    for index in range.lower..<range.upper where index != at {
      guard isMailByte(bytes[index]) else { return false }
    }
    guard let dot = find(UInt8(ascii: "."), from: at + 1, in: bytes, end: range.upper) else {
      return false
    }
    return dot > at + 1 && bytes[range.upper - 1] != UInt8(ascii: ".")
  }

  /// Whether the name of a file ends like that of a picture.
  static func isPicture(_ name: SourceRange, in bytes: Span<UInt8>) -> Bool {
    guard let ending = ending(of: name, in: bytes) else { return false }
    return ["png", "gif", "jpg", "jpeg", "webp", "svg", "avif"].contains(ending)
  }

  /// What stands behind the last dot of a file's name, in small letters.
  static func ending(of name: SourceRange, in bytes: Span<UInt8>) -> String? {
    var dot = name.upper - 1
    let earliest = max(name.lower, name.upper - 8)
    while dot >= earliest, bytes[dot] != UInt8(ascii: ".") { dot -= 1 }
    guard dot >= earliest else { return nil }
    return foldedText(SourceRange(dot + 1, name.upper), in: bytes)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F...0xFF, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
      false
    default: true
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  static func mayStandInMail(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "@") || isMailByte(byte)
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }
}
