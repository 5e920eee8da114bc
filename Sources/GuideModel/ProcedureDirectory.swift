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
  /// Whether any reference of the site names a procedure.
  package let isAsked: Bool
  private let entries: [Entry]
  private let byName: [String: [Int]]
  private let byPage: [String: [Int]]

  init(guides: [Guide], pages: [PageReading], clients: [String: Client]) {
    self.guides = guides
    let pages = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    var byPage: [String: [Int]] = [:]
    for (index, guide) in guides.enumerated() { byPage[guide.path, default: []].append(index) }
    // Most sites have no reference that names another guide: then nobody asks for names.
    isAsked = guides.contains { guide in
      guide.procedures.contains { procedure in
        !procedure.references.isEmpty
          || procedure.steps.contains { step in
            step.references.contains { $0.destination != nil }
          }
      }
    }
    for (index, guide) in guides.enumerated() where isAsked {
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
  /// - Parameter mayResemble: whether a name will do that only holds the words, or is held by them.
  package func find(_ words: String, from guide: Guide, mayResemble: Bool) -> Match? {
    let name = Self.folded(words)
    guard !name.isEmpty else { return nil }
    for form in Self.forms(of: name) {
      if let found = best(byName[form] ?? [], from: guide) { return match(found, isLoose: false) }
    }
    guard mayResemble, name.utf8.count >= 4 else { return nil }
    let named = entries.indices.filter {
      let entry = entries[$0]
      return entry.name.contains(name) || entry.name.utf8.count >= 4 && name.contains(entry.name)
    }
    // Where some of them tell their version, one that tells none is not the one that is asked for.
    let tellVersions = named.contains { told(by: entries[$0]).contains(where: \.isNumber) }
    let alike = named.filter {
      isOfSameVersion(name, entries[$0], mustBeTold: tellVersions)
    }
    let near = alike.filter { guides[entries[$0].guide].path == guide.path }
    let found = near.isEmpty ? alike : near
    guard Set(found.map { guides[entries[$0].guide].id }).count == 1 else { return nil }
    return found.first.map { match($0, isLoose: true) }
  }

  /// The names of guides that readers see, for saying what there is.
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

  /// "Outlook 2013" is no guide for Outlook 2016: the numbers in a name must be those of the guide.
  private func isOfSameVersion(_ name: String, _ entry: Entry, mustBeTold: Bool) -> Bool {
    let numbers = name.split { !$0.isNumber }
    let told = told(by: entry)
    guard mustBeTold || told.contains(where: \.isNumber) else { return true }
    return numbers.allSatisfy { entry.name.contains($0) || told.contains($0) }
  }

  /// A guide's title and versions.
  private func told(by entry: Entry) -> String {
    let guide = guides[entry.guide]
    return Self.folded(guide.title) + " " + guide.versions.listed.joined(separator: " ")
  }

  /// A name, and the same without the words that say what kind of thing bears it.
  private static func forms(of name: String) -> [String] {
    let kinds = [
      "の設定例", "の設定方法", "の設定手順", "の設定", "の場合", "設定例", "設定方法", "設定", "ガイド", "setup", "settings",
    ]
    return [name] + kinds.filter(name.hasSuffix).map { String(name.dropLast($0.count)) }
  }

  /// Letters alone, in lower case: neither spaces nor marks make another name.
  private static func folded(_ text: String) -> String {
    String(FoldedText(text).text.filter { $0.isLetter || $0.isNumber })
  }
}
