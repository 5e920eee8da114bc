import SourceText

/// A day of the calendar, checked.
package struct CalendarDay: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `2026-11-25`, `2026/11/25` and 「2026年11月25日」; nil for all else and for days that do not
  /// exist.
  package init?(_ text: some StringProtocol) {
    let digits = text.split { !$0.isASCII || !$0.isNumber }
    guard digits.count == 3, digits[0].count == 4, let year = Int(digits[0]),
      let month = Int(digits[1]), let day = Int(digits[2]),
      text.allSatisfy({ $0.isNumber || "-/.年月日 ".contains($0) }),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`.
  package var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The day on which somebody last tried what a page says, and where the page says so.
package struct CheckedDate: Sendable, Equatable {
  package let day: CalendarDay
  package let evidence: Evidence
}
