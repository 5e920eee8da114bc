/// The size of a picture as its file says it, in pixels.
///
/// Walks the chunks of a file's header and decodes nothing.
package struct PixelSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// No screen shows more.
  private static let largest = 30_000

  package init(_ width: Int, _ height: Int) {
    self.width = width
    self.height = height
  }

  /// - Parameter bytes: the file, or as much of its beginning as there is.
  /// - Returns: nil where the bytes are no PNG, GIF, JPEG, WebP or SVG, or say no sensible size.
  package init?(_ bytes: [UInt8]) {
    guard
      let (width, height) = Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes)
        ?? Self.webP(bytes) ?? Self.svg(bytes),
      (1...Self.largest).contains(width), (1...Self.largest).contains(height)
    else { return nil }
    self.width = width
    self.height = height
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24
    else { return nil }
    return (bigEndian(bytes, at: 16, count: 4), bigEndian(bytes, at: 20, count: 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: Array("GIF8".utf8)), bytes.count >= 10 else { return nil }
    return (littleEndian(bytes, at: 6, count: 2), littleEndian(bytes, at: 8, count: 2))
  }

  /// The frame that says the size stands behind any number of other segments.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return (
          bigEndian(bytes, at: index + 7, count: 2), bigEndian(bytes, at: index + 5, count: 2)
        )
      }
      index += 2 + max(2, bigEndian(bytes, at: index + 2, count: 2))
    }
    return nil
  }

  private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X":
      return (
        littleEndian(bytes, at: 24, count: 3) + 1, littleEndian(bytes, at: 27, count: 3) + 1
      )
    case "VP8L":
      let bits = littleEndian(bytes, at: 21, count: 4)
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8 ":
      return (
        littleEndian(bytes, at: 26, count: 2) & 0x3FFF,
        littleEndian(bytes, at: 28, count: 2) & 0x3FFF
      )
    default: return nil
    }
  }

  /// `width` and `height` of the outermost element, else the last two numbers of its `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start.upperBound..<end]
    if let width = number(of: "width", in: tag), let height = number(of: "height", in: tag) {
      return (width, height)
    }
    let box = value(of: "viewBox", in: tag)?.split { " ,".contains($0) }.compactMap { Double($0) }
    guard let box, box.count == 4, box[2].magnitude < 1e6, box[3].magnitude < 1e6 else {
      return nil
    }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  private static func number(of name: String, in tag: Substring) -> Int? {
    guard var value = value(of: name, in: tag) else { return nil }
    if value.hasSuffix("px") { value = value.dropLast(2) }
    return Double(value).flatMap { $0.magnitude < 1e6 ? Int($0.rounded()) : nil }
  }

  private static func value(of name: String, in tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return tag[start.upperBound...].prefix { $0 != "\"" }
  }

  private static func bigEndian(_ bytes: [UInt8], at index: Int, count: Int) -> Int {
    bytes[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func littleEndian(_ bytes: [UInt8], at index: Int, count: Int) -> Int {
    bytes[index..<(index + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
