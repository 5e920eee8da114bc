/// Walks a GIF: screen, colours, then extensions and pictures in blocks, up to the trailer.
struct GIFWalk: FormatWalk {
  private(set) var findings = WalkFindings()
  private var source: ByteSource
  private let depth: ImageFacts.Depth
  private var pictures = 0

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.source = source
    self.depth = depth
  }

  mutating func walk() {
    guard let width = source.littleEndian(at: 6, count: 2),
      let height = source.littleEndian(at: 8, count: 2)
    else { return findings.cutOff("the header", at: 0, expected: 13, end: source.count) }
    // A screen of no size takes that of the first picture.
    if width > 0, height > 0 { _ = findings.setSize(width, height) }
    guard let flags = source.byte(at: 10), source.count >= 13 else {
      return findings.cutOff("the header", at: 0, expected: 13, end: source.count)
    }
    var position: Int? = colours(at: 13, flags: flags)
    while let start = position {
      switch source.byte(at: start) {
      case 0x21: position = blocks(from: start + 2, of: "the extension", at: start)
      case 0x2C: position = picture(at: start)
      // Zeros between parts are skipped by all readers.
      case 0: position = start + 1
      case 0x3B: return end(at: start)
      case nil: return findings.cutOff("the list of blocks", at: 13, end: source.count)
      case let byte?:
        return findings.damage("no block begins with byte \(byte)", at: start)
      }
    }
  }

  /// Where the table of colours that the flags announce ends; nil where the file ends before.
  private mutating func colours(at start: Int, flags: UInt8) -> Int? {
    guard flags & 0x80 != 0 else { return start }
    let end = start + 3 << (Int(flags & 7) + 1)
    guard end <= source.count else {
      findings.cutOff("the table of colours", at: start, expected: end, end: source.count)
      return nil
    }
    return end
  }

  private mutating func picture(at start: Int) -> Int? {
    let numbers = [1, 3, 5, 7].compactMap { source.littleEndian(at: start + $0, count: 2) }
    guard numbers.count == 4, let flags = source.byte(at: start + 9) else {
      findings.cutOff("the picture", at: start, expected: start + 10, end: source.count)
      return nil
    }
    if pictures == 0 {
      // Browsers make room for a first picture that is larger than the screen.
      let (width, height) = (numbers[0] + numbers[2], numbers[1] + numbers[3])
      guard
        findings.setSize(
          max(findings.size?.width ?? 0, width), max(findings.size?.height ?? 0, height))
      else { return nil }
    }
    pictures += 1
    guard depth == .everything, let data = colours(at: start + 10, flags: flags) else {
      return nil
    }
    if let codeSize = source.byte(at: data), !(1...11).contains(codeSize) {
      findings.damage("pixels of \(codeSize) bits are none that GIF has", at: data)
      return nil
    }
    let end = blocks(from: data + 1, of: "the picture", at: start)
    if end != nil { findings.frames = pictures }
    return end
  }

  /// Where a row of blocks ends: each says its length first, the last is empty.
  private mutating func blocks(from first: Int, of part: String, at start: Int) -> Int? {
    var position = first
    while let length = source.byte(at: position) {
      position += 1 + Int(length)
      if length == 0 { return position }
    }
    let expected = position > source.count ? position + 1 : nil
    findings.cutOff(part, at: start, expected: expected, end: source.count)
    return nil
  }

  private mutating func end(at start: Int) {
    if pictures == 0 { findings.damage("there is no picture before the end", at: start) }
  }
}
