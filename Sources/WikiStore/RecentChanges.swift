import SourceText

/// The wiki's own word on when pages were changed.
///
/// ```
/// cache/recent.dat   seconds TAB name
/// RecentChanges      "-" date " - " ("[[" name "]]" | name)
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

  private static func name(in line: Substring) -> String? {
    guard let dash = line.firstRange(of: " - ") else { return nil }
    var name = line[dash.upperBound...]
    if name.hasPrefix("[["), let end = name.firstRange(of: "]]") {
      name = name[..<end.lowerBound].dropFirst(2)
    } else if let end = name.firstRange(of: " - ") {
      // A subject follows.
      name = name[..<end.lowerBound]
    }
    let trimmed = name.drop { $0 == " " }.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? nil : trimmed
  }
}
