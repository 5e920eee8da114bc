import SourceText

/// Turns the lines and columns in which libyaml counts into ranges of the file.
struct YAMLPositions {
  private let file: SourceFile
  private let starts: [Int]

  init(_ file: SourceFile) {
    self.file = file
    var starts = [file.textStart]
    let bytes = file.bytes
    for index in bytes.indices {
      let next = index + 1
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(next)
      case UInt8(ascii: "\r") where next == bytes.count || bytes[next] != UInt8(ascii: "\n"):
        starts.append(next)
      // libyaml ends lines at U+0085, U+2028 and U+2029 too.
      case 0x85 where index >= 1 && bytes[index - 1] == 0xC2: starts.append(next)
      case 0xA8 where Self.follows(0xE2, 0x80, bytes, index): starts.append(next)
      case 0xA9 where Self.follows(0xE2, 0x80, bytes, index): starts.append(next)
      default: break
      }
    }
    self.starts = starts
  }

  /// From a position, counted from 1 and in Unicode scalars, to the end of what is written there.
  func range(line: Int, column: Int) -> SourceRange {
    let bytes = file.bytes
    guard line >= 1, line <= starts.count else { return SourceRange(bytes.count, bytes.count) }
    var offset = starts[line - 1]
    var left = column - 1
    while left > 0, offset < bytes.count, !isLineEnd(offset) {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    var end = offset
    while end < bytes.count, !isLineEnd(end) { end += 1 }
    while end > offset, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return SourceRange(offset, end)
  }

  /// The part of a range that a value takes: quotes with what they hold, or the plain text.
  func value(_ text: String, in range: SourceRange) -> SourceRange {
    let bytes = file.bytes[range.lower..<range.upper]
    if let first = bytes.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = bytes.dropFirst().firstIndex(of: first) else { return range }
      return SourceRange(range.lower, close + 1)
    }
    guard bytes.starts(with: text.utf8) else { return range }
    return SourceRange(range.lower, range.lower + text.utf8.count)
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    file.bytes[offset] == UInt8(ascii: "\n") || file.bytes[offset] == UInt8(ascii: "\r")
  }

  private static func follows(
    _ first: UInt8, _ second: UInt8, _ bytes: [UInt8], _ index: Int
  ) -> Bool {
    index >= 2 && bytes[index - 2] == first && bytes[index - 1] == second
  }
}
