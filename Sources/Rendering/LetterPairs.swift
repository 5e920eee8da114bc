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
  @inline(__always)
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

  @inline(__always)
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
  static let sectionCount = 32
  /// Numbers of which one section tells.
  static let sectionSize = 65_536 / sectionCount

  private let bytes: [UInt8]
  /// Stands for so many numbers left out, with more of them behind.
  private static let most = 255

  fileprivate init(bits: borrowing InlineArray<1024, UInt64>) {
    let words = bits.span
    bytes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostBytes) { bytes in
      var count = Self.sectionCount * 2
      for section in 0..<Self.sectionCount {
        let start = count
        var next = 0
        for place in 0..<(Self.sectionSize / 64) {
          var word = words[section * (Self.sectionSize / 64) + place]
          while word != 0 {
            let value = place &* 64 &+ word.trailingZeroBitCount
            word &= word &- 1
            var gap = value &- next
            while gap >= Self.most {
              bytes[count] = UInt8(Self.most)
              count &+= 1
              gap &-= Self.most
            }
            bytes[count] = UInt8(truncatingIfNeeded: gap)
            count &+= 1
            next = value &+ 1
          }
        }
        bytes[section * 2] = UInt8(truncatingIfNeeded: count - start)
        bytes[section * 2 + 1] = UInt8(truncatingIfNeeded: (count - start) >> 8)
      }
      return Array(bytes[..<count])
    }
  }

  /// What a list of all numbers takes, or one of the last number of each section.
  private static let mostBytes = sectionCount * (2 + sectionSize + sectionSize / most)

  /// Takes the numbers of some sections one by one, counted from the beginning of the first.
  @inline(__always)
  func forEach(in sections: Range<Int>, _ take: (Int) -> Void) {
    let bytes = bytes.span
    var index = Self.sectionCount * 2
    for section in 0..<sections.lowerBound { index += Self.length(of: section, in: bytes) }
    for section in sections {
      let end = index + Self.length(of: section, in: bytes)
      var next = (section - sections.lowerBound) * Self.sectionSize
      while index < end {
        let gap = Int(bytes[unchecked: index])
        next += gap
        index += 1
        guard gap < Self.most else { continue }
        take(next)
        next += 1
      }
    }
  }

  @inline(__always)
  private static func length(of section: Int, in bytes: Span<UInt8>) -> Int {
    Int(bytes[section * 2]) | Int(bytes[section * 2 + 1]) << 8
  }
}
