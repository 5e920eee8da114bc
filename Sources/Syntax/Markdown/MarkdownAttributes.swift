import SourceText

/// Words in braces behind a heading or a picture: `{#id .class width="300"}`.
struct MarkdownAttributes {
  private(set) var id: SourceRange?
  private(set) var values: [String: SourceRange] = [:]
  /// Where they end in the file.
  private(set) var end: Int

  /// Those that begin at an offset of the file; nil where what stands there is something else.
  init?(at start: Int, in bytes: [UInt8], end limit: Int) {
    var index = start + 1
    guard start < limit, bytes[start] == UInt8(ascii: "{") else { return nil }
    if index < limit, bytes[index] == UInt8(ascii: ":") { index += 1 }
    end = limit
    var isEmpty = true
    while index < limit {
      while index < limit, isBlank(bytes[index]) { index += 1 }
      guard index < limit else { return nil }
      if bytes[index] == UInt8(ascii: "}") {
        guard !isEmpty else { return nil }
        end = index + 1
        return
      }
      isEmpty = false
      let mark = bytes[index]
      let from = index
      while index < limit, !isBlank(bytes[index]), !"={}".utf8.contains(bytes[index]) { index += 1 }
      guard index > from else { return nil }
      if mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") {
        guard index > from + 1 else { return nil }
        if mark == UInt8(ascii: "#"), id == nil { id = SourceRange(from + 1, index) }
        continue
      }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { return nil }
      let key = String(decoding: bytes[from..<index], as: UTF8.self).lowercased()
      index += 1
      guard let value = Self.value(at: index, in: bytes, end: limit) else { return nil }
      values[key] = value.range
      index = value.end
    }
    return nil
  }

  private static func value(
    at start: Int, in bytes: [UInt8], end limit: Int
  ) -> (range: SourceRange, end: Int)? {
    guard start < limit else { return nil }
    var index = start
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < limit, bytes[index] != quote { index += 1 }
      return index < limit ? (SourceRange(start + 1, index), index + 1) : nil
    }
    while index < limit, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "}") { index += 1 }
    return (SourceRange(start, index), index)
  }
}

extension Image.Size {
  /// A size as authors write it in words: `300`, `300px`, `50%`.
  static func written(width: String?, height: String?) -> Image.Size? {
    func pixels(_ text: String?) -> Int? {
      guard let text else { return nil }
      return Int(text.hasSuffix("px") ? text.dropLast(2) : text[...]).flatMap {
        (1...10_000).contains($0) ? $0 : nil
      }
    }
    if let width, width.hasSuffix("%"), let percent = Int(width.dropLast()),
      (1...100).contains(percent)
    {
      return .percent(percent)
    }
    guard let wide = pixels(width) else { return nil }
    return pixels(height).map { .pixels(width: wide, height: $0) } ?? .width(wide)
  }
}
