extension ByteSource {
  /// Where the first bytes are that no UTF-8 holds; nil where all are sound.
  var firstNotUTF8: Int? {
    var source = self
    var position = 0
    while let start = source.first(from: position, where: { $0 >= 0x80 }) {
      guard let count = source.scalarLength(at: start) else { return start }
      position = start + count
    }
    return nil
  }

  /// How many bytes the character has that begins at an offset; nil where it is none.
  private mutating func scalarLength(at start: Int) -> Int? {
    guard let first = byte(at: start), let second = byte(at: start + 1) else { return nil }
    let (count, seconds): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (count, seconds) = (2, 0x80...0xBF)
    case 0xE0: (count, seconds) = (3, 0xA0...0xBF)
    case 0xED: (count, seconds) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, seconds) = (3, 0x80...0xBF)
    case 0xF0: (count, seconds) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, seconds) = (4, 0x80...0xBF)
    case 0xF4: (count, seconds) = (4, 0x80...0x8F)
    default: return nil
    }
    guard seconds.contains(second) else { return nil }
    for index in 2..<max(2, count) {
      guard let byte = byte(at: start + index), (0x80...0xBF).contains(byte) else { return nil }
    }
    return count
  }
}
