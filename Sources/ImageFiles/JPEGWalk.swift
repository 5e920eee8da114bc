/// Walks a JPEG: segments up to the first scan, then packed pixels and segments in turn, up to EOI.
///
/// A segment is FF, a marker, a length of two bytes that counts itself, and content. Packed pixels
/// end at a marker; an FF among them is followed by 0, or by the number of a restart.
struct JPEGWalk: FormatWalk {
  private struct Segment {
    let start: Int
    let marker: UInt8
    let length: Int
    var content: Int { start + 4 }
    var next: Int { start + 2 + length }
  }

  private(set) var findings = WalkFindings()
  private var source: ByteSource
  private let depth: ImageFacts.Depth
  private var isSideways: Bool?
  private var hasScan = false

  private static let startOfScan: UInt8 = 0xDA
  private static let endOfImage: UInt8 = 0xD9
  private static let application1: UInt8 = 0xE1
  private static let huffmanTables: UInt8 = 0xC4

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.source = source
    self.depth = depth
  }

  mutating func walk() {
    var position = 2
    while let (start, marker) = marker(from: position) {
      switch marker {
      case Self.endOfImage:
        if !hasScan { findings.damage("the picture ends before its pixels", at: start) }
        return
      case 0x01, 0xD0...0xD8: position = start + 2
      default:
        guard let segment = segment(marker, at: start), accepts(segment) else { return }
        position = segment.next
        guard marker == Self.startOfScan else { continue }
        hasScan = true
        guard depth == .everything, let end = pixels(from: position) else { return }
        position = end
      }
    }
  }

  /// The next marker, with any number of FF before it.
  private mutating func marker(from position: Int) -> (start: Int, marker: UInt8)? {
    let part = hasScan ? "the row of scans" : "the row of segments"
    guard let first = source.first(from: position, where: { $0 != 0 }) else {
      findings.cutOff(part, at: 2, end: source.count)
      return nil
    }
    let end = source.first(from: first, where: { $0 != 0xFF })
    guard let end, let marker = source.byte(at: end) else {
      findings.cutOff(part, at: 2, end: source.count)
      return nil
    }
    // FF 00 is a byte of pixels and begins nothing.
    guard end > first, marker != 0 else {
      findings.damage("a segment should begin here", at: first)
      return nil
    }
    return (end - 1, marker)
  }

  private mutating func segment(_ marker: UInt8, at start: Int) -> Segment? {
    guard let length = source.bigEndian(at: start + 2, count: 2) else {
      findings.cutOff("the segment", at: start, expected: start + 4, end: source.count)
      return nil
    }
    guard length >= 2 else {
      findings.damage("a segment of \(length) bytes does not hold its own length", at: start)
      return nil
    }
    let segment = Segment(start: start, marker: marker, length: length)
    guard segment.next <= source.count || Self.isFrame(marker) && start + 9 <= source.count else {
      findings.cutOff("the segment", at: start, expected: segment.next, end: source.count)
      return nil
    }
    return segment
  }

  /// SOF0 to SOF15, among which three markers mean something else.
  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && ![huffmanTables, 0xC8, 0xCC].contains(marker)
  }

  private mutating func accepts(_ segment: Segment) -> Bool {
    switch segment.marker {
    case Self.application1:
      if isSideways == nil {
        let orientation = source.orientation(inExif: segment.content, end: segment.next)
        isSideways = orientation.map { $0 >= 5 }
      }
      return true
    case Self.huffmanTables where depth == .everything: return accepts(huffmanTables: segment)
    case Self.startOfScan: return accepts(scan: segment)
    case let marker where Self.isFrame(marker): return accepts(frame: segment)
    default: return true
    }
  }

  /// Precision, height, width, then three bytes for each kind of light.
  private mutating func accepts(frame segment: Segment) -> Bool {
    guard findings.size == nil else {
      findings.damage("a second picture begins in the first", at: segment.start)
      return false
    }
    guard let height = source.bigEndian(at: segment.content + 1, count: 2),
      let width = source.bigEndian(at: segment.content + 3, count: 2)
    else {
      findings.cutOff(
        "the segment", at: segment.start, expected: segment.next, end: source.count)
      return false
    }
    guard findings.setSize(width, height) else { return false }
    if isSideways == true { findings.turnSideways() }
    guard segment.next <= source.count, let precision = source.byte(at: segment.content),
      let components = source.byte(at: segment.content + 5)
    else {
      findings.cutOff(
        "the segment", at: segment.start, expected: segment.next, end: source.count)
      return false
    }
    guard precision == 8, segment.marker <= 0xC2 else {
      findings.damage("browsers do not show JPEG of this kind", at: segment.start)
      return false
    }
    guard (1...4).contains(components), segment.length == 8 + 3 * Int(components) else {
      findings.damage("the frame's length does not fit its \(components) parts", at: segment.start)
      return false
    }
    return true
  }

  /// Each table says in 16 bytes how many codes it has of each length, then lists them.
  private mutating func accepts(huffmanTables segment: Segment) -> Bool {
    var position = segment.content
    while position < segment.next {
      let codes = source.bytes(at: position + 1, atMost: 16).reduce(0) { $0 + Int($1) }
      position += 17 + codes
      guard codes <= 256, position <= segment.next else {
        findings.damage("a table of codes is longer than its segment", at: segment.start)
        return false
      }
    }
    return true
  }

  private mutating func accepts(scan segment: Segment) -> Bool {
    guard findings.size != nil else {
      findings.damage("pixels stand before the size", at: segment.start)
      return false
    }
    let parts = source.byte(at: segment.content).map(Int.init) ?? 0
    guard (1...4).contains(parts), segment.length == 6 + 2 * parts else {
      findings.damage("the scan's length does not fit its \(parts) parts", at: segment.start)
      return false
    }
    return true
  }

  /// Where the packed pixels from an offset end: at a marker that is no restart.
  private mutating func pixels(from start: Int) -> Int? {
    var position = start
    var restarts: UInt8 = 0
    while let found = source.first(from: position, where: { $0 == 0xFF }) {
      guard let next = source.byte(at: found + 1) else { break }
      switch next {
      case 0: position = found + 2
      case 0xFF: position = found + 1
      case 0xD0...0xD7:
        guard next & 7 == restarts else {
          findings.damage("pixels are missing or stand twice before a restart", at: found)
          return nil
        }
        restarts = (restarts + 1) & 7
        position = found + 2
      default: return found
      }
    }
    findings.cutOff("the scan", at: start, end: source.count)
    return nil
  }
}
