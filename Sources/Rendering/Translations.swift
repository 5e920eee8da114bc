import GuideModel

/// Which wiki pages say the same in different languages: by the word of an author, or by a name such
/// as `Setup/en` beside `Setup`.
struct Translations: Sendable {
  /// All pages of each group, by the path of every page in it.
  private let groups: [String: [Alternate]]

  /// - Parameter languages: the language of each page, by its path.
  init(_ library: GuideLibrary, languages: [String: String], codes: [String]) {
    var originals: [String: String] = [:]
    for page in library.pages {
      guard let original = Self.original(of: page, in: library, codes: codes),
        original.path != page.path, languages[original.path] != languages[page.path]
      else { continue }
      originals[page.path] = original.path
    }
    // A translation of a translation says what the first page says.
    var members: [String: [String]] = [:]
    for path in originals.keys.sorted() {
      var root = path
      var seen: Set<String> = []
      while let next = originals[root], seen.insert(root).inserted { root = next }
      if root != path { members[root, default: [root]].append(path) }
    }
    var groups: [String: [Alternate]] = [:]
    for root in members.keys.sorted() {
      var seen: Set<String> = []
      // Of two pages in one language, the first one stands for both.
      let kept = (members[root] ?? []).filter {
        languages[$0].map { seen.insert($0).inserted } ?? false
      }
      let alternates = kept.compactMap { path -> Alternate? in
        guard let page = library.page(at: path), let entry = library.directory[page],
          let language = languages[path]
        else { return nil }
        return Alternate(language: language, path: "pages/\(entry.slug)/index.html")
      }.sorted { $0.language < $1.language }
      for path in kept { groups[path] = groups[path] ?? alternates }
    }
    self.groups = groups
  }

  func of(_ page: PageReading) -> [Alternate] { groups[page.path] ?? [] }

  private static func original(
    of page: PageReading, in library: GuideLibrary, codes: [String]
  ) -> PageDirectory.Entry? {
    if let name = page.originalName?.text {
      return library.directory.entry(named: name, from: page)
    }
    for code in codes {
      for ending in ["/\(code)", "_\(code)", ".\(code)"] where page.name.hasSuffix(ending) {
        let name = String(page.name.dropLast(ending.count))
        if let entry = library.directory[name, house: page.house] { return entry }
      }
      if page.name.hasPrefix(code + "/"),
        let entry = library.directory[
          String(page.name.dropFirst(code.count + 1)), house: page.house]
      {
        return entry
      }
    }
    return nil
  }
}
