/// A grey JPEG in blocks of 8 by 8 pixels, each of which takes two bits.
struct JPEGBytes {
  var width = 16
  var height = 8
  var orientation: Int?
  var isProgressive = false
  /// Blocks between restarts; 0 for none.
  var restart = 0
  var afterFrame: [UInt8] = []

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + ByteOrder.big(content.count + 2, 2) + content
  }

  static func exif(orientation: Int, isLittle: Bool) -> [UInt8] {
    let order = isLittle ? ByteOrder.little : ByteOrder.big
    let other = order(0x0110, 2) + order(2, 2) + order(4, 4) + order(0, 4)
    let entry = order(0x0112, 2) + order(3, 2) + order(1, 4) + order(orientation, 2) + [0, 0]
    let head = Array(isLittle ? "II".utf8 : "MM".utf8) + order(42, 2) + order(8, 4)
    return segment(
      0xE1, Array("Exif\0\0".utf8) + head + order(2, 2) + other + entry + order(0, 4))
  }

  var frame: [UInt8] {
    let size = ByteOrder.big(height, 2) + ByteOrder.big(width, 2)
    return Self.segment(isProgressive ? 0xC2 : 0xC0, [8] + size + [1, 1, 0x11, 0])
  }

  /// One code each: no change of light, no detail.
  static let tables =
    segment(0xC4, [0, 1] + [UInt8](repeating: 0, count: 15) + [0])
    + segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])

  private var scans: [UInt8] {
    if isProgressive {
      let first = Self.segment(0xDA, [1, 1, 0, 0, 0, 0]) + [0x3F]
      return first + Self.tables + Self.segment(0xDA, [1, 1, 0, 1, 63, 0]) + [0x3F]
    }
    let pixels: [UInt8] = restart > 0 ? [0x3F, 0xFF, 0xD0, 0x3F] : [0x0F]
    return Self.segment(0xDA, [1, 1, 0, 0, 63, 0]) + pixels
  }

  var bytes: [UInt8] {
    let start: [UInt8] = [0xFF, 0xD8]
    let exif = orientation.map { Self.exif(orientation: $0, isLittle: $0 % 2 == 0) } ?? []
    let quantities = Self.segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    let interval = restart > 0 ? Self.segment(0xDD, ByteOrder.big(restart, 2)) : []
    // Before a marker there may be any number of FF.
    let head = start + exif + quantities + [0xFF, 0xFF] + frame + afterFrame
    return head + interval + Self.tables + scans + [0xFF, 0xD9]
  }
}
