import SourceText

/// Names of pages, files and places in MediaWiki.
enum MediaWikiName {
  /// The page that a link means: `/x` lies below the page, `../x` beside it.
  static func absolute(_ written: String, on page: String) -> String {
    var name = written
    while name.hasSuffix("/"), name.utf8.count > 1 { name.removeLast() }
    if name.hasPrefix("/") { return page + name }
    guard name == ".." || name.hasPrefix("../") else { return name }
    var parts = page.split(separator: "/", omittingEmptySubsequences: false)
    var rest = name.split(separator: "/")[...]
    while rest.first == ".." {
      rest.removeFirst()
      if !parts.isEmpty { parts.removeLast() }
    }
    return (parts + rest).joined(separator: "/")
  }

  /// Underscores as spaces, one space for several, the namespace as it is called everywhere, the first
  /// letter as a capital.
  static func key(_ name: String) -> String {
    let plain = spaced(name)
    guard let colon = plain.firstIndex(of: ":") else { return capitalized(plain) }
    let prefix = String(plain[..<colon]).lowercased()
    guard let namespace = MediaWikiNamespace.named(prefix) else { return capitalized(plain) }
    let rest = spaced(String(plain[plain.index(after: colon)...]))
    return namespace + ":" + capitalized(rest)
  }

  /// A heading's words with marks taken off, spaces as underscores.
  static func anchor(_ written: String) -> String {
    var text = ""
    var rest = spaced(written)[...]
    while let first = rest.first {
      if rest.hasPrefix("''") {
        rest = rest.drop { $0 == "'" }
      } else if rest.hasPrefix("[["), let end = rest.firstRange(of: "]]") {
        let link = rest[..<end.lowerBound].dropFirst(2)
        text += link.split(separator: "|").last ?? link
        rest = rest[end.upperBound...]
      } else if first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(first)
        rest.removeFirst()
      }
    }
    return String(text.map { $0 == " " ? "_" : $0 })
  }

  /// With spaces for underscores and for signs by number, none at the ends.
  private static func spaced(_ text: String) -> String {
    let decoded = text.utf8.contains(UInt8(ascii: "%")) ? percentDecoded(text) : text
    return decoded.split { $0 == " " || $0 == "_" || $0 == "\t" || $0.isNewline }
      .joined(separator: " ")
  }

  private static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Links may be written as addresses are; what is no text then stays as it is.
  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value >= 0x20
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
