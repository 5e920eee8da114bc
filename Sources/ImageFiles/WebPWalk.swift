/// Walks a WebP: a RIFF of chunks, either one picture, or a canvas with pictures and more.
struct WebPWalk: FormatWalk {
  private struct Chunk {
    let start: Int
    let name: ChunkName
    let length: Int
    var content: Int { start + 8 }
    /// Chunks begin at even offsets.
    var next: Int { content + length + length & 1 }
  }

  private(set) var findings = WalkFindings()
  private var source: ByteSource
  private let depth: ImageFacts.Depth
  /// Where the file ends as its head says.
  private var end = 0
  private var isAnimated = false
  private var pictures = 0

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.source = source
    self.depth = depth
  }

  mutating func walk() {
    guard let length = source.littleEndian(at: 4, count: 4), source.has("WEBP", at: 8) else {
      return findings.cutOff("the header", at: 0, expected: 12, end: source.count)
    }
    end = length + 8
    guard let first = chunk(at: 12) else { return }
    switch first.name {
    case "VP8X":
      guard reads(canvas: first) else { return }
      chunks(from: first.next)
    case "VP8 ", "VP8L":
      guard let (width, height) = pictureSize(first) else { return }
      if findings.setSize(width, height) { _ = isWhole(first) }
    default: findings.damage("the first chunk is \(first.name), no picture", at: 12)
    }
    if findings.fault == nil, depth == .everything, end > source.count {
      findings.cutOff("the file", at: 0, expected: end, end: source.count)
    }
  }

  private mutating func chunk(at start: Int) -> Chunk? {
    guard let name = source.chunkName(at: start),
      let length = source.littleEndian(at: start + 4, count: 4)
    else {
      findings.cutOff("the list of chunks", at: 12, expected: max(end, 20), end: source.count)
      return nil
    }
    guard name.isPrintable else {
      findings.damage("a chunk should begin here, its name is no four letters", at: start)
      return nil
    }
    return Chunk(start: start, name: name, length: length)
  }

  /// Whether a chunk ends in the file. Checked late, so that a file's beginning tells its size.
  private mutating func isWhole(_ chunk: Chunk) -> Bool {
    guard chunk.content + chunk.length > source.count else { return true }
    findings.cutOff(
      "chunk \(chunk.name)", at: chunk.start, expected: chunk.content + chunk.length,
      end: source.count)
    return false
  }

  /// Flags and three unused bytes, then width and height less one in three bytes each.
  private mutating func reads(canvas chunk: Chunk) -> Bool {
    guard let flags = source.byte(at: chunk.content),
      let width = source.littleEndian(at: chunk.content + 4, count: 3),
      let height = source.littleEndian(at: chunk.content + 7, count: 3)
    else { return isWhole(chunk) }
    isAnimated = flags & 2 != 0
    guard findings.setSize(width + 1, height + 1) else { return false }
    guard chunk.length >= 10 else {
      findings.damage("chunk VP8X is too short", at: chunk.start)
      return false
    }
    return depth == .everything && isWhole(chunk)
  }

  private mutating func chunks(from first: Int) {
    var position = first
    while position + 8 <= end {
      guard let chunk = chunk(at: position), isWhole(chunk) else { return }
      switch chunk.name {
      case "VP8 ", "VP8L":
        if !isAnimated, pictures == 0 {
          guard accepts(picture: chunk, in: findings.size) else { return }
        }
      case "ANMF":
        guard accepts(frame: chunk) else { return }
      default: break
      }
      position = chunk.next
    }
    if isAnimated { findings.frames = pictures }
    if pictures == 0, end <= source.count {
      findings.damage("there is no picture on the canvas", at: first)
    }
  }

  /// Place and size, duration and flags in 16 bytes, then chunks of which one is a picture.
  private mutating func accepts(frame: Chunk) -> Bool {
    let numbers = [0, 3, 6, 9].compactMap {
      source.littleEndian(at: frame.content + $0, count: 3)
    }
    guard frame.length >= 24, numbers.count == 4 else {
      findings.damage("a frame is too short for a picture", at: frame.start)
      return false
    }
    let size = PixelSize(numbers[2] + 1, numbers[3] + 1)
    guard let canvas = findings.size, 2 * numbers[0] + size.width <= canvas.width,
      2 * numbers[1] + size.height <= canvas.height
    else {
      findings.damage("a frame is larger than the canvas", at: frame.start)
      return false
    }
    var position = frame.content + 16
    while position + 8 <= frame.content + frame.length, let chunk = chunk(at: position) {
      if chunk.name == "VP8 " || chunk.name == "VP8L" {
        guard chunk.content + chunk.length <= frame.content + frame.length else { break }
        return accepts(picture: chunk, in: size)
      }
      position = chunk.next
    }
    if findings.fault == nil { findings.damage("a frame holds no picture", at: frame.start) }
    return false
  }

  private mutating func accepts(picture: Chunk, in size: PixelSize?) -> Bool {
    guard let (width, height) = pictureSize(picture) else { return false }
    guard PixelSize(width, height) == size else {
      findings.damage(
        "the picture's size of \(width) by \(height) pixels is not that of its frame",
        at: picture.start)
      return false
    }
    pictures += 1
    return true
  }

  private mutating func pictureSize(_ chunk: Chunk) -> (Int, Int)? {
    chunk.name == "VP8 " ? lossySize(chunk) : losslessSize(chunk)
  }

  /// Three bytes of flags, the length of the first part among them, then 9D 01 2A and 14 bits each.
  private mutating func lossySize(_ chunk: Chunk) -> (Int, Int)? {
    guard let tag = source.littleEndian(at: chunk.content, count: 3),
      let width = source.littleEndian(at: chunk.content + 6, count: 2),
      let height = source.littleEndian(at: chunk.content + 8, count: 2)
    else {
      findings.cutOff(
        "chunk \(chunk.name)", at: chunk.start, expected: chunk.content + chunk.length,
        end: source.count)
      return nil
    }
    guard tag & 1 == 0, source.bigEndian(at: chunk.content + 3, count: 3) == 0x9D012A else {
      findings.damage("the pixels do not begin as they should", at: chunk.content)
      return nil
    }
    guard chunk.length >= 10, tag >> 5 <= chunk.length - 10 else {
      findings.damage("the pixels are longer than their chunk", at: chunk.start)
      return nil
    }
    return (width & 0x3FFF, height & 0x3FFF)
  }

  /// 2F, then width and height less one in 14 bits each, a bit for transparency, a version of 0.
  private mutating func losslessSize(_ chunk: Chunk) -> (Int, Int)? {
    guard let mark = source.byte(at: chunk.content),
      let bits = source.littleEndian(at: chunk.content + 1, count: 4)
    else {
      findings.cutOff(
        "chunk \(chunk.name)", at: chunk.start, expected: chunk.content + chunk.length,
        end: source.count)
      return nil
    }
    guard mark == 0x2F, bits >> 29 == 0, chunk.length >= 5 else {
      findings.damage("the pixels do not begin as they should", at: chunk.content)
      return nil
    }
    return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  }
}
