import SourceText

/// Turns the lines and columns in which libyaml counts into ranges of the file.
///
/// A file may be one line of a hundred thousand values: no place is looked for from the beginning of its line.
struct YAMLPositions {
  private let file: SourceFile
  /// Where the lines of libyaml begin, and how many characters stand before each.
  private var starts: [(offset: Int, character: Int)]
  /// Where text of a line ends and where its line end stands, for each line feed and carriage return.
  private var ends: [(text: Int, line: Int)] = []
  /// The offset of every so many characters.
  private var milestones: [Int] = []
  private static let stride = 64

  init(_ file: SourceFile) {
    self.file = file
    starts = [(file.textStart, 0)]
    let bytes = file.bytes
    var count = 0
    var textEnd = file.textStart
    for index in bytes.indices.dropFirst(file.textStart) {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 {
        if count.isMultiple(of: Self.stride) { milestones.append(index) }
        count += 1
      }
      if Self.isLineEnd(byte) {
        ends.append((textEnd, index))
        textEnd = index + 1
      } else if byte != UInt8(ascii: " ") {
        textEnd = index + 1
      }
      if Self.endsLine(bytes, at: index) { starts.append((index + 1, count)) }
    }
    ends.append((textEnd, bytes.count))
  }

  private static func endsLine(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    // libyaml ends lines at U+0085, U+2028 and U+2029 too.
    case 0x85: index >= 1 && bytes[index - 1] == 0xC2
    case 0xA8, 0xA9: follows(0xE2, 0x80, bytes, index)
    default: false
    }
  }

  /// From a position, counted from 1 and in Unicode scalars, to the end of what is written there.
  func range(line: Int, column: Int) -> SourceRange {
    let count = file.bytes.count
    guard line >= 1, line <= starts.count else { return SourceRange(count, count) }
    let start = starts[line - 1]
    let place = offset(ofCharacter: start.character + max(0, column - 1))
    let offset = min(place, end(behind: start.offset).line)
    return SourceRange(offset, max(offset, end(behind: offset).text))
  }

  private func offset(ofCharacter number: Int) -> Int {
    let bytes = file.bytes
    guard number / Self.stride < milestones.count else { return bytes.count }
    var offset = milestones[number / Self.stride]
    for _ in 0..<(number % Self.stride) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The first line end at a place or behind it.
  private func end(behind offset: Int) -> (text: Int, line: Int) {
    var (lower, upper) = (0, ends.count - 1)
    while lower < upper {
      let middle = (lower + upper) / 2
      if ends[middle].line < offset { lower = middle + 1 } else { upper = middle }
    }
    return ends[lower]
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

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func follows(
    _ first: UInt8, _ second: UInt8, _ bytes: [UInt8], _ index: Int
  ) -> Bool {
    index >= 2 && bytes[index - 2] == first && bytes[index - 1] == second
  }
}
