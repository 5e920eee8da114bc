/// The bytes of one file, held a window at a time, so that a file of any size costs little memory.
///
/// Whoever walks a file asks for bytes by their offset; an offset past the end answers nil. A read
/// that brings fewer bytes than were asked for moves the end to where the bytes end.
package struct ByteSource {
  /// How many bytes are read at once.
  package static let windowSize = 65_536

  package private(set) var count: Int
  private var window: [UInt8] = []
  private var windowStart = 0
  private let read: ((_ offset: Int, _ count: Int) -> [UInt8])?

  /// - Parameter read: the bytes from an offset on, so many; fewer only where the file ends.
  package init(count: Int, read: @escaping (_ offset: Int, _ count: Int) -> [UInt8]) {
    self.count = max(0, count)
    self.read = read
  }

  /// A file that is in memory already: its one window is all of it.
  package init(_ bytes: [UInt8]) {
    count = bytes.count
    window = bytes
    read = nil
  }

  mutating func byte(at offset: Int) -> UInt8? {
    guard holds(offset) else { return nil }
    return window[offset - windowStart]
  }

  /// A number of up to 8 bytes, the highest first; what no `Int` holds is the largest `Int`.
  mutating func bigEndian(at offset: Int, count: Int) -> Int? {
    var number: UInt64 = 0
    for index in 0..<count {
      guard let byte = byte(at: offset + index) else { return nil }
      number = number << 8 | UInt64(byte)
    }
    return Int(clamping: number)
  }

  /// A number of up to 7 bytes, the lowest first.
  mutating func littleEndian(at offset: Int, count: Int) -> Int? {
    var number = 0
    for index in 0..<count {
      guard let byte = byte(at: offset + index) else { return nil }
      number |= Int(byte) << (8 * index)
    }
    return number
  }

  package mutating func bytes(at offset: Int, atMost count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<max(0, count) {
      guard let byte = byte(at: offset + index) else { break }
      bytes.append(byte)
    }
    return bytes
  }

  package mutating func has(_ text: StaticString, at offset: Int) -> Bool {
    for index in 0..<text.utf8CodeUnitCount
    where byte(at: offset + index) != text.utf8Start[index] { return false }
    return true
  }

  /// The first offset from a given one, and before an end, whose byte is wanted.
  @inline(__always)
  mutating func first(
    from offset: Int, to end: Int = .max, where isWanted: (UInt8) -> Bool
  ) -> Int? {
    var offset = offset
    while offset < end, holds(offset) {
      let span = window.span
      var index = offset - windowStart
      let limit = min(span.count, end - windowStart)
      while index < limit {
        if isWanted(span[index]) { return windowStart + index }
        index += 1
      }
      offset = windowStart + index
    }
    return nil
  }

  /// Where a text of at least one byte stands next.
  mutating func first(_ text: StaticString, from offset: Int) -> Int? {
    let initial = text.utf8Start[0]
    var offset = offset
    while let found = first(from: offset, where: { $0 == initial }) {
      if has(text, at: found) { return found }
      offset = found + 1
    }
    return nil
  }

  /// Hands over all bytes of a range, a window at a time, and says whether the range was there.
  mutating func forEachWindow(
    from offset: Int, count wanted: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    var (offset, left) = (offset, wanted)
    while left > 0 {
      guard holds(offset) else { return false }
      let start = offset - windowStart
      let part = min(left, window.count - start)
      window.withUnsafeBufferPointer { body(.init(rebasing: $0[start..<(start + part)])) }
      offset += part
      left -= part
    }
    return true
  }

  /// The same file with one byte for each 16-bit unit from an offset on.
  ///
  /// Units that are not ASCII become a letter outside ASCII; markup, being ASCII, is kept.
  func narrowed(from start: Int, highByteFirst: Bool) -> ByteSource {
    let (whole, high) = (self, highByteFirst ? 0 : 1)
    return ByteSource(count: max(0, count - start) / 2) { offset, count in
      var wide = whole
      return (0..<count).map { index in
        let place = start + 2 * (offset + index)
        guard wide.byte(at: place + high) == 0, let low = wide.byte(at: place + 1 - high),
          low < 0x80
        else { return 0xFF }
        return low
      }
    }
  }

  /// Whether there is such a byte; then the window holds it.
  @inline(__always)
  private mutating func holds(_ offset: Int) -> Bool {
    if offset >= windowStart, offset - windowStart < window.count { return true }
    return loads(offset)
  }

  @inline(never)
  private mutating func loads(_ offset: Int) -> Bool {
    guard let read, offset >= 0, offset < count else { return false }
    let start = offset - offset % Self.windowSize
    let wanted = min(Self.windowSize, count - start)
    window = read(start, wanted)
    if window.count > wanted { window.removeLast(window.count - wanted) }
    windowStart = start
    if window.count < wanted { count = start + window.count }
    return offset < count
  }
}
