import SourceText

/// Counts the lines of a file on the way to places that are asked for from its beginning to its end.
struct LineCount {
  private let file: SourceFile
  private var offset = 0
  private var lineEnds = 0

  init(_ file: SourceFile) { self.file = file }

  /// How many lines a file has; a line end at the very end opens no further line.
  static func lines(of file: SourceFile) -> Int {
    let ends = lineEnds(in: file.bytes[...])
    return file.bytes.last == UInt8(ascii: "\n") ? ends : ends + 1
  }

  /// The first and last line of a stretch, from 1. None asked for earlier begins behind it.
  mutating func lines(of range: SourceRange) -> ClosedRange<Int> {
    let start = min(range.lower, file.bytes.count)
    if start > offset {
      lineEnds += Self.lineEnds(in: file.bytes[offset..<start])
      offset = start
    }
    let last = min(max(start, range.upper - 1), file.bytes.count)
    return lineEnds + 1...lineEnds + 1 + Self.lineEnds(in: file.bytes[start..<last])
  }

  /// The whole lines on which a stretch stands, as written.
  func quote(_ range: SourceRange) -> ArraySlice<UInt8> {
    let start = file.line(around: range.lower)
    let lines = start.union(file.line(around: max(range.lower, range.upper - 1)))
    return file.bytes[lines.lower..<min(lines.upper, file.bytes.count)]
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0) { $0 &+ ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
  }
}
