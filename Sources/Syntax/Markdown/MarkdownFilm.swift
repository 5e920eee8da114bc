import SourceText

/// Films that stand where pictures do: `![](open.mp4?loop)`.
enum MarkdownFilm {
  private static let endings = [".mp4", ".webm", ".mov", ".ogv", ".m4v"]

  /// Whether an address names a film, whatever stands behind its `?` or `#`.
  static func isFilm(_ address: ArraySlice<UInt8>) -> Bool {
    let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return endings.contains { ending in
      path.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// The file's name at the end of an address.
  static func name(in address: SourceRange, of bytes: [UInt8]) -> SourceRange {
    let end =
      bytes[address.lower..<address.upper].firstIndex { "?#".utf8.contains($0) } ?? address.upper
    let folder = bytes[address.lower..<end].lastIndex(of: UInt8(ascii: "/"))
    return SourceRange(folder.map { $0 + 1 } ?? address.lower, end)
  }
}
