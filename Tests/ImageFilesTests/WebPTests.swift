import ImageFiles
import Testing

/// What may be wrong with a WebP.
@Suite struct WebPTests {
  @Test func firstChunkIsAPicture() {
    #expect(
      fault(WebPBytes.riff(WebPBytes.chunk("EXIF", [1])))
        == "is damaged at byte 12: the first chunk is EXIF, no picture")
    let empty = WebPBytes.riff(WebPBytes.canvas(flags: 0) + WebPBytes.chunk("EXIF", [1]))
    #expect(fault(empty).contains("no picture on the canvas"))
    let zeros = WebPBytes.riff(WebPBytes.canvas(flags: 0) + [UInt8](repeating: 0, count: 16))
    #expect(
      fault(zeros)
        == "is damaged at byte 30: a chunk should begin here, its name is no four letters")
  }

  @Test func pixelsBeginAsTheyShould() {
    for index in [3, 4, 5] {
      var picture = WebPBytes.lossyPicture
      picture[index] ^= 1
      #expect(
        fault(WebPBytes.riff(WebPBytes.chunk("VP8 ", picture))).contains("do not begin as they"))
    }
    var picture = WebPBytes.lossyPicture
    picture[2] = 0xFF
    #expect(
      fault(WebPBytes.riff(WebPBytes.chunk("VP8 ", picture))).contains("longer than their chunk"))
    picture = WebPBytes.losslessPicture
    picture[4] |= 0x20
    #expect(
      fault(WebPBytes.riff(WebPBytes.chunk("VP8L", picture))).contains("do not begin as they"))
    picture = WebPBytes.lossyPicture
    picture[6] = 0
    #expect(inspect(WebPBytes.riff(WebPBytes.chunk("VP8 ", picture))).fault == .noSize)
  }

  @Test func picturesFitTheirFrames() {
    let still = WebPBytes.chunk("VP8L", WebPBytes.losslessPicture)
    #expect(
      fault(WebPBytes.riff(WebPBytes.canvas(flags: 0, width: 4) + still))
        .contains("3 by 2 pixels is not that of its frame"))
    #expect(
      inspect(WebPBytes.riff(WebPBytes.canvas(flags: 0, width: 1 << 24, height: 1 << 24) + still))
        .fault == .hugeSize(width: 1 << 24, height: 1 << 24))
    let outside = WebPBytes.frame("VP8L", WebPBytes.losslessPicture, left: 2)
    #expect(
      fault(WebPBytes.riff(WebPBytes.canvas(flags: 2) + outside)).contains("larger than the canvas")
    )
    let narrow = WebPBytes.frame("VP8L", WebPBytes.losslessPicture, width: 2)
    #expect(
      fault(WebPBytes.riff(WebPBytes.canvas(flags: 2) + narrow)).contains("not that of its frame"))
    let empty = WebPBytes.frame("ALPH", WebPBytes.losslessPicture)
    #expect(
      fault(WebPBytes.riff(WebPBytes.canvas(flags: 2) + empty)).contains("holds no picture"))
    let short = WebPBytes.chunk("ANMF", [1, 2, 3])
    #expect(fault(WebPBytes.riff(WebPBytes.canvas(flags: 2) + short)).contains("too short"))
  }
}
