/// One text file: its path as shown to people, and its bytes, known to be UTF-8.
///
/// Everything that later stages say about the text is a ``SourceRange`` into these bytes. A file is
/// checked once, here; whoever holds a `SourceFile` need not check again.
package struct SourceFile: Sendable {
  /// Path relative to the content folder, parts separated by `/`; what findings name.
  package let path: String
  package let bytes: [UInt8]

  /// The most bytes that a page may have: far beyond what a person writes, far below what offsets
  /// can hold.
  package static let maximumSize = 10 * 1024 * 1024

  /// Takes bytes as they lie on disk.
  /// - Throws: what is wrong with the first bytes that are not text.
  package init(path: String, bytes: [UInt8]) throws(SourceFault) {
    guard bytes.count <= Self.maximumSize else { throw .tooLarge(bytes: bytes.count) }
    if let offset = Self.firstInvalidOffset(bytes) {
      throw .notUTF8(offset: offset, line: Self.line(of: offset, in: bytes))
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw .nulByte(offset: offset, line: Self.line(of: offset, in: bytes))
    }
    self.path = path
    self.bytes = bytes
  }

  /// Takes text that was decoded, with what was no text in it marked.
  /// - Throws: that it is too large.
  package init(path: String, text: DecodedText) throws(SourceFault) {
    guard text.bytes.count <= Self.maximumSize else { throw .tooLarge(bytes: text.bytes.count) }
    self.path = path
    bytes = text.bytes
  }

  /// Takes text that Swift already knows to be Unicode, for tests and for what is made in memory.
  package init(path: String, text: String) {
    self.path = path
    self.bytes = Array(text.utf8)
  }

  /// Where the text begins: behind a byte order mark, if the file has one.
  package var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<min(range.upper, bytes.count)], as: UTF8.self)
  }

  /// The whole line around an offset, without its line end.
  package func line(around offset: Int) -> SourceRange {
    let offset = min(offset, bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
  }

  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var offset = 0
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

/// Why bytes are not a text that can be read; lines count from 1.
package enum SourceFault: Error, Sendable, Equatable {
  case notUTF8(offset: Int, line: Int)
  case nulByte(offset: Int, line: Int)
  case tooLarge(bytes: Int)
}
