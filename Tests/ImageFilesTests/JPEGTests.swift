import ImageFiles
import Testing

/// What may be wrong with a JPEG.
@Suite struct JPEGTests {
  private static let start: [UInt8] = [0xFF, 0xD8]
  private static let end: [UInt8] = [0xFF, 0xD9]

  @Test func sizesMustBeSensible() {
    #expect(inspect(JPEGBytes(height: 0).bytes).fault == .noSize)
    #expect(inspect(JPEGBytes(width: 0).bytes).fault == .noSize)
    #expect(
      inspect(JPEGBytes(width: 65_535, height: 65_535).bytes).fault
        == .hugeSize(width: 65_535, height: 65_535))
  }

  @Test func segmentsFollowEachOther() {
    let frame = JPEGBytes().frame
    #expect(fault(Self.start + Self.end).contains("ends before its pixels"))
    #expect(fault(Self.start + [0xFF, 0xE0, 0, 1]).contains("does not hold its own length"))
    #expect(
      fault(Self.start + JPEGBytes.segment(0xE0, [1]) + [0x41, 0xFF])
        == "is damaged at byte 7: a segment should begin here")
    #expect(fault(Self.start + [0xFF, 0]).contains("a segment should begin here"))
    #expect(fault(JPEGBytes(afterFrame: frame).bytes).contains("a second picture"))
    #expect(
      fault(Self.start + JPEGBytes.segment(0xDA, [1, 1, 0, 0, 63, 0]))
        .contains("pixels stand before the size"))
    // Some cameras fill up with zeros.
    #expect(fault(JPEGBytes(afterFrame: [0, 0, 0]).bytes) == "")
  }

  @Test func segmentsHoldWhatTheySay() {
    let codes = JPEGBytes.segment(0xC4, [0, 9] + [UInt8](repeating: 0, count: 15) + [0])
    #expect(fault(JPEGBytes(afterFrame: codes).bytes).contains("longer than its segment"))
    #expect(
      fault(JPEGBytes(afterFrame: JPEGBytes.segment(0xDA, [1, 1, 0])).bytes)
        .contains("the scan's length"))
    let frame = JPEGBytes.segment(0xC0, [8, 0, 8, 0, 8, 3, 1, 0x11, 0])
    #expect(fault(Self.start + frame).contains("does not fit its 3 parts"))
  }

  @Test func kindsThatBrowsersDoNotShowAreTold() {
    for marker: UInt8 in [0xC3, 0xC5, 0xC9, 0xCF] {
      var frame = JPEGBytes().frame
      frame[1] = marker
      #expect(fault(Self.start + frame).contains("browsers do not show"))
    }
    var frame = JPEGBytes().frame
    frame[4] = 12
    #expect(fault(Self.start + frame).contains("browsers do not show"))
  }

  @Test func pixelsMustEnd() {
    let bytes = JPEGBytes().bytes
    #expect(fault(bytes.dropLast(2)).hasPrefix("is cut off: the scan at byte"))
    #expect(fault(bytes.dropLast(2) + [0xFF, 0, 0xFF, 0xFF, 0xD9]) == "")
  }

  @Test func restartsAreCounted() {
    let bytes = JPEGBytes(restart: 1).bytes
    let place = (bytes.lastIndex(of: 0xD0) ?? 1) - 1
    #expect(
      fault(bytes.dropLast(3) + [0xFF, 0xD2, 0x3F] + Self.end).contains("before a restart"))
    #expect(fault(Array(bytes[..<place]) + bytes[(place + 3)...]) == "")
  }

  @Test func exifThatIsBrokenTurnsNothing() {
    var bytes = JPEGBytes(orientation: 6).bytes
    bytes[2 + 4 + 6 + 4] = 0xFF
    #expect(inspect(bytes).size == PixelSize(16, 8) && fault(bytes) == "")
    #expect(inspect(JPEGBytes(orientation: 9).bytes).size == PixelSize(16, 8))
  }
}
