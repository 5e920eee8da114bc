/// The line at the top of a page in which PukiWiki notes who wrote it, and when.
///
/// ```
/// line = '#author("' date [";" date that is kept] '","' user '","' name '")'
/// date = YYYY-MM-DD "T" hh:mm:ss zone
/// ```
struct AuthorLine: Equatable {
  /// When the text was last changed: a change that keeps the date of the page says which it keeps.
  let date: WikiDate
  /// East of Greenwich, in seconds; nil where the line names none.
  let zone: Int?

  private static let mark = Array("#author(\"".utf8)
  /// It stands on top, or behind marks such as `#freeze`.
  private static let lines = 5

  /// Finds the line in a page.
  init?(page bytes: [UInt8]) {
    for (line, _) in Lines(bytes).prefix(Self.lines) where bytes[line].starts(with: Self.mark) {
      let rest = bytes[line].dropFirst(Self.mark.count).prefix(128)
      let dates = rest.prefix { $0 != UInt8(ascii: "\"") }.split(separator: UInt8(ascii: ";"))
      guard let last = dates.last else { return nil }
      let text = String(decoding: last, as: UTF8.self)
      guard let date = WikiDate(in: text) else { return nil }
      self.date = date
      zone = Self.zone(text)
      return
    }
    return nil
  }

  /// What the same words in another zone would shift the moment by.
  private static func zone(_ text: String) -> Int? {
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let parts = text[sign...].dropFirst().split(separator: ":")
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0...14).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return text[sign] == "-" ? -seconds : seconds
  }
}
