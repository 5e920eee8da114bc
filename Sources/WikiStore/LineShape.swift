import SourceText

/// What a line of wiki text looks like, as far as that tells old lines from new ones.
struct LineShape: Sendable {
  enum Mark: Equatable {
    case none
    case heading(Int)
    case item(Int)
    case numbered(Int)
    case cell, address
  }

  let mark: Mark
  /// The number of a step, such as 3 in `-(3)` and `③`.
  let label: Int?
  /// The line without its marks and its label, its letters alone in lower case.
  let core: [UInt32]
  let isBlank: Bool
  /// Those of ``core``.
  private let pairs: LetterPairs

  /// Letters beyond this are not looked at.
  private static let longest = 240

  init(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line.prefix(Self.longest * 4), as: UTF8.self)
    var rest = Substring(text).drop { $0 == " " || $0 == "\t" }
    isBlank = rest.isEmpty
    let first = rest.first
    let run = first.map { first in rest.prefix { $0 == first }.count } ?? 0
    switch first {
    case "*": (mark, rest) = (.heading(run), rest.dropFirst(run))
    case "-" where run < 4: (mark, rest) = (.item(run), rest.dropFirst(run))
    case "+": (mark, rest) = (.numbered(run), rest.dropFirst(run))
    case "|", ",": mark = .cell
    default:
      mark = ["http://", "https://", "ftp://"].contains(where: rest.hasPrefix) ? .address : .none
    }
    let (label, behind) = Self.label(rest.drop { $0 == " " })
    self.label = label
    core = behind.prefix(Self.longest).flatMap { character in
      character.isWhitespace ? [] : character.lowercased().unicodeScalars.map(\.value)
    }
    pairs = LetterPairs(core)
  }

  /// `(3)`, `３．`, `③`: the number and what stands behind it.
  private static func label(_ text: Substring) -> (Int?, Substring) {
    guard let first = text.first else { return (nil, text) }
    if let number = first.unicodeScalars.first?.value, (0x2460...0x2473).contains(number) {
      return (Int(number - 0x245F), text.dropFirst())
    }
    let isOpen = first == "(" || first == "（"
    let digits = text.dropFirst(isOpen ? 1 : 0).prefix { $0.wholeNumberValue != nil && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3 else { return (nil, text) }
    let behind = text.dropFirst(digits.count + (isOpen ? 1 : 0))
    guard let close = behind.first, isOpen ? ")）".contains(close) : ".．)）".contains(close) else {
      return (nil, text)
    }
    let number = digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
    return (number, behind.dropFirst())
  }

  /// How much of two lines is the same, from 0 to 1: pairs of letters that both have.
  func likeness(to other: LineShape) -> Double {
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return core == other.core ? 1 : 0 }
    // Lines of very different length share little.
    let (short, long) = (min(pairs.count, other.pairs.count), max(pairs.count, other.pairs.count))
    guard short * 4 >= long else { return 0 }
    return pairs.likeness(to: other.pairs)
  }

  /// Whether two lines differ in digits alone, as lines of a series do.
  func differsInDigitsAlone(from other: LineShape) -> Bool {
    func letters(_ shape: LineShape) -> [UInt32] {
      shape.core.filter { !(0x30...0x39).contains($0) && !(0xFF10...0xFF19).contains($0) }
    }
    return core != other.core && letters(self) == letters(other)
  }

  var listLevel: Int? {
    switch mark {
    case .item(let level), .numbered(let level): level
    case .none, .heading, .cell, .address: nil
    }
  }

  var headingLevel: Int? {
    if case .heading(let level) = mark { return level }
    return nil
  }
}
