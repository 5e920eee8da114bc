import SourceText

/// The text of a page as libcmark is given it, and the way from there back to the file.
///
/// Lines are taken over whole or in pieces; what is put between them, such as the mark of a quote in
/// the place of a box's indentation, stands for no byte of the file.
struct MarkdownText {
  private(set) var bytes: [UInt8] = []
  /// Where each line begins.
  private(set) var lineStarts: [Int] = [0]
  private var pieces: [Piece] = []

  /// A stretch of the text; `count` is 0 for what was put in between.
  private struct Piece {
    let start: Int
    let source: Int
    let count: Int
  }

  /// The number of the line that is open, from 1 as libcmark counts.
  var line: Int { lineStarts.count }

  mutating func add(_ range: SourceRange, of file: [UInt8]) {
    guard !range.isEmpty else { return }
    if let last = pieces.last, last.count > 0, last.start + last.count == bytes.count,
      last.source + last.count == range.lower
    {
      pieces[pieces.count - 1] = Piece(
        start: last.start, source: last.source, count: last.count + range.count)
    } else {
      pieces.append(Piece(start: bytes.count, source: range.lower, count: range.count))
    }
    bytes.append(contentsOf: file[range.lower..<range.upper])
  }

  /// - Parameter source: the place of the file at which a reader would look for it.
  mutating func insert(_ text: StaticString, at source: Int) {
    pieces.append(Piece(start: bytes.count, source: source, count: 0))
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func endLine(at source: Int) {
    insert("\n", at: source)
    lineStarts.append(bytes.count)
  }

  /// The place of a line and a column, both from 1; always within the text.
  func offset(line: Int, column: Int) -> Int {
    let start = lineStarts[min(max(line, 1), lineStarts.count) - 1]
    return min(start + max(column - 1, 0), bytes.count)
  }

  /// The end of a line, its line end left out.
  func end(ofLine line: Int) -> Int {
    guard line < lineStarts.count else { return bytes.count }
    return max(lineStarts[max(line, 1)] - 1, 0)
  }

  /// The stretch of the file that a stretch of the text stands for.
  func source(_ lower: Int, _ upper: Int) -> SourceRange {
    let start = source(at: lower)
    guard upper > lower else { return SourceRange(start, start) }
    return SourceRange(start, max(start, end(before: upper)))
  }

  /// The stretches of the file that a stretch of one line stands for: one, unless something was left
  /// out between two bytes.
  func sources(_ lower: Int, _ upper: Int) -> [SourceRange] {
    guard lower < upper else { return [] }
    var ranges: [SourceRange] = []
    var index = piece(at: lower)
    while index < pieces.count, pieces[index].start < upper {
      let piece = pieces[index]
      let from = max(lower, piece.start) - piece.start
      let to = min(upper - piece.start, piece.count)
      if from < to { ranges.append(SourceRange(piece.source + from, piece.source + to)) }
      index += 1
    }
    return ranges
  }

  private func source(at offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    let piece = pieces[piece(at: offset)]
    return piece.source + min(max(offset - piece.start, 0), piece.count)
  }

  private func end(before offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    let piece = pieces[piece(at: offset - 1)]
    return piece.source + min(max(offset - piece.start, 0), piece.count)
  }

  /// The last piece that begins at an offset or before it.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
