import SourceText

/// Names of pages as they are looked for in running text; the longest that fits counts.
package struct AutoLinkNames: Sendable {
  /// By the first two bytes, the longest first.
  private var names: [UInt16: [[UInt8]]] = [:]

  /// - Parameter minimumBytes: shorter names are not looked for; PukiWiki's setting `$autolink`.
  package init(_ names: some Sequence<String>, minimumBytes: Int) {
    for name in names.map({ Array($0.utf8) }) where name.count >= max(2, minimumBytes) {
      self.names[Self.key(name[0], name[1]), default: []].append(name)
    }
    for key in self.names.keys {
      self.names[key]?.sort {
        $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
      }
    }
  }

  /// Where the name that begins at an offset ends; nil where none does. A name never begins or ends
  /// within a word of ASCII letters.
  func end(at start: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
    guard start + 1 < end, let names = names[Self.key(bytes[start], bytes[start + 1])],
      start == 0 || !(isWord(bytes[start - 1]) && isWord(bytes[start]))
    else { return nil }
    for name in names {
      let behind = start + name.count
      guard behind <= end, behind == end || !(isWord(bytes[behind - 1]) && isWord(bytes[behind]))
      else { continue }
      if Self.stands(name, at: start, in: bytes) { return behind }
    }
    return nil
  }

  private static func stands(_ name: [UInt8], at start: Int, in bytes: Span<UInt8>) -> Bool {
    for index in name.indices where bytes[start + index] != name[index] { return false }
    return true
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}
