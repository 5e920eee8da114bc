/// Passwords within addresses, `ftp://user:secret@host`, which nothing that is printed may show.
///
/// ```
/// ("//" | "http:" | "https:" | "ftp:") name ":" password "@" host
/// ```
/// Browsers take `\` for `/`, and need no slashes behind the schemes that they know best.
///
/// The password ends at the last `@` of the host's part. Whoever wrote a `/` into it meant it
/// nonetheless: then it ends at the first `@` behind. A number behind the colon is a port. In doubt
/// too much is hidden rather than too little.
package enum AddressPassword {
  /// Where passwords stand in UTF-8.
  package static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    var run = 0..<0
    var lastAtSign = 0
    while let start = beginning(in: text, from: index) {
      index = start
      guard let colon = text[start...].firstIndex(where: endsName), text[colon] == colonSign else {
        continue
      }
      index = colon + 1
      if colon >= run.upperBound {
        run = colon..<runEnd(in: text, from: colon)
        lastAtSign = text[run].lastIndex(of: atSign) ?? 0
      }
      // Looked for once a run, so that a long line of slashes and colons costs one walk.
      guard lastAtSign > index, !isPort(text[index..<run.upperBound]),
        let end = end(in: text[index..<run.upperBound]), end > index
      else { continue }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  private static let colonSign = UInt8(ascii: ":")
  private static let atSign = UInt8(ascii: "@")

  /// The place behind the next `//`, or behind a scheme without slashes.
  private static func beginning(in text: [UInt8], from index: Int) -> Int? {
    var index = index
    while index + 1 < text.count {
      if isSlash(text[index]), isSlash(text[index + 1]) {
        // Of several slashes the last two count.
        if index + 2 < text.count, isSlash(text[index + 2]) {
          index += 1
          continue
        }
        return index + 2
      }
      index += 1
      if text[index - 1] == colonSign, !isSlash(text[index]), hasScheme(text[..<(index - 1)]) {
        return index
      }
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == colonSign || endsHost(byte) || endsRun(byte)
  }

  private static let schemes = ["http", "https", "ftp"].map { Array($0.utf8) }

  /// Whether text ends in the name of a scheme that needs no slashes.
  private static func hasScheme(_ text: ArraySlice<UInt8>) -> Bool {
    let end = text.suffix(5).map { $0 | 0x20 }
    return schemes.contains { end.suffix($0.count).elementsEqual($0) }
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func endsRun(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private static func runEnd(in text: [UInt8], from index: Int) -> Int {
    text[index...].firstIndex(where: endsRun) ?? text.count
  }

  /// One to five digits, behind which neither a name nor a password goes on.
  private static func isPort(_ rest: ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...5).contains(digits.count), let next = rest.dropFirst(digits.count).first else {
      return !digits.isEmpty && digits.count == rest.count
    }
    switch next {
    case 48...57, 65...90, 97...122: return false
    default: return !"@-._~%!$&*+=:;".utf8.contains(next)
    }
  }

  private static func end(in rest: ArraySlice<UInt8>) -> Int? {
    rest.prefix { !endsHost($0) }.lastIndex(of: atSign) ?? rest.firstIndex(of: atSign)
  }
}

extension String {
  /// The text with a star for each character of a password in an address.
  package var maskingPasswords: String {
    guard utf8.contains(UInt8(ascii: "@")) else { return self }
    let bytes = Array(utf8)
    let passwords = AddressPassword.ranges(in: bytes)
    guard !passwords.isEmpty else { return self }
    var masked: [UInt8] = []
    var index = 0
    for password in passwords {
      masked += bytes[index..<password.lowerBound]
      let characters = bytes[password].count { $0 & 0xC0 != 0x80 }
      masked += repeatElement(UInt8(ascii: "*"), count: characters)
      index = password.upperBound
    }
    return String(decoding: masked + bytes[index...], as: UTF8.self)
  }
}
