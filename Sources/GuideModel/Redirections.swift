import SourceText
import Syntax

/// Pages that say nothing but where their text has gone: their names are former names of others.
package enum Redirections {
  /// Longer ways from name to name are not followed.
  private static let longestWay = 8

  private struct Place: Hashable {
    let house: String
    let name: String
  }

  /// The pages that have text, each with the names that lead to it. One that leads nowhere stays: its
  /// link is for the rules to look at.
  package static func resolved(_ pages: [PageReading]) -> [PageReading] {
    guard pages.contains(where: { $0.document.redirection != nil }) else { return pages }
    var places: [PageNaming: [Place: Int]] = [:]
    for naming in Set(pages.map(\.document.naming)) {
      places[naming] = Dictionary(
        pages.enumerated().map { (Place(house: $1.house, name: naming.key($1.name)), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    func next(_ page: PageReading) -> Int? {
      guard let written = page.document.redirection else { return nil }
      let naming = page.document.naming
      let text = page.document.file.text(written).prefix { $0 != "#" }
      return naming.pageNames(String(text), on: page.name).lazy
        .compactMap { places[naming]?[Place(house: page.house, name: naming.key($0))] }.first
    }
    var names: [Int: [String]] = [:]
    var gone: Set<Int> = []
    for (index, page) in pages.enumerated() where page.document.redirection != nil {
      var target = index
      for _ in 0..<longestWay {
        guard let found = next(pages[target]), found != index else { break }
        target = found
      }
      guard pages[target].document.redirection == nil else { continue }
      names[target, default: []].append(page.name)
      gone.insert(index)
    }
    return pages.enumerated().compactMap { index, page in
      if gone.contains(index) { return nil }
      return names[index].map { page.formerly($0) } ?? page
    }
  }
}
