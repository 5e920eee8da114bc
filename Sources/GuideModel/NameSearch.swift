/// Finds which of many names begin at a place of a text: the time grows with the text, not with the
/// names, of which one page may list a hundred thousand.
struct NameSearch {
  private struct Entry {
    let key: [UInt8]
    let index: Int
  }

  /// In the order of their bytes; of equal ones the first in the list of names comes first.
  private let entries: [Entry]
  /// Where the entries that begin with a byte begin.
  private let starts: [Int]

  init(_ keys: some Sequence<[UInt8]>) {
    let entries = keys.enumerated().map { Entry(key: $0.element, index: $0.offset) }
      .filter { !$0.key.isEmpty }
      .sorted {
        $0.key == $1.key ? $0.index < $1.index : $0.key.lexicographicallyPrecedes($1.key)
      }
    guard !entries.isEmpty else {
      self.entries = []
      starts = []
      return
    }
    var starts = [Int](repeating: 0, count: 257)
    for entry in entries { starts[Int(entry.key[0]) + 1] += 1 }
    for byte in 1...256 { starts[byte] += starts[byte - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// The first name of the list that stands at `start` and is accepted.
  /// - Parameters:
  ///   - gap: how many bytes at an offset count for nothing.
  ///   - accepts: looks closer at a name whose bytes stand there.
  func first(
    in bytes: [UInt8], at start: Int, gap: ([UInt8], Int) -> Int = { _, _ in 0 },
    accepts: (Int) -> Bool
  ) -> Int? {
    guard !entries.isEmpty, start < bytes.count else { return nil }
    var range = starts[Int(bytes[start])]..<starts[Int(bytes[start]) + 1]
    var found: Int?
    var depth = 1
    var offset = start + 1
    while !range.isEmpty {
      var lower = range.lowerBound
      while lower < range.upperBound, entries[lower].key.count == depth {
        let index = entries[lower].index
        if found.map({ index < $0 }) ?? true, accepts(index) { found = index }
        lower += 1
      }
      offset += gap(bytes, offset)
      guard lower < range.upperBound, offset < bytes.count else { break }
      range = narrowed(lower..<range.upperBound, to: bytes[offset], at: depth)
      depth += 1
      offset += 1
    }
    return found
  }

  /// The entries of a range that have a byte at a depth; all of them are longer.
  private func narrowed(_ range: Range<Int>, to byte: UInt8, at depth: Int) -> Range<Int> {
    func bound(_ limit: Int) -> Int {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if Int(entries[middle].key[depth]) < limit { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return bound(Int(byte))..<bound(Int(byte) + 1)
  }
}
