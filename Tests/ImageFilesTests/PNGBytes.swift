import CZlib

/// A PNG as programs write it, chunk by chunk.
struct PNGBytes {
  var width = 3
  var height = 2
  var depth: UInt8 = 8
  var colour: UInt8 = 2
  var beforePixels: [UInt8] = []
  var afterPixels: [UInt8] = []
  /// In how many chunks the pixels come.
  var pixelChunks = 2

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var header: [UInt8] {
    Self.chunk(
      "IHDR", ByteOrder.big(width, 4) + ByteOrder.big(height, 4) + [depth, colour, 0, 0, 0])
  }

  var pixels: [UInt8] {
    let rows = [UInt8](repeating: 0, count: min(10_000, height * (1 + 3 * width)))
    let packed = Self.packed(rows)
    let cut = pixelChunks > 1 ? packed.count / 2 : packed.count
    let rest = Array(packed[cut...])
    return Self.chunk("IDAT", Array(packed[..<cut]))
      + (rest.isEmpty ? [] : Self.chunk("IDAT", rest))
  }

  var bytes: [UInt8] {
    Self.signature + header + beforePixels + pixels + afterPixels + Self.chunk("IEND", [])
  }

  /// Offsets at which chunks begin.
  static func chunkStarts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var position = 8
    while position < bytes.count {
      starts.append(position)
      position += 12 + bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    return starts
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    let checksum = crc32_z(0, named, named.count)
    return ByteOrder.big(content.count, 4) + named + ByteOrder.big(Int(checksum), 4)
  }

  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    let code = compress(&packed, &count, bytes, UInt(bytes.count))
    precondition(code == Z_OK)
    return Array(packed.prefix(Int(count)))
  }
}
