/// The lines of some bytes: where each stands without its line end, and where the next begins.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (line: Range<Int>, next: Int)? {
    guard index < bytes.count else { return nil }
    let start = index
    let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    index = newline.map { $0 + 1 } ?? bytes.count
    var end = newline ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (start..<end, index)
  }
}
