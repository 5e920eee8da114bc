/// Numbers and texts one behind the other, for files that only this program reads.
struct PackedRecord {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes += $0 }
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ part: [UInt8]) {
    add(part.count)
    bytes += part
  }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add<Value>(_ values: [Value], _ one: (inout PackedRecord, Value) -> Void) {
    add(values.count)
    for value in values { one(&self, value) }
  }
}

/// Takes a ``PackedRecord`` apart; one that somebody changed or cut short is nil in part or whole.
struct PackedRecordReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Whether everything was there so far.
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() -> Int {
    guard place + 8 <= bytes.count else { return damaged(0) }
    let number = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    place += 8
    return Int(truncatingIfNeeded: UInt64(littleEndian: number))
  }

  mutating func part() -> [UInt8] {
    let count = number()
    guard count >= 0, count <= bytes.count - place else { return damaged([]) }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  mutating func text() -> String { String(decoding: part(), as: UTF8.self) }

  mutating func optionalText() -> String? { number() == 0 ? nil : text() }

  mutating func values<Value>(_ one: (inout PackedRecordReader) -> Value) -> [Value] {
    let count = number()
    // No value is shorter than a number.
    guard count >= 0, count <= (bytes.count - place) / 8 else { return damaged([]) }
    return (0..<count).map { _ in one(&self) }
  }

  private mutating func damaged<Value>(_ value: Value) -> Value {
    isWhole = false
    place = bytes.count
    return value
  }
}
