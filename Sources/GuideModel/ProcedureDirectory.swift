import SourceText
import Syntax

/// Finds the guide or procedure that words such as "the Outlook 2013 instructions" mean.
package struct ProcedureDirectory: Sendable {
  /// What words led to.
  package struct Match: Sendable {
    package let guide: Guide
    /// The procedure that is meant where the words name one of several.
    package let procedure: Int?
    /// Whether the words only resemble the name that was found.
    package let isLoose: Bool
  }

  private struct Entry: Sendable {
    let name: String
    let guide: Int
    let procedure: Int?
  }

  private let guides: [Guide]
  private let entries: [Entry]
  private let byName: [String: [Int]]
  private let byPage: [String: [Int]]

  init(guides: [Guide], pages: [PageReading], clients: [String: Client]) {
    self.guides = guides
    let pages = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    var byPage: [String: [Int]] = [:]
    for (index, guide) in guides.enumerated() {
      byPage[guide.path, default: []].append(index)
      var names = [guide.title]
      if let client = guide.clientID.flatMap({ clients[$0] }) {
        let versions = guide.versions.listed
        for name in [client.name] + client.aliases + client.asWritten {
          names.append(name)
          names += versions.map { "\(name) \($0)" }
        }
      }
      if let page = pages[guide.path] { names += [page.name, page.title] }
      entries += names.map { Entry(name: Self.folded($0), guide: index, procedure: nil) }
      for (position, procedure) in guide.procedures.enumerated() {
        guard let title = procedure.title, title != guide.title else { continue }
        entries.append(Entry(name: Self.folded(title), guide: index, procedure: position))
      }
    }
    self.entries = entries.filter { !$0.name.isEmpty }
    self.byPage = byPage
    byName = Dictionary(grouping: self.entries.indices) { [entries = self.entries] in
      entries[$0].name
    }
  }

  /// The guides of a page, in file order.
  package func guides(on path: String) -> [Guide] { (byPage[path] ?? []).map { guides[$0] } }

  /// What words mean that stand in a guide; those of the same guide and page come first. Nil where
  /// nothing bears such a name, or several things resemble it.
  package func find(_ words: String, from guide: Guide) -> Match? {
    let name = Self.folded(words)
    guard !name.isEmpty else { return nil }
    if let found = best(byName[name] ?? [], from: guide) { return match(found, isLoose: false) }
    guard name.utf8.count >= 4 else { return nil }
    let alike = entries.indices.filter {
      entries[$0].name.contains(name)
        || entries[$0].name.utf8.count >= 4 && name.contains(entries[$0].name)
    }
    let near = alike.filter { guides[entries[$0].guide].path == guide.path }
    let found = near.isEmpty ? alike : near
    guard Set(found.map { guides[entries[$0].guide].id }).count == 1 else { return nil }
    return found.first.map { match($0, isLoose: true) }
  }

  /// The names of guides that readers see, for saying what there is.
  package func titles(on path: String) -> [String] { guides(on: path).map(\.title) }

  package var titles: [String] { guides.map(\.title) }

  private func match(_ entry: Int, isLoose: Bool) -> Match {
    Match(
      guide: guides[entries[entry].guide], procedure: entries[entry].procedure, isLoose: isLoose)
  }

  private func best(_ found: [Int], from guide: Guide) -> Int? {
    found.first { guides[entries[$0].guide].id == guide.id && entries[$0].procedure != nil }
      ?? found.first { guides[entries[$0].guide].path == guide.path }
      ?? found.first
  }

  /// Letters alone, in lower case: neither spaces nor marks make another name.
  private static func folded(_ text: String) -> String {
    String(FoldedText(text).text.filter { $0.isLetter || $0.isNumber })
  }
}
