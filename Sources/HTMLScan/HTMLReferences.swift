/// Character references in the value of an attribute: `&amp;` is `&`, `&#x3042;` is `あ`.
///
/// Numbers and the five names that printers of HTML use; all else stays as it is written.
package enum HTMLReferences {
  package static func decoded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let (scalar, end) = reference(bytes, (position + 1)..<range.upperBound)
      {
        result += UTF8.encode(scalar).map(Array.init) ?? []
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  /// Reads a reference behind its `&`, up to and with its `;`.
  private static func reference(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] != UInt8(ascii: ";"), end - range.lowerBound < 10 {
      end += 1
    }
    guard end < range.upperBound, bytes[end] == UInt8(ascii: ";"), end > range.lowerBound else {
      return nil
    }
    guard bytes[range.lowerBound] == UInt8(ascii: "#") else {
      return names[HTMLName(bytes, range.lowerBound..<end)].map { ($0, end + 1) }
    }
    return number(bytes, (range.lowerBound + 1)..<end)
      .flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { ($0, end + 1) }
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard let first = range.first else { return nil }
    let isHexadecimal = bytes[first] | 0x20 == UInt8(ascii: "x")
    var digits: [UInt8] = []
    for offset in isHexadecimal ? (first + 1)..<range.upperBound : range {
      digits.append(bytes[offset])
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
  }

  private static let names: [HTMLName: Unicode.Scalar] = [
    HTMLName("amp"): "&", HTMLName("lt"): "<", HTMLName("gt"): ">", HTMLName("quot"): "\"",
    HTMLName("apos"): "'",
  ]
}
