/// Turns byte offsets into lines and columns, both counted from 1.
///
/// Made only when something is printed. A column counts Unicode scalars, the unit that SARIF calls
/// `unicodeCodePoints`.
package struct LineIndex: Sendable {
  private let starts: [Int]

  package init(_ file: SourceFile) {
    var starts = [0]
    file.bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
    }
    self.starts = starts
  }

  /// How many lines the file has; a line end at the very end opens no further line.
  package func lineCount(of file: SourceFile) -> Int {
    starts.last == file.bytes.count ? max(1, starts.count - 1) : starts.count
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

  package func location(of offset: Int, in file: SourceFile) -> SourceLocation {
    let line = line(at: offset)
    var start = starts[line - 1]
    if line == 1 { start = min(file.textStart, offset) }
    let end = min(offset, file.bytes.count)
    let column = file.bytes[min(start, end)..<end].count { $0 & 0xC0 != 0x80 } + 1
    return SourceLocation(line: line, column: column)
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
