/// The boxes of an AVIF around pixels that are none.
struct AVIFBytes {
  var brand = "avif"
  var width = 3
  var height = 2
  /// Quarter turns.
  var turns: UInt8?
  var hasMeta = true
  /// Pictures of a sequence; 0 for no sequence.
  var samples = 0
  var pixels = [UInt8](repeating: 7, count: 20)
  /// Ends the file with a box that says its length in 64 bits, or one that goes on to the end.
  var pixelHead = PixelHead.short

  enum PixelHead { case short, long, toTheEnd }

  static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    ByteOrder.big(content.count + 8, 4) + Array(name.utf8) + content
  }

  private static func full(_ name: String, version: UInt8 = 0, _ content: [UInt8]) -> [UInt8] {
    box(name, [version, 0, 0, 0] + content)
  }

  private var fileType: [UInt8] {
    Self.box("ftyp", Array(brand.utf8) + [0, 0, 0, 0] + Array("mif1avif".utf8))
  }

  /// A small picture for item 2 stands before the size and the turn of item 1.
  private var properties: [UInt8] {
    let small = Self.full("ispe", ByteOrder.big(1, 4) + ByteOrder.big(1, 4))
    let large = Self.full("ispe", ByteOrder.big(width, 4) + ByteOrder.big(height, 4))
    let turn = turns.map { Self.box("irot", [$0]) } ?? []
    let first: [UInt8] = [0, 1] + (turns == nil ? [1, 2] : [2, 2, 0x83])
    let table = Self.full("ipma", ByteOrder.big(2, 4) + [0, 2, 1, 1] + first)
    return Self.box("iprp", Self.box("ipco", small + large + turn) + table)
  }

  private func meta(pixelsAt offset: Int) -> [UInt8] {
    let place =
      [0x44, 0x00, 0, 1, 0, 1, 0, 0, 0, 1] + ByteOrder.big(offset, 4)
      + ByteOrder.big(pixels.count, 4)
    return Self.full(
      "meta",
      Self.full("hdlr", [0, 0, 0, 0] + Array("pict".utf8) + [UInt8](repeating: 0, count: 13))
        + Self.full("pitm", [0, 1]) + Self.full("iloc", place) + properties)
  }

  private var movie: [UInt8] {
    let size = ByteOrder.big(width << 16, 4) + ByteOrder.big(height << 16, 4)
    let head = Self.full("tkhd", [UInt8](repeating: 0, count: 72) + size)
    let sizes = Self.full("stsz", ByteOrder.big(4, 4) + ByteOrder.big(samples, 4))
    let media = Self.box("mdia", Self.box("minf", Self.box("stbl", sizes)))
    return Self.box("moov", Self.box("trak", head + media))
  }

  private var pixelBox: [UInt8] {
    switch pixelHead {
    case .short: Self.box("mdat", pixels)
    case .long:
      ByteOrder.big(1, 4) + Array("mdat".utf8) + ByteOrder.big(pixels.count + 16, 8) + pixels
    case .toTheEnd: ByteOrder.big(0, 4) + Array("mdat".utf8) + pixels
    }
  }

  var bytes: [UInt8] {
    let before = fileType + (samples > 0 ? movie : [])
    let start = before.count + (hasMeta ? meta(pixelsAt: 0).count : 0)
    let head = pixelHead == .long ? 16 : 8
    return before + (hasMeta ? meta(pixelsAt: start + head) : []) + pixelBox
  }
}
