/// The path that a request asks for, known to be safe: parts joined by `/`, none of them empty, `.` or
/// `..`, without backslashes and control characters.
///
/// ```
/// target := "/" (part "/")* part? ("?" query)?
/// ```
/// It is only ever compared with paths that the site has, never joined to a folder.
struct SitePath: Sendable, Equatable {
  /// Without the slash at its beginning; a folder's is that of its `index.html`.
  let text: String
  /// Whether the request named a folder.
  let isFolder: Bool

  /// - Parameter target: percent-encoded, as it stands in the request, without its query.
  /// - Returns: nil where it is no path that any site could have.
  init?(target: String) {
    guard target.utf8.first == UInt8(ascii: "/"), let bytes = Self.decoded(target.utf8) else {
      return nil
    }
    guard let path = String(validating: bytes.dropFirst(), as: UTF8.self) else { return nil }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    isFolder = parts.last?.isEmpty ?? true
    if isFolder { _ = parts.popLast() }
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    text = (parts + (isFolder ? ["index.html"] : [])).joined(separator: "/")
  }

  /// A path as part of an address: whatever is not surely harmless is percent-encoded.
  static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  /// What an address's encoded words mean; nil where they hold a control character, a backslash, an
  /// encoded slash or something that is no encoding.
  private static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var iterator = text.makeIterator()
    while var byte = iterator.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit)
        else { return nil }
        byte = high << 4 | low
        if byte == UInt8(ascii: "/") { return nil }
      }
      guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/".utf8.contains(byte)
    }
  }

  /// The value of a parameter of a query; nil where it is not there, or no text.
  static func parameter(_ name: String, of query: String) -> String? {
    for pair in query.split(separator: "&") where pair.hasPrefix(name + "=") {
      var bytes: [UInt8] = []
      var iterator = pair.utf8.dropFirst(name.utf8.count + 1).makeIterator()
      while let byte = iterator.next() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      }
      return String(validating: bytes, as: UTF8.self)
    }
    return nil
  }
}
