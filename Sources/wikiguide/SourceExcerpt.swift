import SourceText

/// One line of a file with the stretch that a finding is about marked below it: which of the line's
/// characters are shown, and how wide they are.
///
/// Only characters that are shown are looked at, so that a finding on a line of megabytes costs no
/// more than one on a short line.
struct SourceExcerpt {
  private let bytes: [UInt8]
  /// The whole line without its end, from the first letter of the text on.
  private let line: Range<Int>
  /// What the finding is about, as far as it stands on the line.
  private let marks: Range<Int>
  /// Passwords, which stars stand for.
  private let hidden: [SourceRange]
  /// The part of the line that is shown: all, or the marks with as much on both sides as there is room
  /// for.
  private let shown: Range<Int>

  private static let maximumWidth = 100
  /// How much of a long stretch is shown, so that some of the line remains around it.
  private static let maximumCaretWidth = 60

  /// - Parameters:
  ///   - line: the line on which the range begins.
  ///   - hidden: where passwords stand on the line, in order.
  init(
    _ range: SourceRange, on line: SourceRange, in file: SourceFile, hiding hidden: [SourceRange]
  ) {
    bytes = file.bytes
    let lineStart = line.lower == 0 ? min(file.textStart, line.upper) : line.lower
    let start = min(max(range.lower, lineStart), line.upper)
    let end = min(max(range.upper, start), line.upper)
    self.line = lineStart..<line.upper
    self.hidden = hidden
    marks = start..<end
    shown = file.bytes.withUnsafeBufferPointer {
      Self.window(of: lineStart..<line.upper, around: start..<end, in: $0)
    }
  }

  // MARK: - Writing

  /// The line as printed, cut around the marks where it is long.
  func writeLine(to text: inout PrintedText) {
    if shown.lowerBound > line.lowerBound { text.add("… ") }
    bytes.withUnsafeBufferPointer { bytes in
      var index = shown.lowerBound
      var plain = index
      while index < shown.upperBound {
        let cell = Cell(bytes, at: index)
        if cell.isSpecial || isHidden(index) {
          text.add(bytes[plain..<index])
          if isHidden(index) {
            text.add(UInt8(ascii: "*"), times: cell.width)
          } else {
            text.add(cell.text)
          }
          plain = index + cell.length
        }
        index += cell.length
      }
      text.add(bytes[plain..<max(plain, shown.upperBound)])
    }
    if shown.upperBound < line.upperBound { text.add(" …") }
  }

  /// Spaces up to the marks, and then carets, to be printed under the line.
  /// - Parameter stroke: how carets are painted.
  func writeCarets(_ stroke: Palette.Stroke, to text: inout PrintedText) {
    let blanks = shown.lowerBound > line.lowerBound ? 2 : 0
    text.add(stroke.before)
    text.add(UInt8(ascii: " "), times: blanks)
    let width = bytes.withUnsafeBufferPointer { bytes in
      var index = shown.lowerBound
      while index < marks.lowerBound {
        let cell = Cell(bytes, at: index)
        if cell.isTab { text.add("\t") } else { text.add(UInt8(ascii: " "), times: cell.width) }
        index += cell.length
      }
      var width = 0
      while index < min(marks.upperBound, shown.upperBound) {
        let cell = Cell(bytes, at: index)
        width += cell.isTab ? 1 : cell.width
        index += cell.length
      }
      return width
    }
    text.add(UInt8(ascii: "^"), times: max(1, width))
    text.add(stroke.behind)
  }

  private func isHidden(_ offset: Int) -> Bool {
    !hidden.isEmpty && hidden.contains { $0.contains(offset) }
  }

  // MARK: - What is shown

  private static func window(
    of line: Range<Int>, around marks: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    guard !fits(line, in: bytes) else { return line }
    var start = marks.lowerBound
    var end = marks.lowerBound
    var room = maximumWidth
    func extendRight(to last: Int, leaving rest: Int) {
      while end < last {
        let cell = Cell(bytes, at: end)
        guard room - cell.width >= rest else { return }
        room -= cell.width
        end += cell.length
      }
    }
    func extendLeft(leaving rest: Int) {
      while start > line.lowerBound {
        let cell = Cell(bytes, before: start)
        guard room - cell.width >= rest else { return }
        room -= cell.width
        start -= cell.length
      }
    }
    extendRight(to: marks.upperBound, leaving: maximumWidth - maximumCaretWidth)
    extendLeft(leaving: room / 2)
    extendRight(to: line.upperBound, leaving: 0)
    extendLeft(leaving: 0)
    return start..<end
  }

  private static func fits(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var width = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let cell = Cell(bytes, at: index)
      width += cell.width
      guard width <= maximumWidth else { return false }
      index += cell.length
    }
    return true
  }
}

/// One character of a line as printed.
private struct Cell {
  /// In bytes.
  let length: Int
  /// In columns.
  let width: Int
  let isTab: Bool
  /// Nil where the character is printed as it is written, as nearly all are.
  private let scalar: Unicode.Scalar?

  /// Whether it is not printed as it is written.
  var isSpecial: Bool { scalar != nil }
  var text: String { scalar.map(\.escapedIfControl) ?? "" }

  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let first = bytes[index]
    if first >= 0x20, first < 0x7F {
      self.init(length: 1, width: 1)
    } else if first == UInt8(ascii: "\t") {
      // A tab's columns depend on the terminal; eight is the most that it takes.
      self.init(length: 1, width: 8, isTab: true)
    } else {
      self.init(Self.scalar(bytes, at: index))
    }
  }

  /// The character that ends before an offset.
  init(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(bytes, at: start)
  }

  private init(_ scalar: Unicode.Scalar) {
    let length = UTF8.width(scalar)
    guard scalar.steersTerminal else {
      self.init(length: length, width: DisplayWidth.of(scalar))
      return
    }
    self.init(
      length: length, width: DisplayWidth.of(scalar.escapedIfControl), scalar: scalar)
  }

  private init(length: Int, width: Int, isTab: Bool = false, scalar: Unicode.Scalar? = nil) {
    self.length = length
    self.width = width
    self.isTab = isTab
    self.scalar = scalar
  }

  /// The text of a file is UTF-8, which needs no further look.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar {
    let first = UInt32(bytes[index])
    func rest(_ place: Int) -> UInt32 {
      index + place < bytes.count ? UInt32(bytes[index + place] & 0x3F) : 0
    }
    let value =
      switch first {
      case 0xC0..<0xE0: (first & 0x1F) << 6 | rest(1)
      case 0xE0..<0xF0: (first & 0x0F) << 12 | rest(1) << 6 | rest(2)
      case 0xF0...: (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
      default: first
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
