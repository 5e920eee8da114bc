import ArgumentParser
import SourceText

/// The date that published data bears, `YYYY-MM-DD`: the one place that asks the clock.
struct AsOfDate: Equatable {
  let text: String

  /// Reads what the user wrote after `--as-of`.
  init(option written: String) throws {
    guard Self.isDate(written) else {
      throw ValidationError("'\(written.escapingControls)' is not a date such as 2025-12-31")
    }
    text = written
  }

  init(secondsSinceEpoch seconds: Int) {
    let day = (seconds - (((seconds % 86_400) + 86_400) % 86_400)) / 86_400
    text = Self.text(daysSinceEpoch: day)
  }

  /// The date for a run without `--as-of`: that of `SOURCE_DATE_EPOCH`, else today's, both in UTC.
  /// Reports a variable that is no number, and ends the run.
  static func standard() throws(ExitCode) -> AsOfDate {
    guard let epoch = StandardStreams.variable("SOURCE_DATE_EPOCH") else {
      return AsOfDate(secondsSinceEpoch: StandardStreams.secondsSinceEpoch)
    }
    // The last second of the year 9999.
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
      RunReporter.reportFault(
        "SOURCE_DATE_EPOCH is '\(epoch)', not a number of seconds since 1970")
      throw .wrongUsage
    }
    return AsOfDate(secondsSinceEpoch: seconds)
  }

  /// The day so many days later, or earlier.
  func adding(days: Int) -> AsOfDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return self }
    // Days since 1970, counted month by month.
    var count = parts[2] - 1 + days
    for month in 1..<parts[1] { count += Self.daysIn(month: month, year: parts[0]) }
    for year in min(1970, parts[0])..<max(1970, parts[0]) {
      let length = Self.daysIn(month: 2, year: year) + 337
      count += parts[0] >= 1970 ? length : -length
    }
    return AsOfDate(secondsSinceEpoch: count * 86_400)
  }

  private static func isDate(_ written: String) -> Bool {
    let bytes = Array(written.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (bytes[0..<4] + bytes[5..<7] + bytes[8...]).allSatisfy(digits.contains) else {
      return false
    }
    let parts = written.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, parts[0] > 0, (1...12).contains(parts[1]) else { return false }
    return (1...daysIn(month: parts[1], year: parts[0])).contains(parts[2])
  }

  private static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func text(daysSinceEpoch days: Int) -> String {
    var year = 1970
    var rest = days
    func length(_ year: Int) -> Int { daysIn(month: 2, year: year) + 337 }
    while rest < 0 {
      year -= 1
      rest += length(year)
    }
    while rest >= length(year) {
      rest -= length(year)
      year += 1
    }
    var month = 1
    while rest >= daysIn(month: month, year: year) {
      rest -= daysIn(month: month, year: year)
      month += 1
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(rest + 1, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
