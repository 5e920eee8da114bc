import SourceText

/// What an address in a page of Markdown leads to.
///
/// ```
/// address = "#" anchor | "mailto:" address | scheme ":" … | "//" host … | path ["#" anchor]
/// ```
enum MarkdownTarget {
  static func of(_ address: SourceRange, in bytes: [UInt8]) -> Link.Target {
    let written = bytes[address.lower..<address.upper]
    let hash = written.firstIndex(of: UInt8(ascii: "#")).map { SourceRange($0, $0 + 1) }
    return of(address, saying: written, hash: hash, in: bytes)
  }

  /// - Parameters:
  ///   - meaning: what the address says once its escapes and entities are read.
  ///   - hash: where the first `#` stands in the file, as it is or as an escape or an entity.
  static func of(
    _ address: SourceRange, saying meaning: ArraySlice<UInt8>, hash: SourceRange?,
    in bytes: [UInt8]
  ) -> Link.Target {
    if let hash, hash.lower == address.lower {
      return .anchor(SourceRange(hash.upper, address.upper))
    }
    if let scheme = schemeLength(meaning) {
      let written = bytes[address.lower..<address.upper].prefix(mail.utf8.count)
      if String(decoding: written, as: UTF8.self).lowercased() == mail {
        return .mail(SourceRange(address.lower + scheme, address.upper))
      }
      return .url(address)
    }
    if meaning.starts(with: "//".utf8) { return .url(address) }
    guard let hash else { return .file(address, anchor: nil) }
    return .file(
      SourceRange(address.lower, hash.lower), anchor: SourceRange(hash.upper, address.upper))
  }

  private static let mail = "mailto:"

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
