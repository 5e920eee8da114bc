/// WebP files around two pictures of 3 by 2 pixels that a program has packed.
enum WebPBytes {
  static let lossy = riff(chunk("VP8 ", lossyPicture))
  static let lossless = riff(chunk("VP8L", losslessPicture))
  static let still = riff(canvas(flags: 8) + chunk("VP8L", losslessPicture) + chunk("EXIF", [1]))
  static let animated = riff(
    canvas(flags: 2) + chunk("ANIM", [0, 0, 0, 0, 0, 0]) + frame("VP8L", losslessPicture)
      + frame("VP8 ", lossyPicture))

  static let lossyPicture: [UInt8] = [
    0x90, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x03, 0x00, 0x02, 0x00, 0x01, 0x40, 0x26, 0x25, 0xA0, 0x02,
    0x74, 0xBA, 0x00, 0x03, 0x98, 0x00, 0xFE, 0xF5, 0x89, 0x1F, 0xE3, 0x79, 0xBC, 0xD6, 0xB5, 0xBF,
    0xFD, 0xFB, 0x4B, 0xFF, 0x02, 0x77, 0xFF, 0x02, 0x77, 0xFD, 0x0C, 0x00, 0x00, 0x00,
  ]
  static let losslessPicture: [UInt8] = [
    0x2F, 0x02, 0x40, 0x00, 0x00, 0x07, 0x50, 0x85, 0x22, 0xD7, 0xA3, 0xFF, 0x81, 0x88, 0xE8, 0x7F,
    0x00,
  ]

  static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + ByteOrder.little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + ByteOrder.little(content.count, 4) + content
      + (content.count % 2 == 1 ? [0] : [])
  }

  static func canvas(flags: UInt8, width: Int = 3, height: Int = 2) -> [UInt8] {
    let size = ByteOrder.little(width - 1, 3) + ByteOrder.little(height - 1, 3)
    return chunk("VP8X", [flags, 0, 0, 0] + size)
  }

  static func frame(
    _ name: String, _ picture: [UInt8], left: Int = 0, width: Int = 3
  ) -> [UInt8] {
    let place = ByteOrder.little(left / 2, 3) + [0, 0, 0]
    let size = ByteOrder.little(width - 1, 3) + ByteOrder.little(1, 3)
    return chunk("ANMF", place + size + [50, 0, 0, 0] + chunk(name, picture))
  }
}
