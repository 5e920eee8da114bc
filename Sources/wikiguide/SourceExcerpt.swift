import SourceText

/// One line of a file with the stretch that a finding is about marked below it.
struct SourceExcerpt {
  /// The line as printed, cut around the stretch where it is long.
  let line: String
  /// Spaces and carets, to be printed under `line`.
  let carets: String

  private static let maximumWidth = 100
  /// How much of a long stretch is shown, so that some of the line remains around it.
  private static let maximumCaretWidth = 60

  /// One character as printed. Its text is made for those alone that are shown.
  private struct Cell {
    private let scalar: Unicode.Scalar
    private let isHidden: Bool
    let width: Int

    /// - Parameter isHidden: whether stars take the character's place, as many as it has columns.
    init(_ scalar: Unicode.Scalar, isHidden: Bool) {
      self.scalar = scalar
      self.isHidden = isHidden
      // A tab's columns depend on the terminal; eight is the most that it takes.
      width =
        scalar == "\t"
        ? 8
        : scalar.steersTerminal
          ? DisplayWidth.of(scalar.escapedIfControl) : DisplayWidth.of(scalar)
    }

    var isTab: Bool { scalar == "\t" }

    var text: String {
      if isHidden { return String(repeating: "*", count: width) }
      return isTab ? "\t" : scalar.escapedIfControl
    }
  }

  init(_ range: SourceRange, in file: SourceFile) {
    let line = file.line(around: range.lower)
    let lineStart = line.lower == 0 ? min(file.textStart, line.upper) : line.lower
    let start = min(max(range.lower, lineStart), line.upper)
    let end = min(max(range.upper, start), line.upper)
    let hidden = AddressPassword.ranges(in: Array(file.bytes[lineStart..<line.upper])).map {
      SourceRange($0.lowerBound + lineStart, $0.upperBound + lineStart)
    }
    let before = Self.cells(SourceRange(lineStart, start), in: file, hiding: hidden)
    let marked = Self.cells(SourceRange(start, end), in: file, hiding: hidden)
    let after = Self.cells(SourceRange(end, line.upper), in: file, hiding: hidden)
    let cells = before + marked + after
    let marks = before.count..<(before.count + marked.count)
    let shown = Self.window(of: cells, around: marks)
    let opening = shown.lowerBound > 0 ? "… " : ""
    let closing = shown.upperBound < cells.count ? " …" : ""
    self.line = opening + cells[shown].map(\.text).joined() + closing
    let lead = cells[shown.lowerBound..<marks.lowerBound].map(Self.blank).joined()
    let caretWidth = cells[marks.clamped(to: shown)].reduce(0) { $0 + ($1.isTab ? 1 : $1.width) }
    carets =
      (opening.isEmpty ? "" : "  ") + lead + String(repeating: "^", count: max(1, caretWidth))
  }

  private static func cells(
    _ range: SourceRange, in file: SourceFile, hiding hidden: [SourceRange]
  ) -> [Cell] {
    var offset = range.lower
    var hidden = hidden[...]
    return file.text(range).unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      while let first = hidden.first, first.upper <= offset { hidden.removeFirst() }
      return Cell(scalar, isHidden: hidden.first?.contains(offset) == true)
    }
  }

  private static func blank(_ cell: Cell) -> String {
    cell.isTab ? "\t" : String(repeating: " ", count: cell.width)
  }

  /// The cells to show: all, or the marked ones with as much on both sides as there is room for.
  private static func window(of cells: [Cell], around marks: Range<Int>) -> Range<Int> {
    guard cells.reduce(0, { $0 + $1.width }) > maximumWidth else { return cells.indices }
    var start = marks.lowerBound
    var end = marks.lowerBound
    var room = maximumWidth
    func extendRight(to last: Int, leaving rest: Int) {
      while end < last, room - cells[end].width >= rest {
        room -= cells[end].width
        end += 1
      }
    }
    func extendLeft(leaving rest: Int) {
      while start > 0, room - cells[start - 1].width >= rest {
        start -= 1
        room -= cells[start].width
      }
    }
    extendRight(to: marks.upperBound, leaving: maximumWidth - maximumCaretWidth)
    extendLeft(leaving: room / 2)
    extendRight(to: cells.count, leaving: 0)
    extendLeft(leaving: 0)
    return start..<end
  }
}
