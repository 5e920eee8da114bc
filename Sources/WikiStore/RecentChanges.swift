import SourceText

/// The wiki's own lists of changes, each line as it was written.
///
/// ```
/// cache/recent.dat   seconds TAB name
/// RecentChanges      "-" date " - " ["[ " actions " ] "] ("[[" name "]]" | name)     PukiWiki
///                    "- " date " " ("[[" name "]]" | name) ["  - " subject]          YukiWiki 2
/// date               YYYY-MM-DD " (" weekday ") " hh:mm:ss
/// ```
struct RecentChanges {
  /// What the cache says: seconds by the server's own clock.
  private(set) var stamps: [String: Int] = [:]
  /// What the page says.
  private(set) var dates: [String: WikiDate] = [:]

  /// The newest word on a page.
  func date(of name: String, clock: ServerClock) -> WikiDate? {
    let stamped = stamps[name].map(clock.moment)
    guard let stamped, let dated = dates[name] else { return stamped ?? dates[name] }
    return max(stamped, dated)
  }

  mutating func read(cache text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let seconds = Int(parts[0]), let name = Self.name(parts[1])
      else { continue }
      stamps[name] = max(seconds, stamps[name] ?? seconds)
    }
  }

  mutating func read(page text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("-") {
      guard let end = Self.endOfTime(line), let date = WikiDate(in: line[..<end]),
        let name = Self.name(behindDate: line[end...])
      else { continue }
      dates[name] = max(date, dates[name] ?? date)
    }
  }

  /// Where the first `hh:mm` or `hh:mm:ss` ends.
  private static func endOfTime(_ line: Substring) -> Substring.Index? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return line[colon...].firstIndex { $0 != ":" && !("0"..."9" ~= $0) } ?? line.endIndex
  }

  private static func name(behindDate rest: Substring) -> String? {
    guard rest.hasPrefix(" - ") else { return subjectedName(rest.drop { $0 == " " }) }
    let rest = rest.dropFirst(3)
    // Actions may stand before the name, so the last brackets count.
    if rest.hasSuffix("]]"), let start = rest.ranges(of: "[[").last {
      return name(rest[start.upperBound...].dropLast(2))
    }
    return name(rest[..<(rest.firstRange(of: " - ")?.lowerBound ?? rest.endIndex)])
  }

  /// A name that a subject may follow.
  private static func subjectedName(_ rest: Substring) -> String? {
    if rest.hasPrefix("[["), let end = rest.firstRange(of: "]]") {
      return name(rest[..<end.lowerBound].dropFirst(2))
    }
    return name(rest.prefix { $0 != " " })
  }

  private static func name(_ text: Substring) -> String? {
    var name = text.drop { $0 == " " }
    while name.last == " " { name.removeLast() }
    if name.hasPrefix("[["), name.hasSuffix("]]") { name = name.dropFirst(2).dropLast(2) }
    return name.isEmpty ? nil : String(name)
  }
}
