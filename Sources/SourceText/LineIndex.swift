/// Turns byte offsets into lines and columns, both counted from 1.
///
/// Made only when something is printed. A column counts Unicode scalars, the unit that SARIF calls
/// `unicodeCodePoints`.
package struct LineIndex: Sendable {
  private let starts: [UInt32]
  /// How many scalars begin before each stretch of so many bytes, so that many findings on one long
  /// line do not count it anew.
  private let scalars: [UInt32]
  private static let stretch = 4096

  package init(_ file: SourceFile) {
    starts = Self.starts(file)
    scalars = file.bytes.withUnsafeBufferPointer(Self.scalars)
  }

  private static func starts(_ file: SourceFile) -> [UInt32] {
    var starts: [UInt32] = [0]
    // Most lines of pages are longer.
    starts.reserveCapacity(1 + file.bytes.count / 32)
    var next = 0
    while let end = file.offset(of: UInt8(ascii: "\n"), from: next) {
      next = end + 1
      starts.append(UInt32(next))
    }
    return starts
  }

  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var counts: [UInt32] = [0]
    var start = 0
    while start + stretch <= bytes.count {
      counts.append(
        counts[counts.count - 1] + UInt32(count(bytes, from: start, to: start + stretch)))
      start += stretch
    }
    return counts
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int)
    -> Int
  {
    var count = 0
    for index in start..<end where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// How many lines the file has; a line end at the very end opens no further line.
  package func lineCount(of file: SourceFile) -> Int {
    starts.last.map { Int($0) == file.bytes.count } == true
      ? max(1, starts.count - 1) : starts.count
  }

  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line without its line end.
  package func range(ofLine line: Int, in file: SourceFile) -> SourceRange {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : file.bytes.count
    if end > start, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  package func location(of offset: Int, in file: SourceFile) -> SourceLocation {
    let line = line(at: offset)
    var start = Int(starts[line - 1])
    if line == 1 { start = min(file.textStart, offset) }
    let end = min(offset, file.bytes.count)
    start = min(start, end)
    let column = file.bytes.withUnsafeBufferPointer { bytes in
      end - start < Self.stretch
        ? Self.count(bytes, from: start, to: end)
        : scalars(bytes, before: end) - scalars(bytes, before: start)
    }
    return SourceLocation(line: line, column: column + 1)
  }

  private func scalars(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
    let counted = offset / Self.stretch
    return Int(scalars[counted])
      + Self.count(bytes, from: counted * Self.stretch, to: offset)
  }
}

/// A place for people: line and column, from 1.
package struct SourceLocation: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
