/// An output that grows at its end.
///
/// Bytes of its own, and no `[UInt8]`: a page is printed in some thousand pieces, most of them a few
/// bytes long, and an array asks before each whether it is shared.
package struct OutputBytes: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init(capacity: Int = 1024) {
    self.capacity = max(1, capacity)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// Nil where nothing was printed yet.
  package var last: UInt8? { count > 0 ? storage[count - 1] : nil }

  /// Whether what comes next stands behind a blank line, or comes first.
  var endsBlank: Bool {
    last.map { $0 == UInt8(ascii: "\n") && (count == 1 || storage[count - 2] == $0) } ?? true
  }

  /// The character that was printed last.
  var lastScalar: Unicode.Scalar? {
    let length = min(count, 4)
    let end = UnsafeBufferPointer(start: storage + count - length, count: length)
    return String(decoding: end, as: UTF8.self).unicodeScalars.last
  }

  /// All that was printed.
  package var array: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    storage[count] = byte
    count += 1
  }

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (storage + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  package mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  package mutating func append(_ words: StaticString) {
    append(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  package mutating func append(_ words: String) { append(words.utf8.span) }

  package mutating func append(repeating byte: UInt8, count: Int) {
    for _ in 0..<max(0, count) { append(byte) }
  }

  /// Appends a number in decimal digits.
  package mutating func append(number: Int) {
    guard number >= 10 else {
      guard number >= 0 else { return append(String(number)) }
      return append(UInt8(ascii: "0") + UInt8(number))
    }
    append(number: number / 10)
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Puts another byte in the place of one.
  mutating func replace(at index: Int, with byte: UInt8) {
    precondition(index < count, "only what was printed can be replaced")
    storage[index] = byte
  }

  /// Takes back what was printed last.
  mutating func truncate(to length: Int) { count = min(count, length) }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
  }
}
