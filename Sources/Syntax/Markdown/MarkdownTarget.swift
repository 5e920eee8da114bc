import SourceText

/// What an address in a page of Markdown leads to.
///
/// ```
/// address = "#" anchor | "mailto:" address | scheme ":" … | "//" host … | path ["#" anchor]
/// ```
enum MarkdownTarget {
  static func of(_ address: SourceRange, in bytes: [UInt8]) -> Link.Target {
    let written = bytes[address.lower..<address.upper]
    if written.first == UInt8(ascii: "#") {
      return .anchor(SourceRange(address.lower + 1, address.upper))
    }
    if let scheme = schemeLength(written) {
      if scheme == 7, String(decoding: written.prefix(6), as: UTF8.self).lowercased() == "mailto" {
        return .mail(SourceRange(address.lower + scheme, address.upper))
      }
      return .url(address)
    }
    if written.starts(with: "//".utf8) { return .url(address) }
    guard let hash = written.firstIndex(of: UInt8(ascii: "#")) else {
      return .file(address, anchor: nil)
    }
    return .file(
      SourceRange(address.lower, hash), anchor: SourceRange(hash + 1, address.upper))
  }

  /// What stands in `<…>`: an address with a scheme, or one of mail.
  static func of(autoLink address: SourceRange, in bytes: [UInt8]) -> Link.Target {
    schemeLength(bytes[address.lower..<address.upper]) == nil
      ? .mail(address) : of(address, in: bytes)
  }

  /// The length of an address's scheme with its colon.
  private static func schemeLength(_ address: ArraySlice<UInt8>) -> Int? {
    let scheme = address.prefix { byte in
      isWord(byte) && byte != UInt8(ascii: "_") || "+.-".utf8.contains(byte)
    }
    guard scheme.count >= 2, scheme.endIndex < address.endIndex,
      address[scheme.endIndex] == UInt8(ascii: ":"), let first = scheme.first, first >= 0x41
    else { return nil }
    return scheme.count + 1
  }
}
