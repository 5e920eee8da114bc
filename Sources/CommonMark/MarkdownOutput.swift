/// Markdown that is printed from left to right.
///
/// Line ends and blank lines are asked for and come before what is printed next, so that the end of a
/// list in a list makes one of them and not two. Lines begin with what the blocks around them ask for.
package struct MarkdownOutput: ~Copyable {
  var bytes = OutputBytes()
  private var prefix: [UInt8] = []
  var place = Place()
  /// Whether what is printed stands in a tight list, where no blank lines are.
  var isTight = false
  /// Whether a line end of the text is a space, as in headings.
  var isOneLine = false
  private var endsWithTick = false
  /// Where marks of emphasis have ended something; -1 where none have.
  private var endOfMarks = -1
  /// A byte of text whose escaping depends on what follows; 0 where there is none.
  var held: UInt8 = 0

  /// How the line is where something is printed next.
  struct Place {
    /// How many line ends have to come first: 2 make a blank line.
    var lineEnds = 0
    var isLineStart = true
    /// Whether a mark of a list or of a heading would be one here.
    var isContentStart = true
  }

  // MARK: - Lines

  mutating func endLine() { place.lineEnds = max(place.lineEnds, 1) }

  mutating func endParagraph() { place.lineEnds = max(place.lineEnds, 2) }

  /// What follows is the beginning of a heading.
  mutating func beginContent() { place.isContentStart = true }

  /// Prints the mark of an item, behind which all lines of the item begin.
  /// - Parameter number: nil for items without numbers.
  /// - Returns: how many bytes the mark has.
  mutating func printMark(number: Int?) -> Int {
    prepare()
    let start = bytes.count + (place.isLineStart ? prefix.count : 0)
    if let number {
      print(String(number))
      print(number < 10 ? ".  " : ". ")
    } else {
      print("  - ")
    }
    place.isContentStart = true
    let width = bytes.count - start
    for _ in 0..<width { prefix.append(UInt8(ascii: " ")) }
    return width
  }

  /// Prints the mark of a quote, which stands before all its lines.
  mutating func printQuoteMark() {
    print("> ")
    place.isContentStart = true
    prefix += [UInt8(ascii: ">"), UInt8(ascii: " ")]
  }

  mutating func outdent(by count: Int) { prefix.removeLast(count) }

  /// Prints the line ends that were asked for, less those that are there.
  mutating func prepare() {
    guard place.lineEnds > 0 else { return }
    var missing = isTight ? 1 : place.lineEnds
    place = Place()
    // Two line ends are a blank line, which begins as its neighbours do.
    let isAtEnd = bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true
    if isAtEnd { missing -= bytes.endsBlank ? 2 : 1 }
    guard missing > 0 else { return }
    bytes.append(UInt8(ascii: "\n"))
    guard missing > 1 else { return }
    prefix.withUnsafeBufferPointer { bytes.append($0) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Prints text as it stands, which may be several lines.
  mutating func print(_ text: UnsafeBufferPointer<UInt8>) {
    prepare()
    if let last = text.last { endsWithTick = last == UInt8(ascii: "`") }
    var start = 0
    while start < text.count {
      startLine()
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      if end < text.count {
        bytes.append(UnsafeBufferPointer(rebasing: text[start...end]))
        (place.isLineStart, place.isContentStart) = (true, true)
      } else {
        printLine(UnsafeBufferPointer(rebasing: text[start...]))
      }
      start = end + 1
    }
  }

  mutating func print(_ text: StaticString) {
    print(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func print(_ text: String) { text.utf8.span.withUnsafeBufferPointer { print($0) } }

  /// Digits at the beginning of a line may yet become the mark of an item.
  private mutating func printLine(_ text: UnsafeBufferPointer<UInt8>) {
    if place.isContentStart { place.isContentStart = text.allSatisfy(Self.isDigit) }
    bytes.append(text)
  }

  mutating func startLine() {
    guard place.isLineStart else { return }
    place.isLineStart = false
    prefix.withUnsafeBufferPointer { bytes.append($0) }
  }

  /// Whether what comes next would stand right behind a backtick that is no text.
  var isBehindTick: Bool { endsWithTick && place.lineEnds == 0 }

  /// Whether what comes next would stand right behind part of a word.
  var isBehindWord: Bool {
    guard held == 0, place.lineEnds == 0, !place.isLineStart else { return false }
    return bytes.lastScalar?.isInWord ?? false
  }

  /// Says that a mark such as `**` has ended something here.
  mutating func endMarks() { endOfMarks = bytes.count }

  /// Whether what comes next would stand right behind such a mark.
  var isBehindMarks: Bool { endOfMarks == bytes.count && place.lineEnds == 0 }

  /// Whether what comes next would stand right behind a tilde, of whatever kind.
  var isBehindTilde: Bool { bytes.last == UInt8(ascii: "~") && place.lineEnds == 0 }

  /// Says that text was printed, whose backticks mean nothing.
  mutating func endTick() { endsWithTick = false }

  // MARK: - Taking back

  var count: Int { bytes.count }

  mutating func replace(at index: Int, with byte: UInt8) { bytes.replace(at: index, with: byte) }

  /// Goes back to where the line was in an earlier place.
  mutating func truncate(to count: Int, at place: Place) {
    bytes.truncate(to: count)
    self.place = place
  }

  /// All that was printed, with the end of its last line.
  mutating func finished() -> [UInt8] {
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return bytes.array
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
