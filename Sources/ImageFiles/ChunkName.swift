/// The four letters that name a chunk of PNG and WebP or a box of AVIF.
struct ChunkName: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let code: Int

  init(code: Int) { self.code = code }

  init(stringLiteral text: StaticString) {
    code = (0..<min(4, text.utf8CodeUnitCount)).reduce(0) { $0 << 8 | Int(text.utf8Start[$1]) }
  }

  private var bytes: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
  }

  /// The letters, with a question mark for what is none.
  var description: String {
    String(decoding: bytes.map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }

  var isOfLetters: Bool {
    bytes.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }

  var isPrintable: Bool { bytes.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// Whether a reader of PNG may skip such a chunk: its first letter is small.
  var isAncillary: Bool { code & 0x2000_0000 != 0 }
}

extension ByteSource {
  mutating func chunkName(at offset: Int) -> ChunkName? {
    bigEndian(at: offset, count: 4).map { ChunkName(code: $0) }
  }
}
