/// A moment that a wiki wrote down, and how exact its word is.
package struct WikiDate: Sendable, Hashable, Comparable {
  /// Since 1970, in UTC.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = min(max(seconds, Self.earliest), Self.latest) }

  /// From year 1 to year 9999: what can be printed.
  private static let earliest = -62_135_596_800 + 86_400
  private static let latest = 253_402_300_799 - 86_400

  /// Wikis of this family are Japanese: where none is written, the zone is nine hours east.
  package static let zone = 9 * 3600

  package static func < (left: WikiDate, right: WikiDate) -> Bool { left.seconds < right.seconds }

  /// `YYYY-MM-DD` in Japan.
  package var day: String {
    let parts = Self.parts(seconds + Self.zone)
    return Self.padded(parts.year, 4) + "-" + Self.padded(parts.month, 2) + "-"
      + Self.padded(parts.day, 2)
  }

  /// `YYYY-MM-DDThh:mm:ss+09:00`.
  package var iso8601: String {
    let local = seconds + Self.zone
    let rest = local - Self.days(local) * 86_400
    return day + "T" + Self.padded(rest / 3600, 2) + ":" + Self.padded(rest / 60 % 60, 2) + ":"
      + Self.padded(rest % 60, 2) + "+09:00"
  }

  /// - Returns: nil where a number is none of a date.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    zone: Int = WikiDate.zone
  ) {
    guard (1...9998).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      abs(zone) <= 86_400
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    // The 31st of a month of 30 days would be the first of the next.
    guard Self.parts(days * 86_400).month == month else { return nil }
    self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second - zone)
  }

  /// Reads the first date in a line: `2006-01-02`, perhaps `(月)` or `T`, perhaps `15:04:05`, perhaps
  /// `+09:00`. Slashes may stand for hyphens.
  package init?(in text: some StringProtocol) {
    let numbers = Self.numbers(in: text)
    let isDate = { (index: Int) in
      numbers[index].digits == 4 && "-/".utf8.contains(numbers[index + 1].sign)
        && numbers[index + 2].sign == numbers[index + 1].sign
    }
    guard let start = numbers.indices.dropLast(2).first(where: isDate) else { return nil }
    let rest = numbers[(start + 3)...]
    let hasTime = rest.count >= 2 && rest[start + 4].sign == UInt8(ascii: ":")
    let hasSeconds = hasTime && rest.count >= 3 && rest[start + 5].sign == UInt8(ascii: ":")
    self.init(
      year: numbers[start].value, month: numbers[start + 1].value, day: numbers[start + 2].value,
      hour: hasTime ? rest[start + 3].value : 0, minute: hasTime ? rest[start + 4].value : 0,
      second: hasSeconds ? rest[start + 5].value : 0,
      zone: hasSeconds ? Self.zone(rest.dropFirst(3)) : Self.zone)
  }

  /// A run of digits and the byte before it.
  private struct Number {
    var value: Int
    var digits: Int
    let sign: UInt8
  }

  private static func numbers(in text: some StringProtocol) -> [Number] {
    var numbers: [Number] = []
    var isOpen = false
    var last: UInt8 = 0
    for byte in text.utf8.prefix(512) {
      if byte >= 0x30, byte <= 0x39 {
        if !isOpen { numbers.append(Number(value: 0, digits: 0, sign: last)) }
        isOpen = true
        let value = numbers[numbers.count - 1].value
        numbers[numbers.count - 1].value = min(99_999, value * 10 + Int(byte - 0x30))
        numbers[numbers.count - 1].digits += 1
      } else {
        isOpen = false
      }
      last = byte
    }
    return numbers
  }

  /// `+09:00` as seconds.
  private static func zone(_ numbers: ArraySlice<Number>) -> Int {
    guard let hours = numbers.first, numbers.count >= 2,
      numbers[numbers.startIndex + 1].sign == UInt8(ascii: ":"), hours.digits == 2
    else { return zone }
    let seconds = (hours.value * 60 + numbers[numbers.startIndex + 1].value) * 60
    switch hours.sign {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return zone
    }
  }

  // MARK: - The calendar

  private static func days(_ seconds: Int) -> Int {
    seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// Days since 1970 of a day of the Gregorian calendar: years begin in March, so that the leap day
  /// is their last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func parts(_ seconds: Int) -> (year: Int, month: Int, day: Int) {
    let days = days(seconds) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
