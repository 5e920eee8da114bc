import CommonMark
import GuideModel

/// The pages that lead to wiki pages: the site's front, and the lists of pages.
struct IndexPages {
  let site: SiteRenderer
  let edition: Edition
  private var text: InterfaceText { edition.text }

  /// How many pages a list names before it leads on to others.
  private static let mostInList = 200
  private static let mostOnHome = 12

  /// The site's front: a choice of clients, and the wiki's own front page where it has one. A site
  /// that speaks of no client shows its front page itself.
  func home() -> SitePage {
    if site.subjects.isEmpty, let front = frontPage { return home(showing: front) }
    let clients = ClientPages(site: site, edition: edition)
    var html = "<h1>\(HTMLText.escaped(site.settings.title))</h1>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(text.homeLead))</p>\n"
    html += "<h2>\(HTMLText.escaped(text.chooseClient))</h2>\n"
    html += clients.homeCards() + clients.chooser(depth: 0)
    if site.settings.provider != nil {
      html += "<p><a href=\"\(SettingsPage.path)\">"
      html += "\(HTMLText.escaped(text.settings.title))</a>: "
      html += "\(HTMLText.escaped(text.settings.lead))</p>\n"
    }
    let pages = homePages
    if !pages.isEmpty {
      html += "<h2>\(HTMLText.escaped(text.pages))</h2>\n" + list(pages, depth: 0)
    }
    if ownPages.count > pages.count {
      html += "<p><a href=\"pages/index.html\">"
      html += "\(HTMLText.escaped(text.allPages(ownPages.count)))</a></p>\n"
    }
    return SitePage(
      section: .home, path: "index.html", title: text.home, lead: text.homeLead, body: html)
  }

  private var frontPage: PageReading? {
    ownPages.first { $0.name == House.frontPage && $0.house.isEmpty }
  }

  private func home(showing page: PageReading) -> SitePage {
    let slug = site.library.directory[page]?.slug ?? ""
    let writer = WikiPageBody.write(
      page, links: site.links(depth: edition.depth, edition), text: text,
      values: site.values(edition), slug: slug, history: site.history(of: page),
      editURL: site.settings.editURL)
    return SitePage(
      section: .home, path: "index.html", title: text.home, lead: page.title,
      body: String(decoding: writer.tree.html(), as: UTF8.self))
  }

  /// All pages of the site in the main edition, those of its own language in the others.
  private var ownPages: [PageReading] {
    let isMain = edition.prefix.isEmpty
    return site.pagesInOrder.filter { isMain || site.language(of: $0.path) == edition.language }
  }

  /// All pages where there are few, else front pages and those nearest to the top.
  private var homePages: [PageReading] {
    let pages = ownPages
    let fronts = pages.filter { House.isFrontPage($0.name) }
    let others = pages.filter { !House.isFrontPage($0.name) }
    let most = pages.count <= Self.mostOnHome * 2 ? pages.count : Self.mostOnHome
    return Array((fronts + others).prefix(most))
  }

  /// All pages: those of each wiki on a page of its own, where there are several.
  func pages() -> [SitePage] {
    let isMain = edition.prefix.isEmpty
    let houses = isMain ? site.namedHouses : []
    var above = ""
    if !houses.isEmpty {
      above += "<ul class=\"page-list\">\n"
      for house in houses {
        let links = site.links(depth: 1, edition)
        let count = site.library.directory.names(house: house.id).count
        above += "<li><a href=\"\(links.house(house.id))\">\(HTMLText.escaped(house.title))</a> "
        above += "<span class=\"page-name\">\(HTMLText.escaped(text.allPages(count)))</span></li>\n"
      }
      above += "</ul>\n"
    }
    let pages = ownPages.filter { !isMain || $0.house.isEmpty || houses.isEmpty }
    return parts(
      pages, section: .pages, folder: "pages/", title: text.pages, lead: text.pagesLead,
      above: above + newPageLink)
  }

  /// Where readers who may write make pages, as the wiki's own menu has it.
  private var newPageLink: String {
    guard let address = site.settings.newPageURL else { return "" }
    return "<p><a href=\"\(HTMLText.escaped(AddressText.encoded(address)))\">"
      + "\(HTMLText.escaped(text.newPage))</a></p>\n"
  }

  /// A list of pages, cut into as many pages as it needs.
  /// - Parameters:
  ///   - folder: ends in `/`.
  ///   - above: HTML that stands before the list on its first page.
  func parts(
    _ pages: [PageReading], section: PageShell.Section, folder: String, title: String,
    lead: String, above: String
  ) -> [SitePage] {
    let parts = ListParts(of: pages.count, atMost: Self.mostInList)
    let depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
    return parts.ranges.enumerated().map { number, range in
      let title = number == 0 ? title : "\(title) \(number + 1)"
      let links = parts.links(folder: "", current: number, text) { pages[$0].title }
      var body = "<h1>\(HTMLText.escaped(title))</h1>\n"
      body += "<p class=\"lead\">\(HTMLText.escaped(lead))</p>\n"
      if number == 0 { body += above }
      if !range.isEmpty { body += list(pages[range], depth: depth) }
      return SitePage(
        section: section, path: folder + parts.fileName(number), title: title, lead: lead,
        body: body + links, isAlike: number == 0)
    }
  }

  /// - Parameter depth: below the folder of the edition.
  private func list(_ pages: some Collection<PageReading>, depth: Int) -> String {
    let links = site.links(depth: depth + edition.depth, edition)
    var html = "<ul class=\"page-list\">\n"
    for page in pages {
      guard let entry = site.library.directory[page] else { continue }
      let language = site.language(of: page.path)
      let attribute = language == text.language ? "" : " lang=\"\(language)\""
      html += """
        <li><a href="\(links.page(slug: entry.slug))"\(attribute)>\
        \(HTMLText.escaped(page.title))</a> \
        <span class="page-name">\(HTMLText.escaped(page.name))</span>\(changed(page))</li>

        """
    }
    return html + "</ul>\n"
  }

  private func changed(_ page: PageReading) -> String {
    guard let moment = site.history(of: page)?.changed else { return "" }
    return " <span class=\"page-date\">\(HistoryPage.time(moment))</span>"
  }
}
