import CommonMark
import GuideModel

/// The pages that lead to wiki pages: the site's front, and the lists of pages.
struct IndexPages {
  let site: SiteRenderer
  let edition: Edition
  /// All pages of the site in the main edition, those of its own language in the others.
  private let ownPages: [PageReading]
  private var text: InterfaceText { edition.text }

  init(site: SiteRenderer, edition: Edition) {
    self.site = site
    self.edition = edition
    let isMain = edition.prefix.isEmpty
    ownPages =
      isMain
      ? site.pagesInOrder
      : site.pagesInOrder.filter { site.language(of: $0) == edition.language }
  }

  /// How many pages a list names before it leads on to others.
  private static let mostInList = 200
  private static let mostOnHome = 12

  /// The site's front: a choice of clients, and the wiki's own front page where it has one. A site
  /// that speaks of no client shows its front page itself.
  func home(_ clients: ClientPages) -> SitePage {
    if site.subjects.isEmpty, let front = frontPage { return home(showing: front) }
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
      var list = PageBytes()
      add(pages[...], depth: 0, to: &list)
      html += "<h2>\(HTMLText.escaped(text.pages))</h2>\n"
      html += String(decoding: list.bytes, as: UTF8.self)
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
      var body = PageBytes(capacity: 1024 + 160 * range.count)
      body.add("<h1>\(HTMLText.escaped(title))</h1>\n")
      body.add("<p class=\"lead\">\(HTMLText.escaped(lead))</p>\n")
      if number == 0 { body.add(above) }
      if !range.isEmpty { add(pages[range], depth: depth, to: &body) }
      body.add(links)
      return SitePage(
        section: section, path: folder + parts.fileName(number), title: title, lead: lead,
        body: body.bytes, isAlike: number == 0)
    }
  }

  /// Appends a list of pages.
  /// - Parameter depth: below the folder of the edition.
  private func add(_ pages: ArraySlice<PageReading>, depth: Int, to html: inout PageBytes) {
    let links = site.links(depth: depth + edition.depth, edition)
    html.add("<ul class=\"page-list\">\n")
    for page in pages {
      guard let entry = site.library.directory[page] else { continue }
      let language = site.language(of: page)
      html.add("<li><a href=\"")
      html.add(links.page(slug: entry.slug))
      html.add("\"")
      if language != text.language { html.add(" lang=\"\(language)\"") }
      html.add(">")
      html.add(escaped: page.title)
      html.add("</a> <span class=\"page-name\">")
      html.add(escaped: page.name)
      html.add("</span>")
      html.add(changed(page))
      html.add("</li>\n")
    }
    html.add("</ul>\n")
  }

  private func changed(_ page: PageReading) -> String {
    guard let moment = site.history(of: page)?.changed else { return "" }
    return " <span class=\"page-date\">\(HistoryPage.time(moment))</span>"
  }
}
