import GuideModel

/// Which wiki pages say the same in different languages: by the word of an author, or by a name such
/// as `Setup/en` beside `Setup`.
struct Translations: Sendable {
  /// All pages of each group, by the path of every page in it.
  private let groups: [String: [Alternate]]

  /// - Parameter languages: the language of each page, by its path.
  init(_ library: GuideLibrary, languages: [String: String], codes: [String]) {
    var members: [String: [String]] = [:]
    for page in library.pages {
      guard let original = Self.original(of: page, in: library, codes: codes),
        original.path != page.path, languages[original.path] != languages[page.path]
      else { continue }
      members[original.path, default: [original.path]].append(page.path)
    }
    var groups: [String: [Alternate]] = [:]
    for paths in members.values {
      var seen: Set<String> = []
      let alternates = paths.compactMap { path -> Alternate? in
        guard let page = library.page(at: path), let entry = library.directory[page],
          let language = languages[path], seen.insert(language).inserted
        else { return nil }
        return Alternate(language: language, path: "pages/\(entry.slug)/index.html")
      }.sorted { $0.language < $1.language }
      for path in paths { groups[path] = groups[path] ?? alternates }
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
