import SourceText

/// Where `text`, which is ASCII, stands first from an offset; nil where it does not.
func find(_ text: StaticString, from start: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
  let count = text.utf8CodeUnitCount
  guard count > 0, start >= 0 else { return nil }
  let first = text.withUTF8Buffer { $0[0] }
  var index = start
  while index + count <= end {
    if bytes[index] == first, matches(text, at: index, in: bytes, end: end) { return index }
    index += 1
  }
  return nil
}

/// Where a byte stands first from an offset; nil where it does not.
func find(_ byte: UInt8, from start: Int, in bytes: Span<UInt8>, end: Int) -> Int? {
  let end = min(end, bytes.count)
  var index = max(start, 0)
  while index < end {
    if bytes[unchecked: index] == byte { return index }
    index += 1
  }
  return nil
}

/// Whether `text`, which is ASCII in small letters, stands at an offset in letters of any case.
func matchesInAnyCase(
  _ text: StaticString, at offset: Int, in bytes: Span<UInt8>, end: Int
) -> Bool {
  let count = text.utf8CodeUnitCount
  guard offset + count <= end else { return false }
  return text.withUTF8Buffer { pattern in
    for index in 0..<count where folded(bytes[offset + index]) != pattern[index] { return false }
    return true
  }
}

/// Whether a range is `text`, which is ASCII in small letters, in letters of any case.
func spells(_ range: SourceRange, _ text: StaticString, in bytes: Span<UInt8>) -> Bool {
  range.count == text.utf8CodeUnitCount
    && matchesInAnyCase(text, at: range.lower, in: bytes, end: range.upper)
}

/// A letter of ASCII as a small one, any other byte as it is.
func folded(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

/// The text of a short range: names by which things are looked up, never running text.
func text(_ range: SourceRange, in bytes: Span<UInt8>) -> String {
  var text: [UInt8] = []
  for index in range.lower..<range.upper { text.append(bytes[index]) }
  return String(decoding: text, as: UTF8.self)
}

/// The same in small letters.
func foldedText(_ range: SourceRange, in bytes: Span<UInt8>) -> String {
  text(range, in: bytes).lowercased()
}

/// The range without white space and line ends at its ends.
func trimmedOfLines(_ range: SourceRange, in bytes: Span<UInt8>) -> SourceRange {
  var start = range.lower
  var end = range.upper
  while start < end, bytes[start] <= 0x20 { start += 1 }
  while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
  return SourceRange(start, end)
}

/// The line that begins at an offset, without its line end.
func line(at start: Int, in bytes: Span<UInt8>, end: Int) -> SourceRange {
  var index = start
  while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  while index > start, bytes[index - 1] == UInt8(ascii: "\r") { index -= 1 }
  return SourceRange(start, index)
}

/// Where the line behind a line begins.
func startOfLine(behind line: SourceRange, in bytes: Span<UInt8>, end: Int) -> Int {
  var index = line.upper
  while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  return min(index + 1, max(end, line.upper))
}

/// The lines of a range, without their ends.
func lines(of range: SourceRange, in bytes: Span<UInt8>) -> [SourceRange] {
  var result: [SourceRange] = []
  var start = range.lower
  while start < range.upper {
    let line = line(at: start, in: bytes, end: range.upper)
    result.append(line)
    start = startOfLine(behind: line, in: bytes, end: range.upper)
  }
  return result
}

/// Decimal digits as a number up to 9999; nil where anything else stands.
func number(_ range: SourceRange, in bytes: Span<UInt8>) -> Int? {
  PukiWikiPlugins.number(range, in: bytes)
}
