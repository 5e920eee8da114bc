import ImageFiles
import Testing

/// Files are read in windows, each once, and never more of them than is needed.
@Suite struct ByteSourceTests {
  /// What was asked of a file.
  private final class Reads {
    var ranges: [Range<Int>] = []
    var total: Int { ranges.reduce(0) { $0 + $1.count } }
  }

  private static func source(
    _ bytes: [UInt8], zerosAfter: Int = 0, _ reads: Reads
  ) -> ByteSource {
    let count = bytes.count + zerosAfter
    return ByteSource(count: count) { offset, wanted in
      reads.ranges.append(offset..<(offset + wanted))
      let part = Array(bytes.dropFirst(offset).prefix(wanted))
      return part + [UInt8](repeating: 0, count: max(0, wanted - part.count))
    }
  }

  @Test func eachByteIsReadOnce() {
    let large = PNGBytes.chunk("teSt", [UInt8](repeating: 9, count: 300_001))
    for bytes in [
      PNGBytes(beforePixels: large + large).bytes,
      GIFBytes(pictures: 30_000).bytes,
      JPEGBytes().bytes.dropLast(2) + [UInt8](repeating: 5, count: 300_000) + [0xFF, 0xD9],
    ] {
      let reads = Reads()
      let facts = ImageFacts(inspecting: Self.source(bytes, reads), name: "x")
      #expect(facts.fault == nil && facts == inspect(bytes))
      #expect(reads.total == bytes.count)
      #expect(reads.ranges.allSatisfy { $0.count <= ByteSource.windowSize })
    }
  }

  /// Above the limit, nothing behind the first pixels is looked at.
  @Test(arguments: Sample.all.filter { $0.format != .avif && $0.format != .svg })
  func hugeFilesAreReadInPart(_ sample: Sample) {
    let reads = Reads()
    let facts = ImageFacts(
      inspecting: Self.source(sample.bytes, zerosAfter: 500 << 20, reads), name: "x")
    #expect(facts.size == sample.size && facts.fault == nil)
    #expect(reads.total <= ByteSource.windowSize)
  }

  @Test func zerosAreNotCounted() {
    let reads = Reads()
    let facts = ImageFacts(inspecting: Self.source([], zerosAfter: 500 << 20, reads), name: "x")
    #expect(facts.fault == .zeros && reads.total <= ByteSource.windowSize)
  }

  @Test func readsThatBringTooMuchAreCutToSize() {
    let bytes = PNGBytes().bytes
    let source = ByteSource(count: bytes.count) { offset, _ in
      Array(bytes.dropFirst(offset)) + [1, 2, 3]
    }
    #expect(ImageFacts(inspecting: source, name: "x").fault == nil)
    #expect(
      ImageFacts(inspecting: ByteSource(count: -5) { _, _ in [] }, name: "x").fault == .empty)
  }
}
