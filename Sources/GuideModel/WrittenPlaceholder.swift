import SourceText

/// A placeholder as it stands in a text, whether or not its name is known.
///
/// ```
/// placeholder = "{{" [spaces] name [spaces] "}}"
/// name        = letters, digits, "_", "-" and "."
/// ```
/// Three braces, `{{#name}}` and other forms of template languages are none.
package struct WrittenPlaceholder: Sendable {
  /// What stands between the braces.
  package let name: String
  /// With its braces, as offsets of the text.
  package let range: Range<Int>

  package var placeholder: Placeholder? { Placeholder(name) }

  /// Longer than any name, or any slip in one.
  private static let longest = 48

  /// - Returns: all placeholders of a text, in order.
  package static func all(in bytes: ArraySlice<UInt8>) -> [WrittenPlaceholder] {
    var found: [WrittenPlaceholder] = []
    var rest = bytes
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let braces = rest[open...].prefix { $0 == UInt8(ascii: "{") }.count
      rest = rest[(open + braces)...]
      guard braces == 2, let placeholder = read(from: open, in: rest) else { continue }
      found.append(placeholder)
      rest = rest[placeholder.range.upperBound...]
    }
    return found
  }

  /// - Parameter rest: what stands behind the opening braces.
  private static func read(from open: Int, in rest: ArraySlice<UInt8>) -> WrittenPlaceholder? {
    let inner = rest.prefix(longest).prefix { isNameByte($0) || $0 == UInt8(ascii: " ") }
    let name = inner.drop { $0 == UInt8(ascii: " ") }.prefix(while: isNameByte)
    let behind = rest[name.endIndex...].drop { $0 == UInt8(ascii: " ") }
    guard !name.isEmpty, behind.startIndex == inner.endIndex,
      behind.prefix(3).prefix(while: { $0 == UInt8(ascii: "}") }).count == 2
    else { return nil }
    return WrittenPlaceholder(
      name: String(decoding: name, as: UTF8.self), range: open..<(inner.endIndex + 2))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "._-".utf8.contains(byte)
    }
  }
}

extension WrittenPlaceholder {
  /// The placeholders of a stretch of a file.
  package static func all(in range: SourceRange, of file: SourceFile) -> [WrittenPlaceholder] {
    all(in: file.bytes[range.lower..<range.upper])
  }

  /// Whether a file has a placeholder whose name is known.
  package static func isKnown(in file: SourceFile) -> Bool {
    mayStand(in: file) && all(in: file.bytes[...]).contains { $0.placeholder != nil }
  }

  /// Whether a file has two braces at all: most have none, and need not be looked into.
  package static func mayStand(in file: SourceFile) -> Bool {
    var start = 0
    while let open = file.offset(of: UInt8(ascii: "{"), from: start) {
      start = open + 1
      if start < file.bytes.count, file.bytes[start] == UInt8(ascii: "{") { return true }
    }
    return false
  }
}
