/// What YukiWiki and PyukiWiki keep about a page in their `info` folder, `key=value` on each line.
///
/// PyukiWiki counts seconds: `LastModifiedTime`, and `UpdateTime` for changes that are to leave no
/// trace. YukiWiki writes words: `LastModified=Mon Jan  2 15:04:05 2006`.
struct PageRecord: Equatable {
  let modified: WikiDate?

  init(_ bytes: [UInt8]) {
    var values: [Substring: Substring] = [:]
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    func seconds(_ key: Substring) -> WikiDate? {
      values[key].flatMap { Int($0) }.flatMap { $0 > 0 ? WikiDate(seconds: $0) : nil }
    }
    modified =
      seconds("LastModifiedTime") ?? values["LastModified"].flatMap { Self.date(inWords: $0) }
      ?? seconds("UpdateTime")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Mon Jan  2 15:04:05 2006`, by a clock in Japan.
  private static func date(inWords text: Substring) -> WikiDate? {
    let words = text.split(separator: " ")
    guard words.count == 5, let month = months.firstIndex(of: String(words[1])),
      let day = Int(words[2]), let year = Int(words[4])
    else { return nil }
    let time = words[3].split(separator: ":").map { Int($0) ?? -1 }
    guard time.count == 3 else { return nil }
    return WikiDate(
      year: year, month: month + 1, day: day, hour: time[0], minute: time[1], second: time[2])
  }
}
