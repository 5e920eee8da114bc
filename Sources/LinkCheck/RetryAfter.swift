/// How long a server asks to be left alone: `Retry-After: 120`, or a date in one of HTTP's forms.
enum RetryAfter {
  /// The seconds from `now` on, never less than none; nil where the text says nothing.
  static func seconds(_ text: String, now: Int) -> Int? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if !trimmed.isEmpty, trimmed.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      // More digits than a number has: a very long time.
      return Int(trimmed) ?? .max
    }
    return date(trimmed).map { max(0, $0.seconds - now) }
  }

  /// `Wed, 25 Nov 2026 14:00:00 GMT`, `Wednesday, 25-Nov-26 14:00:00 GMT`,
  /// `Wed Nov 25 14:00:00 2026`.
  static func date(_ text: String) -> UTCTime? {
    let words = text.split { " ,-".contains($0) }.map(String.init)
    let isOldForm = words.count == 5
    guard words.count == 6 || isOldForm,
      let month = months.firstIndex(of: words[isOldForm ? 1 : 2].lowercased()),
      let day = Int(words[isOldForm ? 2 : 1]), var year = Int(words[isOldForm ? 4 : 3])
    else { return nil }
    // Two digits are of the last fifty years or the next.
    if (0..<100).contains(year) { year += year < 70 ? 2_000 : 1_900 }
    let clock = words[isOldForm ? 3 : 4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return UTCTime(
      year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1], second: clock[2])
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
