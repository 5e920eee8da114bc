import SourceText

/// What an author says of a page in lines before its text, a small part of YAML or TOML.
///
/// ```
/// front matter = "---" line { field } ("---" | "...") line | "+++" line { field } "+++" line
/// field        = key (":" | "=") [ value | "[" value { "," value } "]" ] line { "- " value line }
/// value        = '"' … '"' | "'" … "'" | text
/// ```
/// Values of other shapes belong to other tools: their fields are there without values.
struct MarkdownFrontMatter {
  private(set) var fields: [FrontMatterField] = []
  /// Where the page's text begins.
  private(set) var end: Int

  init(_ file: SourceFile) {
    end = file.textStart
    let bytes = file.bytes
    guard let mark = Self.mark(at: file.textStart, in: bytes) else { return }
    var lines: [SourceRange] = []
    var start = Self.behind(file.line(around: file.textStart), in: bytes)
    while start < bytes.count {
      let line = file.line(around: start)
      let words = trimmed(line, in: bytes.span)
      if words.count == 3,
        Self.mark(at: words.lower, in: bytes) == mark
          || mark == UInt8(ascii: "-")
            && matches("...", at: words.lower, in: bytes.span, end: words.upper)
      {
        read(lines, in: bytes, separator: mark == UInt8(ascii: "-") ? ":" : "=")
        // Lines without a field between two rules are text.
        if !fields.isEmpty { end = Self.behind(line, in: bytes) }
        return
      }
      lines.append(line)
      start = Self.behind(line, in: bytes)
    }
  }

  /// The mark that opens and closes, where three of it are all of a line.
  private static func mark(at start: Int, in bytes: [UInt8]) -> UInt8? {
    for mark in [UInt8(ascii: "-"), UInt8(ascii: "+")] {
      let count = Syntax.run(of: mark, at: start, in: bytes.span, end: bytes.count)
      var index = start + count
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      if count == 3, index == bytes.count || bytes[index] == UInt8(ascii: "\n") { return mark }
    }
    return nil
  }

  private static func behind(_ line: SourceRange, in bytes: [UInt8]) -> Int {
    var index = line.upper
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, bytes.count)
  }

  private mutating func read(_ lines: [SourceRange], in bytes: [UInt8], separator: Character) {
    let separator = separator.asciiValue ?? 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      var keyEnd = line.lower
      while keyEnd < line.upper, isWord(bytes[keyEnd]) || bytes[keyEnd] == UInt8(ascii: "-") {
        keyEnd += 1
      }
      let key = SourceRange(line.lower, keyEnd)
      var colon = keyEnd
      while colon < line.upper, isBlank(bytes[colon]) { colon += 1 }
      guard !key.isEmpty, bytes[key.lower] != UInt8(ascii: "-"), colon < line.upper,
        bytes[colon] == separator
      else { continue }
      let written = trimmed(SourceRange(colon + 1, line.upper), in: bytes.span)
      var values = Self.values(written, in: bytes)
      var range = line
      if written.isEmpty {
        while index < lines.count, let item = Self.item(lines[index], in: bytes) {
          values.append(item)
          range = range.union(lines[index])
          index += 1
        }
      }
      fields.append(FrontMatterField(key: key, values: values, range: range))
    }
  }

  /// The value of a line `- value`.
  private static func item(_ line: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    let words = trimmed(line, in: bytes.span)
    guard words.count > 2, bytes[words.lower] == UInt8(ascii: "-"), isBlank(bytes[words.lower + 1])
    else { return nil }
    return value(SourceRange(words.lower + 1, words.upper), in: bytes)
  }

  private static func values(_ written: SourceRange, in bytes: [UInt8]) -> [SourceRange] {
    guard !written.isEmpty else { return [] }
    switch bytes[written.lower] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "&"),
      UInt8(ascii: "*"):
      return []
    case UInt8(ascii: "["):
      var close = written.upper
      while close > written.lower, bytes[close - 1] != UInt8(ascii: "]") { close -= 1 }
      guard close > written.lower + 1 else { return [] }
      return list(SourceRange(written.lower + 1, close - 1), in: bytes)
    default: return [value(written, in: bytes)].compactMap { $0 }
    }
  }

  /// Values between commas that stand in no quotation marks.
  private static func list(_ written: SourceRange, in bytes: [UInt8]) -> [SourceRange] {
    var values: [SourceRange] = []
    var start = written.lower
    var quote: UInt8?
    for offset in written.lower..<written.upper {
      let byte = bytes[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ",") {
        if let value = value(SourceRange(start, offset), in: bytes) { values.append(value) }
        start = offset + 1
      }
    }
    if let value = value(SourceRange(start, written.upper), in: bytes) { values.append(value) }
    return values
  }

  /// One value without its quotation marks or a comment behind it; nil where nothing is there.
  private static func value(_ written: SourceRange, in bytes: [UInt8]) -> SourceRange? {
    let words = trimmed(written, in: bytes.span)
    guard !words.isEmpty else { return nil }
    let first = bytes[words.lower]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      var close = words.lower + 1
      while close < words.upper, bytes[close] != first { close += 1 }
      return SourceRange(words.lower + 1, close)
    }
    var end = words.lower
    while end < words.upper {
      if bytes[end] == UInt8(ascii: "#"), end == words.lower || isBlank(bytes[end - 1]) { break }
      end += 1
    }
    let value = trimmed(SourceRange(words.lower, end), in: bytes.span)
    return value.isEmpty ? nil : value
  }
}
