import ImageFiles
import Testing

/// What may be wrong with an AVIF.
@Suite struct AVIFTests {
  @Test func sizesMustBeThere() {
    #expect(inspect(AVIFBytes(hasMeta: false).bytes).fault == .noSize)
    #expect(inspect(AVIFBytes(width: 0).bytes).fault == .noSize)
    #expect(
      inspect(AVIFBytes(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF).bytes).fault
        == .hugeSize(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF))
  }

  @Test func boxesHoldTheirHeads() {
    let bytes = AVIFBytes().bytes
    #expect(fault(bytes + [0, 0, 0, 7] + Array("free".utf8)).contains("shorter than its head"))
    let long = Array("free".utf8) + ByteOrder.big(15, 8)
    #expect(fault(bytes + [0, 0, 0, 1] + long).contains("shorter than its head"))
    let endless = Array("free".utf8) + [UInt8](repeating: 0xFF, count: 8)
    #expect(
      fault(bytes + [0, 0, 0, 1] + endless).contains("should reach to byte \(Int.max)"))
  }

  @Test func pixelsMustBeInTheFile() {
    let whole = AVIFBytes(pixelHead: .toTheEnd).bytes
    #expect(
      fault(whole.dropLast(5)).hasSuffix(
        "should reach to byte \(whole.count), the file ends at byte \(whole.count - 5)"))
    #expect(fault(AVIFBytes().bytes.dropLast(28)).contains("the pixels listed"))
  }

  @Test func nestedBoxesCostLittle() {
    var boxes: [UInt8] = []
    for _ in 0..<20_000 { boxes += [0x7F, 0xFF, 0xFF, 0xFF] + Array("trak".utf8) }
    let start = AVIFBytes.box("ftyp", Array("avis".utf8) + [0, 0, 0, 0])
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = inspect(start + AVIFBytes.box("moov", boxes))
      _ = inspect(start + AVIFBytes.box("meta", boxes))
      _ = inspect(start + (0..<20_000).flatMap { _ in AVIFBytes.box("meta", []) })
    }
    #expect(time < .seconds(2))
  }
}
