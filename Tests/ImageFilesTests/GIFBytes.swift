/// A GIF of pictures of one pixel.
struct GIFBytes {
  var width = 3
  var height = 2
  var pictures = 1
  /// Colours of their own for each picture.
  var hasLocalColours = false
  var left = 0
  var top = 0

  /// Codes for "clear", one pixel, "end" in three bits each.
  static let pixels: [UInt8] = [2, 2, 0x44, 1, 0]
  static let comment: [UInt8] = [0x21, 0xFE, 2, 0x68, 0x69, 0]
  static let colours: [UInt8] = [0, 0, 0, 0xFF, 0xFF, 0xFF]

  var picture: [UInt8] {
    [0x2C] + ByteOrder.little(left, 2) + ByteOrder.little(top, 2) + [1, 0, 1, 0]
      + (hasLocalColours ? [0x80] + Self.colours : [0]) + Self.pixels
  }

  var head: [UInt8] {
    Array("GIF89a".utf8) + ByteOrder.little(width, 2) + ByteOrder.little(height, 2) + [0x80, 0, 0]
      + Self.colours
  }

  var bytes: [UInt8] {
    head + Self.comment + (0..<pictures).flatMap { _ in [0x21, 0xF9, 4, 0, 5, 0, 0, 0] + picture }
      + [0x3B]
  }
}
