#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Paths told apart by their bytes and numbered as they come.
///
/// All lie in one store, each with a NUL behind it, so that a hundred thousand cost little and the system
/// reads them where they are. Two spellings of one letter are two names here, as they are to the disk.
struct PathTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  /// By hash, numbers of paths; -1 where none is. At least half are empty.
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { starts.count }

  func number(of path: String) -> Int? {
    Self.withBytes(of: path) { number(of: $0) }
  }

  /// - Returns: its number; nil where it is there already.
  mutating func insert(_ path: String) -> Int? {
    Self.withBytes(of: path) { insert($0, below: []) }
  }

  mutating func insert(_ path: ArraySlice<UInt8>) {
    path.withUnsafeBytes { _ = insert($0, below: []) }
  }

  /// Adds a name in a folder, neither of which may hold a NUL.
  /// - Parameter folder: the bytes of its path; empty for none.
  @discardableResult
  mutating func insert(
    _ name: UnsafeRawBufferPointer, below folder: ArraySlice<UInt8>
  ) -> Int? {
    let start = bytes.count
    if !folder.isEmpty {
      bytes.append(contentsOf: folder)
      bytes.append(UInt8(ascii: "/"))
    }
    bytes.append(contentsOf: name)
    let slot = bytes.withUnsafeBytes {
      self.slot(of: UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    guard slots[slot] < 0 else {
      bytes.removeSubrange(start...)
      return nil
    }
    bytes.append(0)
    let number = count
    starts.append(start)
    slots[slot] = Int32(number)
    if count * 2 > slots.count { grow() }
    return number
  }

  func number(of path: UnsafeRawBufferPointer) -> Int? {
    let number = slots[slot(of: path)]
    return number < 0 ? nil : Int(number)
  }

  /// The path as the system wants it.
  func withPath<Result, Failure: Error>(
    _ number: Int, _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      // Each path has its NUL in the same store.
      let start = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped + starts[number])
      return try body(start.assumingMemoryBound(to: CChar.self))
    }
  }

  func path(_ number: Int) -> String { withPath(number) { String(cString: $0) } }

  /// The path without its NUL.
  func spelling(of number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<end(of: number)] }

  private func end(of number: Int) -> Int {
    (number + 1 < count ? starts[number + 1] : bytes.count) - 1
  }

  // MARK: - By hash

  /// Where a path is, or where it would be.
  private func slot(of path: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: path)
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] >= 0, !isPath(Int(slots[slot]), path) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isPath(_ number: Int, _ path: UnsafeRawBufferPointer) -> Bool {
    let (start, end) = (starts[number], end(of: number))
    guard end - start == path.count, let other = path.baseAddress else { return false }
    return bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { memcmp($0 + start, other, path.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      let slot = bytes.withUnsafeBytes { buffer in
        self.slot(of: UnsafeRawBufferPointer(rebasing: buffer[starts[number]..<end(of: number)]))
      }
      slots[slot] = Int32(number)
    }
  }

  private static func withBytes<Result>(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var path = path
    return path.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
