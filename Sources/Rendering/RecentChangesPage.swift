import GuideModel

/// When which page was changed, by the records of the wikis: as a page of the site and as a feed.
struct RecentChangesPage {
  let site: SiteRenderer

  private struct Entry {
    let page: PageReading
    let slug: String
    let moment: PageHistory.Moment
    let changes: LineChanges?
    let hasHistory: Bool
  }

  private static let mostEntries = 200
  private static let mostInFeed = 50

  /// Whether any wiki has written down when a page was changed.
  var isEmpty: Bool { !site.hasChanges }

  /// The newest change first.
  private func entries(atMost count: Int) -> [Entry] {
    let dated = site.library.pages.compactMap { page in
      site.history(of: page)?.changed.map { (page, $0) }
    }
    let sorted = dated.sorted {
      $0.1.iso8601 != $1.1.iso8601 ? $0.1.iso8601 > $1.1.iso8601 : $0.0.path < $1.0.path
    }
    return sorted.prefix(count).compactMap { page, moment in
      guard let slug = site.library.directory[page]?.slug else { return nil }
      let last = site.history(of: page)?.changes.first
      return Entry(
        page: page, slug: slug, moment: moment, changes: last?.lines, hasHistory: last != nil)
    }
  }

  func html(_ text: InterfaceText) -> [UInt8] {
    let links = site.links(depth: 1, site.main)
    var html = "<h1>\(HTMLText.escaped(text.changes))</h1>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(text.changesLead))</p>\n"
    var day: String?
    for entry in entries(atMost: Self.mostEntries) {
      if day != entry.moment.day {
        if day != nil { html += "</ul>\n" }
        html += "<h2><time datetime=\"\(entry.moment.day)\">\(entry.moment.day)</time></h2>\n<ul>\n"
        day = entry.moment.day
      }
      html += item(entry, links, text)
    }
    return Array((html + (day == nil ? "" : "</ul>\n")).utf8)
  }

  private func item(_ entry: Entry, _ links: SiteLinks, _ text: InterfaceText) -> String {
    var html = "<li><a href=\"\(links.page(slug: entry.slug))\">"
    html += "\(HTMLText.escaped(entry.page.title))</a>"
    if let house = site.library.houses[entry.page.house], !house.id.isEmpty {
      html += " <span class=\"page-name\">\(HTMLText.escaped(house.title))</span>"
    }
    if entry.hasHistory {
      let words = entry.changes.map { text.linesChanged($0.added, $0.removed) } ?? text.history
      html += " – <a href=\"\(links.history(slug: entry.slug))\">\(HTMLText.escaped(words))</a>"
    }
    return html + "</li>\n"
  }

  /// An Atom feed; nil where the site's address is not told, since a feed has no other.
  func feed(_ text: InterfaceText) -> [UInt8]? {
    guard let base = site.settings.baseURL else { return nil }
    let entries = entries(atMost: Self.mostInFeed)
    guard let newest = entries.first else { return nil }
    let title = HTMLText.escaped("\(site.settings.title): \(text.changes)")
    var xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(text.language)">
      <title>\(title)</title>
      <id>\(base)changes/</id>
      <link rel="self" href="\(base)changes/feed.xml"/>
      <link rel="alternate" href="\(base)changes/index.html"/>
      <updated>\(newest.moment.iso8601)</updated>
      <author><name>\(HTMLText.escaped(site.settings.title))</name></author>

      """
    for entry in entries { xml += element(entry, base, text) }
    return Array((xml + "</feed>\n").utf8)
  }

  private func element(_ entry: Entry, _ base: String, _ text: InterfaceText) -> String {
    let address = base + AddressText.encoded("pages/\(entry.slug)/index.html")
    let summary = entry.changes.map { text.linesChanged($0.added, $0.removed) } ?? text.changed
    return """
      <entry>
      <title>\(HTMLText.escaped(entry.page.title))</title>
      <id>\(address)#\(entry.moment.iso8601)</id>
      <link rel="alternate" href="\(address)"/>
      <updated>\(entry.moment.iso8601)</updated>
      <summary>\(HTMLText.escaped(summary))</summary>
      </entry>

      """
  }
}
