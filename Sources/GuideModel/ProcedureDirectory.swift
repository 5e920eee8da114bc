import SourceText
import Synchronization
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
  /// Which guides stand on a page.
  private let byPage: [String: Range<Int>]
  /// What was found for words before: many pages use the same ones.
  private let answers = Answers()

  /// - Parameter guides: those of one page side by side.
  init(guides: [Guide], pages: [PageReading], clients: [String: Client]) {
    self.guides = guides
    byPage = Self.byPage(guides)
    // Most sites have no reference that names another guide: then nobody asks for names.
    isAsked = guides.contains { guide in
      guide.procedures.contains { procedure in
        !procedure.references.isEmpty
          || procedure.steps.contains { step in
            step.references.contains { $0.destination != nil }
          }
      }
    }
    entries = isAsked ? Self.entries(guides, pages, clients) : []
    byName = Dictionary(grouping: entries.indices) { [entries] in entries[$0].name }
  }

  private static func byPage(_ guides: [Guide]) -> [String: Range<Int>] {
    var byPage: [String: Range<Int>] = [:]
    var start = 0
    while start < guides.count {
      var end = start + 1
      while end < guides.count, guides[end].path == guides[start].path { end += 1 }
      byPage[guides[start].path] = start..<end
      start = end
    }
    return byPage
  }

  private static func entries(
    _ guides: [Guide], _ pages: [PageReading], _ clients: [String: Client]
  ) -> [Entry] {
    let pages = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    for (index, guide) in guides.enumerated() {
      var names = [guide.title]
      if let client = guide.clientID.flatMap({ clients[$0] }) {
        let versions = guide.versions.listed
        for name in [client.name] + client.aliases + client.asWritten {
          names.append(name)
          names += versions.map { "\(name) \($0)" }
        }
      }
      if let page = pages[guide.path] { names += [page.name, page.title] }
      entries += names.map { Entry(name: folded($0), guide: index, procedure: nil) }
      for (position, procedure) in guide.procedures.enumerated() {
        guard let title = procedure.title, title != guide.title else { continue }
        entries.append(Entry(name: folded(title), guide: index, procedure: position))
      }
    }
    return entries.filter { !$0.name.isEmpty }
  }

  /// The guides of a page, in file order.
  package func guides(on path: String) -> [Guide] {
    byPage[path].map { Array(guides[$0]) } ?? []
  }

  /// What words mean that stand in a guide; those of the same guide and page come first. Nil where
  /// nothing bears such a name, or several things resemble it.
  /// - Parameter mayResemble: whether a name will do that only holds the words, or is held by them.
  package func find(_ words: String, from guide: Guide, mayResemble: Bool) -> Match? {
    if let named = answers.named.value(of: words, { named($0) }) {
      let entry = named.procedures[guide.id] ?? named.byPath[guide.path]?.first ?? named.all.first
      return match(entry, isLoose: false)
    }
    guard mayResemble, let alike = answers.alike.value(of: words, { alike($0) }) else {
      return nil
    }
    let near = alike.byPath[guide.path] ?? alike.all
    return near.isOneGuide ? match(near.first, isLoose: true) : nil
  }

  /// The names of guides that readers see, for saying what there is.
  package var titles: [String] { guides.map(\.title) }

  private func match(_ entry: Int, isLoose: Bool) -> Match {
    Match(
      guide: guides[entries[entry].guide], procedure: entries[entry].procedure, isLoose: isLoose)
  }

  // MARK: - Answers

  /// Entries that words may mean.
  private struct Found: Sendable {
    /// The first of some entries, and whether all of them are of its guide.
    struct Some: Sendable {
      let first: Int
      var isOneGuide = true
    }

    var all: Some
    var byPath: [String: Some] = [:]
    /// The first that is a procedure, by its guide.
    var procedures: [String: Int] = [:]
  }

  private struct Answers: Sendable {
    let named = AnswerMemory<Found>()
    let alike = AnswerMemory<Found>()
    let names = AnswerMemory<ProcedureNames>()
  }

  private func found(_ indices: [Int]) -> Found? {
    guard let first = indices.first else { return nil }
    var found = Found(all: Found.Some(first: first))
    func add(_ index: Int, to some: inout Found.Some) {
      if guides[entries[index].guide].id != guides[entries[some.first].guide].id {
        some.isOneGuide = false
      }
    }
    for index in indices {
      let guide = guides[entries[index].guide]
      add(index, to: &found.all)
      add(index, to: &found.byPath[guide.path, default: Found.Some(first: index)])
      if entries[index].procedure != nil, found.procedures[guide.id] == nil {
        found.procedures[guide.id] = index
      }
    }
    return found
  }

  /// What bears a name, with or without the words for its kind.
  private func named(_ words: String) -> Found? {
    let name = Self.folded(words)
    guard !name.isEmpty else { return nil }
    return Self.forms(of: name).lazy.compactMap { byName[$0] }.first.flatMap(found)
  }

  /// What bears a name that holds these words, or is held by them.
  private func alike(_ words: String) -> Found? {
    let name = Self.folded(words)
    guard name.utf8.count >= 4,
      let names = answers.names.value(of: "", { _ in ProcedureNames(entries.map(\.name)) })
    else { return nil }
    let named = names.alike(name)
    // Where some of them tell their version, one that tells none is not the one that is asked for.
    let tellVersions = named.contains { told(by: entries[$0]).contains(where: \.isNumber) }
    return found(named.filter { isOfSameVersion(name, entries[$0], mustBeTold: tellVersions) })
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

/// Keeps what was worked out for words, for whoever asks again.
private final class AnswerMemory<Answer: Sendable>: Sendable {
  private let answers = Mutex<[String: Answer?]>([:])

  func value(of words: String, _ workOut: (String) -> Answer?) -> Answer? {
    if let known = answers.withLock({ $0[words] }) { return known }
    let answer = workOut(words)
    answers.withLock { $0[words] = .some(answer) }
    return answer
  }
}
