/// How many backticks it takes to hold code in which there are some.
enum Backticks {
  /// More than the code has in a row anywhere, and at least as many as a fence needs.
  static func fence(around code: UnsafeBufferPointer<UInt8>) -> Int {
    var longest = 0
    forEachRun(in: code) { longest = max(longest, $0) }
    return max(3, longest + 1)
  }

  /// The shortest row that the code does not have; 32 where it has all that are shorter.
  static func shortestUnused(in code: UnsafeBufferPointer<UInt8>) -> Int {
    // A bit a length.
    var used: UInt32 = 1
    forEachRun(in: code) { if $0 < 32 { used |= 1 << UInt32($0) } }
    return (~used).trailingZeroBitCount
  }

  private static func forEachRun(
    in code: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    var length = 0
    for byte in code {
      if byte == UInt8(ascii: "`") {
        length += 1
      } else if length > 0 {
        body(length)
        length = 0
      }
    }
    if length > 0 { body(length) }
  }
}
