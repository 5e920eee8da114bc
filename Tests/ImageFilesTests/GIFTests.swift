import ImageFiles
import Testing

/// What may be wrong with a GIF.
@Suite struct GIFTests {
  @Test func theOldVersionIsReadToo() {
    var bytes = GIFBytes().bytes
    bytes[4] = 0x37
    #expect(fault(bytes) == "")
  }

  @Test func zerosBetweenBlocksDoNoHarm() {
    let gif = GIFBytes()
    #expect(fault(gif.head + [0, 0] + gif.picture + [0, 0x3B]) == "")
  }

  @Test func blocksMustBeKnown() {
    let gif = GIFBytes()
    #expect(fault(gif.head + [0x3B]).contains("there is no picture"))
    #expect(fault(gif.head + [0x41]) == "is damaged at byte 19: no block begins with byte 65")
    var picture = gif.picture
    picture[10] = 12
    #expect(fault(gif.head + picture + [0x3B]).contains("pixels of 12 bits"))
  }

  @Test func theEndMustBeThere() {
    let gif = GIFBytes()
    #expect(
      fault(gif.head + gif.picture)
        == "is cut off: the list of blocks at byte 13 does not end, the file ends at byte 34")
    #expect(
      fault(gif.head + gif.picture.dropLast(3))
        == "is cut off: the picture at byte 19 should reach to byte 34, the file ends at byte 31")
    #expect(inspect(gif.head + gif.picture + gif.picture.dropLast(3)).frames == 1)
  }

  @Test func sizesMustBeSensible() {
    var picture = GIFBytes().picture
    picture[5] = 0
    let gif = GIFBytes(width: 0, height: 0)
    #expect(inspect(gif.head + picture + [0x3B]).fault == .noSize)
    #expect(
      inspect(GIFBytes(left: 65_535).bytes).fault == .hugeSize(width: 65_536, height: 2))
  }
}
