import SourceText

/// The wiki's own word on when pages were changed.
///
/// ```
/// cache/recent.dat   seconds TAB name
/// RecentChanges      "-" date [" - "] ("[[" name "]]" | name) [" - " subject]
/// ```
struct RecentChanges {
  private var dates: [String: WikiDate] = [:]

  subscript(name: String) -> WikiDate? { dates[name] }

  mutating func read(cache text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let seconds = Int(parts[0]) else { continue }
      add(WikiDate(seconds: seconds), to: String(parts[1]))
    }
  }

  mutating func read(page text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("-") {
      guard let date = WikiDate(in: line), let name = Self.name(in: line) else { continue }
      add(date, to: name)
    }
  }

  /// The newest counts.
  private mutating func add(_ date: WikiDate, to name: String) {
    if let known = dates[name], known > date { return }
    dates[name] = date
  }

  /// What stands behind the time of day: in brackets, or up to a space where there are none.
  private static func name(in line: Substring) -> String? {
    guard let end = endOfTime(line) else { return nil }
    var rest = line[end...].drop { $0 == " " }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    if rest.hasPrefix("[["), let close = rest.firstRange(of: "]]") {
      rest = rest[..<close.lowerBound].dropFirst(2)
    } else {
      rest = rest.prefix { $0 != " " }
    }
    return rest.isEmpty ? nil : String(rest)
  }

  /// Where `15:04:05` ends.
  private static func endOfTime(_ line: Substring) -> Substring.Index? {
    let bytes = Array(line.utf8)
    let isDigit = { (index: Int) in bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    guard bytes.count >= 8 else { return nil }
    for start in 0...(bytes.count - 8) {
      let digits = [0, 1, 3, 4, 6, 7].allSatisfy { isDigit(start + $0) }
      if digits, bytes[start + 2] == UInt8(ascii: ":"), bytes[start + 5] == UInt8(ascii: ":") {
        return line.utf8.index(line.utf8.startIndex, offsetBy: start + 8)
      }
    }
    return nil
  }
}
