/// How large browsers show an SVG: its width and height, else its box of view.
enum SVGSize {
  private static let width = XMLName.hash("width")
  private static let height = XMLName.hash("height")
  private static let viewBox = XMLName.hash("viewBox")

  private static let pixelsPerUnit: [String: Double] = [
    "": 1, "px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
    "q": 96 / 101.6, "em": 16, "rem": 16, "ex": 8, "ch": 8,
  ]

  /// - Returns: nil where neither says a size.
  static func pixels(
    _ attributes: [XMLReader.Attribute], in source: inout ByteSource
  ) -> (Int, Int)? {
    let box = numbers(text(viewBox, attributes, in: &source) ?? "")
    let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[3] / box[2] : nil
    let wide = length(text(width, attributes, in: &source))
    let high = length(text(height, attributes, in: &source))
    switch (wide, high, ratio) {
    case (let wide?, let high?, _): return rounded(wide, high)
    case (let wide?, nil, let ratio?): return rounded(wide, wide * ratio)
    case (nil, let high?, let ratio?): return rounded(high / ratio, high)
    case (nil, nil, .some): return rounded(box[2], box[3])
    default: return nil
    }
  }

  private static func text(
    _ name: UInt64, _ attributes: [XMLReader.Attribute], in source: inout ByteSource
  ) -> String? {
    let attribute = attributes.first { $0.name.prefix == 0 && $0.name.local == name }
    guard let range = attribute?.value, range.count <= 200 else { return nil }
    return String(decoding: source.bytes(at: range.lowerBound, atMost: range.count), as: UTF8.self)
  }

  /// A length in pixels; nil for shares of the page and units that are none.
  private static func length(_ text: String?) -> Double? {
    guard let text else { return nil }
    let word = text.split(whereSeparator: \.isWhitespace).first ?? ""
    let unitStart = word.lastIndex { $0.isNumber || $0 == "." }.map(word.index(after:))
    guard let unitStart, let factor = pixelsPerUnit[word[unitStart...].lowercased()] else {
      return nil
    }
    return number(word[..<unitStart]).map { $0 * factor }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0.isWhitespace || $0 == "," }.compactMap { number($0) }
  }

  /// `Double` reads more than SVG does: words for infinity, numbers to the base of 16.
  private static func number(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  /// Fractions of a pixel are shown, so that a small picture is not one without size.
  private static func rounded(_ width: Double, _ height: Double) -> (Int, Int)? {
    guard width < 1e9, height < 1e9 else { return (1_000_000_000, 1_000_000_000) }
    guard width > 0, height > 0 else { return (0, 0) }
    return (max(1, Int(width.rounded())), max(1, Int(height.rounded())))
  }
}
