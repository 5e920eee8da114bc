/// Walks a PNG: signature, then chunks of length, name, content and checksum, up to IEND.
struct PNGWalk: FormatWalk {
  private struct Chunk {
    let start: Int
    let name: ChunkName
    let length: Int
    /// The first four bytes of the content, taken while they are at hand.
    let head: Int
    var content: Int { start + 8 }
    var next: Int { start + 12 + length }
  }

  private(set) var findings = WalkFindings()
  private var source: ByteSource
  private let depth: ImageFacts.Depth
  private var hasPalette = false
  private var needsPalette = false
  /// Where the chunks of pixels begin and end.
  private var pixels: Range<Int>?
  private var announcedFrames: Int?
  private var frameControls = 0

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The known chunks that no reader may skip.
  private static let critical: Set<ChunkName> = ["PLTE", "IDAT", "IEND"]

  init(_ source: ByteSource, depth: ImageFacts.Depth) {
    self.source = source
    self.depth = depth
  }

  mutating func walk() {
    guard hasSignature(), let header = chunk(at: 8), reads(header: header) else { return }
    var position = header.next
    while let chunk = chunk(at: position) {
      if depth == .headers, chunk.name == "IDAT" { return }
      guard hasRightChecksum(chunk), accepts(chunk) else { return }
      if chunk.name == "IEND" { return end(at: chunk.start) }
      position = chunk.next
    }
  }

  private mutating func hasSignature() -> Bool {
    let start = source.bytes(at: 0, atMost: 8)
    if start == Self.signature { return true }
    if start.count < 8 {
      findings.cutOff("the signature", at: 0, expected: 8, end: source.count)
    } else {
      findings.damage("the signature is changed, as by a transfer as text", at: 4)
    }
    return false
  }

  private mutating func chunk(at start: Int) -> Chunk? {
    guard let length = source.bigEndian(at: start, count: 4),
      let name = source.chunkName(at: start + 4)
    else {
      let isAtEnd = start >= source.count
      findings.cutOff(
        isAtEnd ? "the list of chunks" : "the chunk", at: isAtEnd ? 8 : start,
        expected: isAtEnd ? nil : start + 12, end: source.count)
      return nil
    }
    guard name.isOfLetters else {
      findings.damage("a chunk should begin here, its name is no four letters", at: start)
      return nil
    }
    let head = source.bigEndian(at: start + 8, count: 4) ?? 0
    let chunk = Chunk(start: start, name: name, length: length, head: head)
    // The header of a file of which only the beginning is known still tells the size.
    guard chunk.next <= source.count || start == 8 && source.count >= 24 else {
      findings.cutOff("chunk \(name)", at: start, expected: chunk.next, end: source.count)
      return nil
    }
    return chunk
  }

  private mutating func reads(header chunk: Chunk) -> Bool {
    guard chunk.name == "IHDR", chunk.length == 13 else {
      findings.damage(
        chunk.name == "CgBI"
          ? "chunk CgBI says that only Apple's programs can show it"
          : "the first chunk is \(chunk.name) of \(chunk.length) bytes, not IHDR of 13",
        at: chunk.start)
      return false
    }
    guard let width = source.bigEndian(at: chunk.content, count: 4),
      let height = source.bigEndian(at: chunk.content + 4, count: 4),
      findings.setSize(width, height)
    else { return false }
    guard chunk.next <= source.count else {
      findings.cutOff("chunk IHDR", at: chunk.start, expected: chunk.next, end: source.count)
      return false
    }
    guard hasRightChecksum(chunk) else { return false }
    let kind = source.bytes(at: chunk.content + 8, atMost: 5)
    guard kind.count == 5, Self.depths(ofColour: kind[1]).contains(kind[0]), kind[2] == 0,
      kind[3] == 0, kind[4] < 2
    else {
      findings.damage("the header names a kind of pixels that there is not", at: 24)
      return false
    }
    needsPalette = kind[1] == 3
    return true
  }

  private static func depths(ofColour type: UInt8) -> [UInt8] {
    switch type {
    case 0: [1, 2, 4, 8, 16]
    case 3: [1, 2, 4, 8]
    case 2, 4, 6: [8, 16]
    default: []
    }
  }

  private mutating func hasRightChecksum(_ chunk: Chunk) -> Bool {
    if depth == .headers { return true }
    let real = source.checksum(from: chunk.start + 4, count: chunk.length + 4)
    let written = source.bigEndian(at: chunk.next - 4, count: 4)
    // The file may have shrunk since its length was asked.
    guard let real, let written else {
      findings.cutOff(
        "chunk \(chunk.name)", at: chunk.start, expected: chunk.next, end: source.count)
      return false
    }
    if Int(real) == written { return true }
    findings.damage("the checksum of chunk \(chunk.name) is wrong", at: chunk.start)
    return false
  }

  private mutating func accepts(_ chunk: Chunk) -> Bool {
    switch chunk.name {
    case "PLTE":
      hasPalette = true
      guard chunk.length % 3 == 0, (3...768).contains(chunk.length), pixels == nil else {
        findings.damage("the palette has no whole colours or stands too late", at: chunk.start)
        return false
      }
    case "IDAT": return accepts(pixels: chunk)
    case "acTL":
      guard pixels == nil else { break }
      announcedFrames = chunk.head
      findings.frames = chunk.head
    case "fcTL": frameControls += 1
    default:
      guard chunk.name.isAncillary || Self.critical.contains(chunk.name) else {
        findings.damage("no reader knows the needed chunk \(chunk.name)", at: chunk.start)
        return false
      }
    }
    return true
  }

  private mutating func accepts(pixels chunk: Chunk) -> Bool {
    if let pixels {
      guard pixels.upperBound == chunk.start else {
        findings.damage("other chunks stand between those of the pixels", at: chunk.start)
        return false
      }
      self.pixels = pixels.lowerBound..<chunk.next
      return true
    }
    guard hasPalette || !needsPalette else {
      findings.damage("the pixels stand before their palette", at: chunk.start)
      return false
    }
    // Packed data begins with two bytes that are a multiple of 31; a first chunk may be shorter.
    let head = chunk.head >> 16
    guard chunk.length < 2 || head % 31 == 0 && head >> 8 & 15 == 8 else {
      findings.damage("the pixels are not packed as PNG packs them", at: chunk.content)
      return false
    }
    pixels = chunk.start..<chunk.next
    return true
  }

  private mutating func end(at start: Int) {
    guard pixels != nil else { return findings.damage("there are no pixels", at: start) }
    guard let announcedFrames, announcedFrames != frameControls else { return }
    findings.damage(
      "\(announcedFrames) frames are announced, \(frameControls) are there", at: start)
  }
}
