/// Ranges of a file in three or four bytes each: how far one begins behind the end of the one before, and
/// how long it is.
package struct PackedRanges: Sendable {
  private let bytes: [UInt8]

  /// - Parameter ranges: in any order; those that follow one another take the least.
  package init(_ ranges: [SourceRange] = []) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ranges.count * 4)
    var end = 0
    for range in ranges {
      // Steps back are odd numbers, so that steps of either way are small.
      let step = range.lower - end
      Self.append(step < 0 ? step * -2 - 1 : step * 2, to: &bytes)
      Self.append(range.count, to: &bytes)
      end = range.upper
    }
    self.bytes = bytes.withUnsafeBufferPointer(Array.init)
  }

  /// In the order in which they were given.
  package var ranges: [SourceRange] {
    var ranges: [SourceRange] = []
    ranges.reserveCapacity(bytes.count / 3)
    var (index, end) = (0, 0)
    while index < bytes.count {
      let step = number(at: &index)
      let start = end + (step % 2 == 0 ? step / 2 : -(step + 1) / 2)
      end = start + number(at: &index)
      ranges.append(SourceRange(start, end))
    }
    return ranges
  }

  /// Seven bits a byte, the lowest first; a byte with the highest bit has another behind it.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private func number(at index: inout Int) -> Int {
    var (value, shift) = (0, 0)
    while bytes[index] >= 0x80 {
      value |= Int(bytes[index] & 0x7F) << shift
      shift += 7
      index += 1
    }
    value |= Int(bytes[index]) << shift
    index += 1
    return value
  }
}
