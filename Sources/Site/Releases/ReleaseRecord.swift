import GuideModel

/// What is known of a release besides its files; a text beside the site, a line a fact.
package struct ReleaseRecord: Sendable, Equatable {
  /// The date that the release's data bears.
  package var asOf: String
  package var pages = 0
  package var clients = 0
  package var guides = 0

  static let file = "release.txt"

  init(asOf: String, _ report: BuildReport) {
    self.asOf = asOf
    (pages, clients, guides) = (report.pages, report.clients, report.guides)
  }

  /// Nil where the date is missing or none; what else is not understood counts as nothing.
  init?(text: String) {
    var values: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      values[line[..<space]] = line[line.index(after: space)...]
    }
    guard let day = values["as-of"].flatMap({ CalendarDay($0) }) else { return nil }
    asOf = day.text
    func number(_ key: Substring) -> Int { max(0, values[key].flatMap { Int($0) } ?? 0) }
    (pages, clients, guides) = (number("pages"), number("clients"), number("guides"))
  }

  var text: String {
    "as-of \(asOf)\npages \(pages)\nclients \(clients)\nguides \(guides)\n"
  }
}
