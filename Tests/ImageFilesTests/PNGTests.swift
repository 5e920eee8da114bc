import ImageFiles
import Testing

/// What may be wrong with a PNG.
@Suite struct PNGTests {
  @Test func everyChecksumIsCompared() {
    let bytes = Sample.all.first { $0.name == "frames.png" }?.bytes ?? []
    let starts = PNGBytes.chunkStarts(bytes)
    #expect(starts.count == 8)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      var broken = bytes
      broken[end - 1] ^= 1
      let name = String(decoding: bytes[(start + 4)..<(start + 8)], as: UTF8.self)
      #expect(
        inspect(broken).fault
          == .damaged(at: start, what: "the checksum of chunk \(name) is wrong"))
    }
  }

  @Test func sizesMustBeSensible() {
    #expect(inspect(PNGBytes(width: 0).bytes).fault == .noSize)
    #expect(inspect(PNGBytes(height: 0).bytes).fault == .noSize)
    let huge = inspect(PNGBytes(width: 0xFFFF_FFFF, height: 1).bytes)
    #expect(huge.fault == .hugeSize(width: 0xFFFF_FFFF, height: 1) && huge.size == nil)
    #expect(
      inspect(PNGBytes(width: 60_000, height: 60_000).bytes).fault
        == .hugeSize(width: 60_000, height: 60_000))
    #expect(PixelSize(PNGBytes(width: 30_001, height: 1).bytes) == nil)
    #expect(PixelSize(PNGBytes(width: 30_000, height: 1).bytes) == PixelSize(30_000, 1))
  }

  @Test func kindsOfPixelsMustExist() {
    let kinds: [(UInt8, UInt8)] = [(3, 2), (16, 3), (8, 1), (8, 5), (4, 6), (0, 0), (32, 0)]
    for (depth, colour) in kinds {
      #expect(
        fault(PNGBytes(depth: depth, colour: colour).bytes)
          == "is damaged at byte 24: the header names a kind of pixels that there is not")
    }
    #expect(fault(PNGBytes(depth: 16, colour: 0).bytes) == "")
  }

  @Test func chunksStandInOrder() {
    let palette = PNGBytes.chunk("PLTE", [1, 2, 3])
    let end = PNGBytes.chunk("IEND", [])
    let parts = PNGBytes()
    let start = PNGBytes.signature + parts.header
    #expect(fault(start + end).contains("there are no pixels"))
    #expect(fault(PNGBytes(colour: 3).bytes).contains("before their palette"))
    #expect(fault(PNGBytes(afterPixels: palette).bytes).contains("stands too late"))
    #expect(
      fault(PNGBytes(beforePixels: PNGBytes.chunk("PLTE", [1, 2])).bytes)
        .contains("no whole colours"))
    #expect(
      fault(start + parts.pixels + PNGBytes.chunk("tEXt", []) + parts.pixels + end)
        .contains("other chunks stand between"))
    #expect(
      fault(PNGBytes.signature + palette + parts.pixels + end)
        .contains("the first chunk is PLTE of 3 bytes"))
    #expect(
      fault(PNGBytes.signature + PNGBytes.chunk("CgBI", [0, 0, 0, 0]) + parts.header)
        .contains("only Apple's programs"))
    #expect(fault(PNGBytes(beforePixels: PNGBytes.chunk("ABCD", [])).bytes).contains("ABCD"))
    #expect(fault(PNGBytes(beforePixels: PNGBytes.chunk("a1\u{1}d", [])).bytes).contains("letters"))
    #expect(
      fault(start + PNGBytes.chunk("IDAT", [1, 2, 3]) + end).contains("not packed as PNG packs"))
  }

  @Test func transfersAsTextAreTold() {
    let bytes = PNGBytes().bytes
    let changed = Array(bytes.prefix(4)) + [0x0A] + bytes.dropFirst(6)
    #expect(
      fault(changed) == "is damaged at byte 4: the signature is changed, as by a transfer as text")
  }

  @Test func framesAreThoseAnnounced() {
    let control = PNGBytes.chunk("fcTL", [UInt8](repeating: 0, count: 26))
    let announced = PNGBytes.chunk("acTL", [0, 0, 0, 3, 0, 0, 0, 0])
    let facts = inspect(PNGBytes(beforePixels: announced + control).bytes)
    #expect(facts.fault?.description.contains("3 frames are announced, 1 are there") == true)
    // Behind the pixels the announcement means nothing.
    #expect(inspect(PNGBytes(afterPixels: announced).bytes).frames == 1)
  }
}
