import SourceText

/// Looks for keys of YAML that are no words, such as `? *a` or `[*a, *b]: c`, before the file is parsed.
///
/// The parser compares the keys of a table with all that stands in them. A few aliases of aliases stand
/// for more values than there is time for; as values they are counted, as keys they must not be there.
enum YAMLKeys {
  /// Fewer aliases than this cannot stand for much.
  private static let harmlessAliases = 10

  /// Where a key begins that may stand for any number of values; nil where no key does.
  static func firstOfValues(in file: SourceFile) -> Int? {
    let bytes = file.bytes
    var aliases = 0
    var found: Int?
    var brackets: [UInt8] = []
    for index in bytes.indices {
      let isFirst = index == 0 || startsToken(behind: bytes[index - 1])
      var isKey = false
      switch bytes[index] {
      case UInt8(ascii: "*") where isFirst:
        aliases += 1
        isKey = isKeyOfTable(index, bytes, brackets.last) || isFollowedByColon(index, bytes)
      case UInt8(ascii: "?") where isFirst: isKey = isBlank(at: index + 1, bytes)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        isKey = isKeyOfTable(index, bytes, brackets.last)
        brackets.append(bytes[index])
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isKey = isFollowedByColon(index, bytes)
        _ = brackets.popLast()
      default: break
      }
      if isKey, found == nil { found = index }
      if aliases > harmlessAliases, let found { return found }
    }
    return nil
  }

  private static func startsToken(behind byte: UInt8) -> Bool { " \t\r\n[{,".utf8.contains(byte) }

  private static func isBlank(at index: Int, _ bytes: [UInt8]) -> Bool {
    index >= bytes.count || " \t\r\n".utf8.contains(bytes[index])
  }

  /// Whether something stands behind `{` or a comma, in braces.
  private static func isKeyOfTable(_ index: Int, _ bytes: [UInt8], _ bracket: UInt8?) -> Bool {
    guard bracket == UInt8(ascii: "{") else { return false }
    let before = bytes[..<index].last { !" \t\r\n".utf8.contains($0) }
    return before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
  }

  /// Whether a colon stands behind the word or the bracket at an index.
  private static func isFollowedByColon(_ index: Int, _ bytes: [UInt8]) -> Bool {
    var end = index + 1
    if bytes[index] == UInt8(ascii: "*") {
      while end < bytes.count, !" \t\r\n,]}".utf8.contains(bytes[end]) { end += 1 }
    }
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: ":")
  }
}
