extension TextEncoding {
  /// Carries out edits on bytes as they lie on disk, in whatever encoding.
  ///
  /// Only the lines with edits are written anew, and only where their old text would be written as it
  /// lies there: so every other byte stays as it was, even one that is no text.
  /// - Parameters:
  ///   - edits: sorted; their ranges count in `text`.
  ///   - text: what the bytes were read as.
  package func applying(
    _ edits: [TextEdit], to bytes: [UInt8], readAs text: [UInt8]
  ) throws(EditedLines.Fault) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    // Decoding leaves a byte order mark out; text that was never decoded still has it.
    let hasMark = self == .utf8 && bytes.starts(with: mark)
    let start = hasMark && !text.starts(with: mark) ? mark.count : 0
    guard (hasMark && start == 0 ? bytes : decode(bytes).bytes) == text else { throw .changed }
    let textStarts = LineStarts(text)
    let byteStarts = LineStarts(bytes, from: start)
    guard textStarts.count == byteStarts.count else { throw .changed }
    var result: [UInt8] = []
    var index = 0
    for block in try EditedLines.of(edits, in: text) {
      let range = byteStarts.range(of: block.lines)
      let line = block.lines.lowerBound + 1
      let old = String(decoding: text[block.range], as: UTF8.self)
      guard encode(old).map({ $0 == Array(bytes[range]) }) == true else {
        throw .irreversible(line: line)
      }
      guard let new = encode(String(decoding: block.newText, as: UTF8.self)) else {
        throw .unwritable(line: line)
      }
      result += bytes[index..<range.lowerBound] + new
      index = range.upperBound
    }
    return result + bytes[index...]
  }
}
