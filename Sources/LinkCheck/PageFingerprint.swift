/// The words of a page as 64 bits of which few change when few words do (a "simhash").
struct PageFingerprint {
  private var weights = [Int32](repeating: 0, count: 64)
  private var words = 0

  /// Takes text and end tags as they stand between two start tags.
  mutating func take(_ text: ArraySlice<UInt8>) {
    for word in text.split(whereSeparator: { $0 <= 0x20 }) where word.first != UInt8(ascii: "<") {
      let hash = StableHash.value(word)
      for bit in 0..<64 { weights[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
      words += 1
    }
  }

  /// Nil for pages of so few words that two of them may agree by chance.
  var value: UInt64? {
    guard words >= 8 else { return nil }
    return weights.enumerated().reduce(0) { $1.element > 0 ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  static func areAlike(_ left: UInt64, _ right: UInt64) -> Bool {
    (left ^ right).nonzeroBitCount <= 3
  }
}
