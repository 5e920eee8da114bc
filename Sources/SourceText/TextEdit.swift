/// Text that is to take the place of a range of a file.
package struct TextEdit: Sendable, Hashable {
  package let range: SourceRange
  package let replacement: String

  package init(_ range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// Whole lines that edits change, with what they become.
package struct EditedLines: Sendable, Equatable {
  /// Numbers of the lines, counted from 0.
  package let lines: Range<Int>
  /// Where the lines stand, the last line end included.
  package let range: Range<Int>
  package let newText: [UInt8]

  /// Why edits cannot be carried out on a text.
  package enum Fault: Error, Sendable, Equatable {
    /// A range leaves the text, cuts a character in two, or overlaps the one before.
    case invalidRange
    /// The bytes are no longer those that were read as the text.
    case changed
    /// The line, counted from 1, would not come out of its encoding as it went in.
    case irreversible(line: Int)
    /// The line's new text has a character that the encoding lacks.
    case unwritable(line: Int)
  }

  /// - Parameter edits: sorted by range.
  package static func of(
    _ edits: [TextEdit], in text: [UInt8]
  ) throws(Fault) -> [EditedLines] {
    let starts = LineStarts(text)
    var blocks: [(lines: Range<Int>, edits: [TextEdit])] = []
    var end = 0
    for edit in edits {
      guard edit.range.lower >= end, edit.range.upper <= text.count,
        isBoundary(edit.range.lower, in: text), isBoundary(edit.range.upper, in: text)
      else { throw .invalidRange }
      end = edit.range.upper
      // The line behind a line end that goes is changed too.
      let lines = starts.line(at: edit.range.lower)..<(starts.line(at: edit.range.upper) + 1)
      if let last = blocks.last, lines.lowerBound < last.lines.upperBound {
        blocks[blocks.count - 1] = (
          last.lines.lowerBound..<max(last.lines.upperBound, lines.upperBound), last.edits + [edit]
        )
      } else {
        blocks.append((lines, [edit]))
      }
    }
    return blocks.map { block in
      let range = starts.range(of: block.lines)
      var newText: [UInt8] = []
      var index = range.lowerBound
      for edit in block.edits {
        newText += text[index..<edit.range.lower]
        newText += edit.replacement.utf8
        index = edit.range.upper
      }
      return EditedLines(
        lines: block.lines, range: range, newText: newText + text[index..<range.upperBound])
    }
  }

  private static func isBoundary(_ offset: Int, in text: [UInt8]) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }
}

/// Where the lines of bytes begin.
struct LineStarts {
  private let starts: [Int]
  private let end: Int

  init(_ bytes: [UInt8], from first: Int = 0) {
    var starts = [first]
    for index in first..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
    end = bytes.count
  }

  var count: Int { starts.count }

  /// The line, counted from 0, in which an offset stands.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func range(of lines: Range<Int>) -> Range<Int> {
    starts[lines.lowerBound]..<(lines.upperBound < starts.count ? starts[lines.upperBound] : end)
  }
}
