import ImageFiles
import Testing

/// Headers of pictures, each of 300 by 200 pixels.
@Suite struct PixelSizeTests {
  static let files: [(String, [UInt8])] = [
    (
      "PNG",
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 1, 0x2C, 0, 0, 0, 200]
    ),
    ("GIF", Array("GIF89a".utf8) + [0x2C, 1, 200, 0]),
    (
      "JPEG",
      [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0, 200,
        1, 0x2C, 3, 1, 2,
      ]
    ),
    (
      "WebP",
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0]
        + [0x2B, 1, 0, 199, 0, 0]
    ),
    (
      "WebP without loss",
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [9, 0, 0, 0, 0x2F]
        + [0x2B, 0xC1, 0x31, 0] + [0, 0, 0, 0, 0]
    ),
    ("SVG", Array("<?xml?><svg xmlns=\"x\" width=\"300\" height=\"200px\">".utf8)),
    ("SVG with a box", Array("<svg viewBox=\"0 0 300 200\">".utf8)),
  ]

  @Test(arguments: files.indices)
  func isRead(_ index: Int) {
    let (name, bytes) = Self.files[index]
    let size = PixelSize(bytes)
    #expect(size?.width == 300 && size?.height == 200, "\(name): \(String(describing: size))")
  }

  @Test func whatIsCutOffHasNoSize() {
    for (_, bytes) in Self.files {
      for count in 0..<min(bytes.count, 12) {
        #expect(PixelSize(Array(bytes.prefix(count))) == nil)
      }
    }
    #expect(PixelSize(Array("<!DOCTYPE html><html>".utf8)) == nil)
    #expect(PixelSize([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100)) == nil)
  }
}
