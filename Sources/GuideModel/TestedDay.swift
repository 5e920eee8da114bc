/// Words such as 「2026-11-20 確認」 or `tested on 2026-11-20`: when somebody tried it.
enum TestedDay: Equatable {
  case day(CalendarDay)
  /// A month or a year: that it was tried is said, the day is not.
  case vague

  /// Reads a stretch that says nothing else; a day alone does not say what happened on it.
  static func read(
    _ text: Wording, _ range: Range<Int>, lexicon: SupportLexicon
  ) -> TestedDay? {
    var range = text.trimmed(range)
    var isWorded = false
    if let word = SupportLexicon.first(
      lexicon.tested, in: text.bytes, at: range.lowerBound, end: range.upperBound)
    {
      isWorded = true
      var lower = range.lowerBound + word.count
      while lower < range.upperBound, " :=".utf8.contains(text.bytes[lower]) { lower += 1 }
      range = lower..<range.upperBound
    }
    if let word = lexicon.tested.first(where: {
      text.bytes[range].reversed().starts(with: $0.reversed())
    }) {
      isWorded = true
      range = text.trimmed(range.lowerBound..<(range.upperBound - word.count))
    }
    // 「2026-11-20 に確認」.
    let particle = Array("に".utf8)
    if isWorded, text.bytes[range].reversed().starts(with: particle.reversed()) {
      range = text.trimmed(range.lowerBound..<(range.upperBound - particle.count))
    }
    guard isWorded, !range.isEmpty else { return nil }
    let words = String(decoding: text.bytes[range], as: UTF8.self)
    if let day = CalendarDay(words) { return .day(day) }
    return isVague(words) ? .vague : nil
  }

  /// `2025-11`, `2025`, 「2025年11月」.
  static func isVague(_ words: String) -> Bool {
    let digits = words.split { !$0.isASCII || !$0.isNumber }
    return (1...2).contains(digits.count) && digits[0].count == 4
      && words.allSatisfy { $0.isNumber || "-/.年月頃 ".contains($0) }
  }
}
