import SourceText
import Syntax

/// Knows every page by its house and its name in the wiki: where it is published, and which anchors
/// it has.
package struct PageDirectory: Sendable {
  /// A page as links find it: an object, since each link that is looked at is handed one.
  package final class Entry: Sendable {
    package let house: String
    package let name: String
    package let title: String
    package let path: String
    /// What stands in the published address between `pages/` and the last `/`.
    package let slug: String
    package let anchors: Set<String>
    /// The ids of headings by the fragments that other tools make of their words.
    private let headings: [String: String]
    /// How the page's own wiki tells its places apart.
    package let naming: PageNaming

    fileprivate init(_ page: PageReading) {
      house = page.house
      name = page.name
      title = page.title
      path = page.path
      slug = PageDirectory.slug(of: page.name, house: page.house)
      let naming = page.document.naming
      headings = HeadingNames.fragments(of: page)
      self.naming = naming
      anchors = Set(page.facts.anchors.map { naming.anchor(page.document.file.text($0)) })
    }

    /// The id of the heading that a fragment names by its words; nil where there is none.
    package func heading(named fragment: String) -> String? {
      headings.isEmpty ? nil : headings[HeadingNames.folded(fragment)]
    }

    /// Whether a link can name a place of the page so.
    package func hasPlace(named fragment: String) -> Bool {
      anchors.contains(fragment) || heading(named: fragment) != nil
    }

    /// What links can name, sorted.
    package var places: [String] { (anchors.union(headings.keys)).sorted() }
  }

  private struct Key: Hashable {
    let house: String
    let name: String
  }

  private let entries: [Key: Entry]
  private let formerEntries: [Key: Entry]
  /// By the path of the page's file.
  private let entriesByPath: [String: Entry]
  /// The pages whose links lead to files.
  private let published: PublishedPaths
  /// For wikis that spell a name in several ways: pages by what all spellings have in common.
  private let entriesByNaming: [PageNaming: [Key: Entry]]
  /// Where pages were published under former names, by that slug.
  package let formerSlugs: [String: Entry]
  /// Names by house, sorted.
  private let namesByHouse: [String: [String]]
  /// Pages whose slug another page has too.
  package let clashes: [(first: Entry, second: Entry)]

  /// - Parameter houses: the ids of wikis, each of which has an index at its own address.
  package init(pages: [PageReading], houses: Set<String> = []) {
    var entries: [Key: Entry] = [:]
    var slugs: [String: Entry] = [:]
    entries.reserveCapacity(pages.count)
    slugs.reserveCapacity(pages.count)
    var clashes: [(Entry, Entry)] = []
    var formerEntries: [Key: Entry] = [:]
    for page in pages {
      let entry = Entry(page)
      entries[Key(house: page.house, name: page.name)] = entry
      if let first = slugs[entry.slug] {
        clashes.append((first, entry))
      } else {
        slugs[entry.slug] = entry
      }
    }
    // Links to a former name lead to the page, unless another page has that name now.
    var formerSlugs: [String: Entry] = [:]
    for page in pages {
      guard let entry = entries[Key(house: page.house, name: page.name)] else { continue }
      for name in page.formerNames {
        let slug = Self.slug(of: name, house: page.house)
        guard slugs[slug] == nil, formerSlugs[slug] == nil, !houses.contains(slug) else { continue }
        formerSlugs[slug] = entry
        formerEntries[Key(house: page.house, name: name)] = entry
      }
    }
    self.formerSlugs = formerSlugs
    self.entries = entries
    entriesByPath = Dictionary(
      entries.values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    published = PublishedPaths(
      pages: pages.lazy.filter { $0.house.isEmpty && $0.document.namesHeadingsByWords }.map(\.path))
    self.formerEntries = formerEntries
    entriesByNaming = Self.entries(
      pages.map { (Key(house: $0.house, name: $0.name), $0.document.naming) }, entries,
      former: formerEntries)
    self.clashes = clashes
    namesByHouse = Dictionary(grouping: entries.keys, by: \.house)
      .mapValues { $0.map(\.name).sorted() }
  }

  package subscript(name: String, house house: String) -> Entry? {
    entries[Key(house: house, name: name)] ?? formerEntries[Key(house: house, name: name)]
  }

  package subscript(page: PageReading) -> Entry? { self[page.name, house: page.house] }

  /// Pages by what the spellings of their names have in common, for each way to spell them that a page
  /// has; of two that are the same then, the first in order counts.
  private static func entries(
    _ pages: [(key: Key, naming: PageNaming)], _ entries: [Key: Entry], former: [Key: Entry]
  ) -> [PageNaming: [Key: Entry]] {
    var result: [PageNaming: [Key: Entry]] = [:]
    let formerKeys = former.keys.sorted { ($0.house, $0.name) < ($1.house, $1.name) }
    for naming in Set(pages.map(\.naming)) where naming != .asWritten {
      var found: [Key: Entry] = [:]
      for key in pages.map(\.key) + formerKeys {
        let common = Key(house: key.house, name: naming.key(key.name))
        if found[common] == nil { found[common] = entries[key] ?? former[key] }
      }
      result[naming] = found
    }
    return result
  }

  /// The page that a name means when it is written on another page of the same house.
  package func entry(named written: String, from page: PageReading) -> Entry? {
    let naming = page.document.naming
    guard naming != .asWritten else {
      return self[Self.absoluteName(written, on: page.name), house: page.house]
    }
    for name in naming.pageNames(written, on: page.name) {
      if let entry = entriesByNaming[naming]?[Key(house: page.house, name: naming.key(name))] {
        return entry
      }
    }
    return nil
  }

  /// The name that a link means when it stands on `page`, as the page's wiki tells names apart.
  package static func name(_ written: String, from page: PageReading) -> String {
    let naming = page.document.naming
    guard naming != .asWritten else { return absoluteName(written, on: page.name) }
    return naming.pageNames(written, on: page.name).first ?? written
  }

  /// The page that a path means when it is written on another page: the file at the path, else the
  /// one whose address on the site that is made of the files ends like the path.
  package func entry(atPath written: String, from page: PageReading) -> Entry? {
    if let path = FilePath.resolved(written, on: page.path) {
      if let entry = FilePath.pages(path).lazy.compactMap({ entriesByPath[$0] }).first {
        return entry
      }
      let name = FilePath.withoutPageEnding(path)
      if let entry = formerEntries[Key(house: page.house, name: name)] { return entry }
    }
    return published.find(written, on: page.path).flatMap { entriesByPath[$0] }
  }

  /// All names of a house, sorted.
  package func names(house: String) -> [String] { namesByHouse[house] ?? [] }

  /// The names of the pages below a page, sorted.
  package func names(below parent: String, house: String) -> [String] {
    names(house: house).filter { $0.hasPrefix(parent + "/") }
  }

  /// The name that a link means when it stands on `page`: `./x` lies below it, `../x` beside it.
  package static func absoluteName(_ written: String, on page: String) -> String {
    guard written.hasPrefix("./") || written.hasPrefix("../") || written.hasPrefix("/") else {
      return written
    }
    if written.hasPrefix("/") { return String(written.dropFirst()) }
    var parts = page.split(separator: "/").map(String.init)
    for part in written.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A page's name as one safe part of an address, behind that of its house.
  package static func slug(of name: String, house: String = "") -> String {
    let slug = Slug.anyScript(name, fallback: "page")
    return house.isEmpty ? slug : house + "/" + slug
  }
}
