import CommonMark
import GuideModel
import Syntax

/// What a wiki of the site has of its own: its index, and its menu beside its pages.
struct HousePages {
  let site: SiteRenderer
  let house: House
  let edition: Edition
  private var text: InterfaceText { edition.text }

  /// The page that wikis of this family show beside all others.
  private static let menuPage = "MenuBar"

  /// The house's own page: its front page and all its pages, on as many pages as that takes.
  func pages() -> [SitePage] {
    let links = site.links(depth: 2, edition)
    var above = ""
    if let front = site.library.directory[House.frontPage, house: house.id] {
      above += "<p><a href=\"\(links.page(slug: front.slug))\">"
      above += "\(HTMLText.escaped(text.frontPage)): \(HTMLText.escaped(front.title))</a></p>\n"
    }
    let own = site.library.pages.filter { $0.house == house.id }
    return IndexPages(site: site, edition: edition).parts(
      own, section: .house(house.id), folder: "pages/\(house.id)/", title: house.title,
      lead: text.menuOf(house.title), above: above)
  }

  /// The menu as it stands beside the house's pages; nil where the house has none.
  func menu(depth: Int) -> [UInt8]? {
    let links = site.links(depth: depth, edition)
    let menu = site.library.directory[Self.menuPage, house: house.id]
      .flatMap { site.library.page(at: $0.path) }
    guard menu != nil || !house.id.isEmpty else { return nil }
    let label = HTMLText.escaped(text.menuOf(house.title))
    var html: [UInt8] = []
    html += "<nav class=\"house-menu\" aria-label=\"\(label)\">\n".utf8
    if !house.id.isEmpty {
      html += "<p class=\"house-title\"><a href=\"\(links.house(house.id))\">".utf8
      html += "\(HTMLText.escaped(house.title))</a></p>\n<ul>\n".utf8
      if let front = site.library.directory[House.frontPage, house: house.id] {
        html += "<li><a href=\"\(links.page(slug: front.slug))\">".utf8
        html += "\(HTMLText.escaped(text.frontPage))</a></li>\n".utf8
      }
      html += "<li><a href=\"\(links.house(house.id))\">".utf8
      html += "\(HTMLText.escaped(text.pages))</a></li>\n</ul>\n".utf8
    }
    if let menu {
      var writer = BodyWriter(
        page: menu, links: links, text: text, values: site.values(edition),
        isShownElsewhere: true)
      writer.write(menu.document.blocks)
      html += writer.tree.html()
    }
    return html + Array("</nav>\n".utf8)
  }
}
