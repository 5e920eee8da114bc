/// The different pairs of neighbouring letters in a text, and its single signs of Japanese, each known
/// by one of 65,536 numbers.
///
/// Goes in: folded letters, one by one. Comes out: the numbers. A few pairs share a number, which only
/// makes the index promise a little more: what it promises is looked for in the page itself. The script
/// of the search page makes the same numbers.
struct LetterPairs: ~Copyable {
  /// A bit for each number.
  private var bits = InlineArray<1024, UInt64>(repeating: 0)
  /// What the letter before adds to a pair's number; 0 at the beginning of a word.
  private var before: UInt32 = 0
  /// How many letters came in since the beginning.
  private(set) var letterCount = 0

  private static let first: UInt32 = 0x9E37_79B1
  private static let second: UInt32 = 0x85EB_CA77

  /// - Parameter letter: a scalar value; white space ends a word.
  mutating func add(_ letter: UInt32) {
    guard letter > 0x20, letter != 0xA0 else { return endWord() }
    letterCount += 1
    let share = letter &* Self.first
    if letter >= 0x3041 { insert(share) }
    if before != 0 { insert(before &+ letter &* Self.second) }
    before = share
  }

  /// Letters before and behind are no neighbours.
  mutating func endWord() { before = 0 }

  mutating func removeAll() { self = LetterPairs() }

  private mutating func insert(_ product: UInt32) {
    let number = product >> 16
    bits[Int(number >> 6)] |= 1 << UInt64(number & 63)
  }

  var list: PairList { PairList(bits: bits) }
}

/// Numbers of pairs in ascending order, in little more than a byte each.
///
/// The numbers lie in sections, so that a part of the index can be made without reading all: in front
/// stand the sections' lengths, two bytes each; then for each number how many were left out before it.
struct PairList: Sendable, Equatable {
  static let sectionCount = 16
  /// Numbers of which one section tells.
  static let sectionSize = 65_536 / sectionCount

  private let bytes: [UInt8]
  /// Stands for so many numbers left out, with more of them behind.
  private static let most = 255

  fileprivate init(bits: borrowing InlineArray<1024, UInt64>) {
    var bytes = [UInt8](repeating: 0, count: Self.sectionCount * 2)
    bytes.reserveCapacity(2048)
    for section in 0..<Self.sectionCount {
      let start = bytes.count
      var next = 0
      for place in 0..<64 {
        var word = bits[section * 64 + place]
        while word != 0 {
          let value = place * 64 + word.trailingZeroBitCount
          word &= word - 1
          Self.append(gap: value - next, to: &bytes)
          next = value + 1
        }
      }
      let length = bytes.count - start
      bytes[section * 2] = UInt8(truncatingIfNeeded: length)
      bytes[section * 2 + 1] = UInt8(truncatingIfNeeded: length >> 8)
    }
    // A copy that is no larger than what it holds: it is kept until all pages are made.
    self.bytes = bytes.withUnsafeBufferPointer { Array($0) }
  }

  private static func append(gap: Int, to bytes: inout [UInt8]) {
    var gap = gap
    while gap >= most {
      bytes.append(UInt8(most))
      gap -= most
    }
    bytes.append(UInt8(gap))
  }

  /// Adds the numbers of a section to others.
  /// - Parameter first: where its numbers begin.
  func append(section: Int, adding first: UInt16, to numbers: inout [UInt16]) {
    var index = Self.sectionCount * 2
    for other in 0..<section { index += length(of: other) }
    let end = index + length(of: section)
    var next = 0
    while index < end {
      let gap = Int(bytes[index])
      next += gap
      index += 1
      guard gap < Self.most else { continue }
      numbers.append(first &+ UInt16(truncatingIfNeeded: next))
      next += 1
    }
  }

  private func length(of section: Int) -> Int {
    Int(bytes[section * 2]) | Int(bytes[section * 2 + 1]) << 8
  }
}
