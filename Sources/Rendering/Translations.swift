import GuideModel

/// Which wiki pages say the same in different languages: by the word of an author, or by a name such
/// as `Setup/en` beside `Setup`.
struct Translations: Sendable {
  /// All pages of each group, by the path of every page in it.
  private let groups: [String: [Alternate]]

  /// - Parameter language: that of a page.
  init(_ library: GuideLibrary, language: (PageReading) -> String, codes: [String]) {
    let names = CodedNames(codes)
    var originals: [String: String] = [:]
    for page in library.pages {
      guard let entry = Self.original(of: page, in: library, names),
        entry.path != page.path, let original = library.page(at: entry.path),
        language(original) != language(page)
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
        library.page(at: $0).map { seen.insert(language($0)).inserted } ?? false
      }
      let alternates = kept.compactMap { path -> Alternate? in
        guard let page = library.page(at: path), let entry = library.directory[page] else {
          return nil
        }
        return Alternate(language: language(page), path: "pages/\(entry.slug)/index.html")
      }.sorted { $0.language < $1.language }
      for path in kept { groups[path] = groups[path] ?? alternates }
    }
    self.groups = groups
  }

  func of(_ page: PageReading) -> [Alternate] { groups[page.path] ?? [] }

  private static func original(
    of page: PageReading, in library: GuideLibrary, _ names: CodedNames
  ) -> PageDirectory.Entry? {
    if let name = page.originalName?.text {
      return library.directory.entry(named: name, from: page)
    }
    return names.plainForms(of: page.name).lazy
      .compactMap { library.directory[$0, house: page.house] }.first
  }

  /// Knows names with the code of a language, such as `Setup/en` and `en/Setup`.
  private struct CodedNames {
    /// In the order in which they are tried.
    private let marks: [(bytes: [UInt8], isEnding: Bool)]

    init(_ codes: [String]) {
      marks = codes.flatMap { code in
        ["/\(code)", "_\(code)", ".\(code)"].map { (Array($0.utf8), true) }
          + [(Array("\(code)/".utf8), false)]
      }
    }

    /// The name without each code that it may have.
    func plainForms(of name: String) -> [String] {
      var name = name
      return name.withUTF8 { name in
        marks.compactMap { mark in
          let rest = name.count - mark.bytes.count
          guard rest >= 0 else { return nil }
          let place = mark.isEnding ? rest : 0
          guard name[place..<place + mark.bytes.count].elementsEqual(mark.bytes) else { return nil }
          let plain = mark.isEnding ? name[..<rest] : name[mark.bytes.count...]
          return String(decoding: plain, as: UTF8.self)
        }
      }
    }
  }
}
