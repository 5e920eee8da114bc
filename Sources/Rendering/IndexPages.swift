import GuideModel

/// The pages that lead to the others: the site's front, its clients, its pages.
struct IndexPages {
  let site: SiteRenderer
  let text: InterfaceText

  /// The site's front: a choice of clients, and the wiki's own front page where it has one.
  func home() -> [UInt8] {
    let links = site.links(depth: 0)
    var html = "<h1>\(HTMLText.escaped(site.settings.title))</h1>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(text.homeLead))</p>\n"
    html += "<h2>\(HTMLText.escaped(text.chooseClient))</h2>\n"
    html += clientCards(links)
    html += "<h2>\(HTMLText.escaped(text.pages))</h2>\n" + pageList(links)
    return Array(html.utf8)
  }

  func clients() -> [UInt8] {
    Array((opening(text.clients, text.clientsLead) + clientCards(site.links(depth: 1))).utf8)
  }

  /// All pages: those of each wiki below its name, where there are several.
  func pages() -> [UInt8] {
    let links = site.links(depth: 1)
    let houses = site.namedHouses
    guard !houses.isEmpty else {
      return Array((opening(text.pages, text.pagesLead) + pageList(links)).utf8)
    }
    var html = opening(text.pages, text.pagesLead)
    let own = site.library.pages.filter(\.house.isEmpty)
    if !own.isEmpty { html += list(own, links) }
    for house in houses {
      html += "<h2><a href=\"\(links.house(house.id))\">\(HTMLText.escaped(house.title))</a></h2>\n"
      html += list(site.library.pages.filter { $0.house == house.id }, links)
    }
    return Array(html.utf8)
  }

  private func opening(_ title: String, _ lead: String) -> String {
    "<h1>\(HTMLText.escaped(title))</h1>\n<p class=\"lead\">\(HTMLText.escaped(lead))</p>\n"
  }

  private func clientCards(_ links: SiteLinks) -> String {
    guard !site.subjects.isEmpty else { return "<p>\(HTMLText.escaped(text.noGuide))</p>\n" }
    var html = "<ul class=\"cards\">\n"
    // Who has a guide comes first: that is what readers come for.
    let subjects =
      site.subjects.filter { !$0.guides.isEmpty } + site.subjects.filter(\.guides.isEmpty)
    for subject in subjects { html += card(subject, links) }
    return html + "</ul>\n"
  }

  private func card(_ subject: ClientSubject, _ links: SiteLinks) -> String {
    let about: String
    switch subject.guides.count {
    case 0: about = text.noGuide
    case 1: about = "\(text.guide): \(text.steps(subject.guides[0].setupSteps.count))"
    default: about = text.guides(subject.guides.count)
    }
    return """
      <li class="card"><a href="\(links.client(subject.client.id))">\
      <span class="card-title">\(HTMLText.escaped(subject.client.name))</span></a>
      \(LevelBadge.html(subject.level, text))
      <span class="card-about">\(HTMLText.escaped(about))</span></li>

      """
  }

  private func pageList(_ links: SiteLinks) -> String { list(site.library.pages, links) }

  func list(_ pages: [PageReading], _ links: SiteLinks) -> String {
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
