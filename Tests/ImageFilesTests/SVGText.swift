/// Drawings in text.
enum SVGText {
  enum ByteOrder { case little, big }

  /// - Parameter attributes: those of the outermost element besides its namespace.
  static func drawing(
    _ attributes: String, before: String = "", inside: String = "<g><path d=\"M0 0\"/>é</g>"
  ) -> [UInt8] {
    Array(
      "\(before)<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(inside)</svg>".utf8)
  }

  /// The same in UTF-16, with a mark.
  static func wide(_ bytes: [UInt8], _ order: ByteOrder) -> [UInt8] {
    ("\u{FEFF}" + String(decoding: bytes, as: UTF8.self)).utf16.flatMap {
      let pair = [UInt8($0 >> 8), UInt8($0 & 255)]
      return order == .big ? pair : pair.reversed()
    }
  }
}
