/// A moment as days and clock of the calendar in UTC, worked out without any clock or library.
package struct UTCTime: Sendable, Equatable {
  /// Seconds since 1970.
  package let seconds: Int

  package init(_ seconds: Int) { self.seconds = seconds }

  /// Nil for a day or a time that does not exist.
  init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    // Counting years from March puts the leap day last.
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let days =
      365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (153 * marchMonth + 2) / 5 + day - 719_469
    self.seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
    guard date == (year, month, day) else { return nil }
  }

  /// Reads `2026-11-25T14:00:00Z`.
  init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x5A
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard bytes[range].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  /// `2026-11-25T14:00:00Z`.
  package var text: String { "\(dayText)T\(clock.hour):\(clock.minute):\(clock.second)Z" }

  /// `2026-11-25`.
  package var dayText: String {
    let (year, month, day) = date
    return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
  }

  /// `2026-11-25 14:00 UTC`.
  package var minuteText: String { "\(dayText) \(clock.hour):\(clock.minute) UTC" }

  var date: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  private var dayNumber: Int { (seconds - secondOfDay) / 86_400 }

  private var secondOfDay: Int { (seconds % 86_400 + 86_400) % 86_400 }

  private var clock: (hour: String, minute: String, second: String) {
    (padded(secondOfDay / 3_600), padded(secondOfDay / 60 % 60), padded(secondOfDay % 60))
  }

  private func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
