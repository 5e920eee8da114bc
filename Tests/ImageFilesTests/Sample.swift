import ImageFiles
import Testing

/// A sound file and what there is to know about it.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let format: ImageFormat
  let size: PixelSize
  let frames: Int

  var testDescription: String { name }

  init(
    _ name: String, _ format: ImageFormat, _ bytes: [UInt8], _ size: PixelSize = PixelSize(3, 2),
    frames: Int = 1
  ) {
    self.name = name
    self.bytes = bytes
    self.format = format
    self.size = size
    self.frames = frames
  }

  static let all = png + gif + jpeg + webp + avif + svg

  private static let png = [
    Sample("one.png", .png, PNGBytes().bytes),
    Sample(
      "colours.png", .png,
      PNGBytes(colour: 3, beforePixels: PNGBytes.chunk("PLTE", [1, 2, 3]), pixelChunks: 1).bytes),
    Sample(
      "frames.png", .png,
      PNGBytes(
        beforePixels: PNGBytes.chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])
          + PNGBytes.chunk("fcTL", [UInt8](repeating: 0, count: 26)),
        afterPixels: PNGBytes.chunk("fcTL", [UInt8](repeating: 0, count: 26))
          + PNGBytes.chunk("fdAT", [0, 0, 0, 1])
      ).bytes, frames: 2),
  ]

  private static let gif = [
    Sample("one.gif", .gif, GIFBytes().bytes),
    Sample("frames.gif", .gif, GIFBytes(pictures: 3, hasLocalColours: true).bytes, frames: 3),
    Sample("outside.gif", .gif, GIFBytes(left: 9, top: 4).bytes, PixelSize(10, 5)),
    Sample("screenless.gif", .gif, GIFBytes(width: 0, height: 0).bytes, PixelSize(1, 1)),
  ]

  private static let jpeg =
    [
      Sample("one.jpg", .jpeg, JPEGBytes().bytes, PixelSize(16, 8)),
      Sample("scans.jpg", .jpeg, JPEGBytes(isProgressive: true).bytes, PixelSize(16, 8)),
      Sample("restart.jpg", .jpeg, JPEGBytes(restart: 1).bytes, PixelSize(16, 8)),
    ]
    + (1...8).map {
      Sample(
        "held\($0).jpg", .jpeg, JPEGBytes(orientation: $0).bytes,
        $0 < 5 ? PixelSize(16, 8) : PixelSize(8, 16))
    }

  private static let webp = [
    Sample("lossy.webp", .webp, WebPBytes.lossy),
    Sample("lossless.webp", .webp, WebPBytes.lossless),
    Sample("canvas.webp", .webp, WebPBytes.still),
    Sample("frames.webp", .webp, WebPBytes.animated, frames: 2),
  ]

  private static let avif = [
    Sample("one.avif", .avif, AVIFBytes().bytes),
    Sample("turned.avif", .avif, AVIFBytes(turns: 1).bytes, PixelSize(2, 3)),
    Sample("upside-down.avif", .avif, AVIFBytes(turns: 2).bytes),
    Sample("other-brand.avif", .avif, AVIFBytes(brand: "mif1").bytes),
    Sample("long.avif", .avif, AVIFBytes(pixelHead: .long).bytes),
    Sample("to-the-end.avif", .avif, AVIFBytes(pixelHead: .toTheEnd).bytes),
    Sample("frames.avif", .avif, AVIFBytes(brand: "avis", samples: 4).bytes, frames: 4),
    Sample(
      "film.avif", .avif, AVIFBytes(brand: "avis", hasMeta: false, samples: 4).bytes, frames: 4),
  ]

  private static let svg = [
    Sample("one.svg", .svg, SVGText.drawing("width=\"3\" height=\"2\"")),
    Sample("box.svg", .svg, SVGText.drawing("viewBox=\"0 0 3 2\"")),
    Sample("marked.svg", .svg, [0xEF, 0xBB, 0xBF] + SVGText.drawing("viewBox='0,0,3,2'")),
    Sample("little.svg", .svg, SVGText.wide(SVGText.drawing("viewBox='0 0 3 2'"), .little)),
    Sample("big.svg", .svg, SVGText.wide(SVGText.drawing("viewBox='0 0 3 2'"), .big)),
  ]
}
