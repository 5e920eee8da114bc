import CommonMark
import GuideModel
import Syntax

/// What a wiki of the site has of its own: its index, and its menu beside its pages.
struct HousePages {
  let site: SiteRenderer
  let house: House
  let text: InterfaceText

  /// The page that wikis of this family show beside all others.
  private static let menuPage = "MenuBar"

  private var pages: [PageReading] { site.library.pages.filter { $0.house == house.id } }

  /// The house's own page: its front page, its last changes, all its pages.
  func index() -> [UInt8] {
    let links = site.links(depth: 2)
    var html = "<h1>\(HTMLText.escaped(house.title))</h1>\n"
    if let front = site.library.directory[House.frontPage, house: house.id] {
      html += "<p class=\"lead\"><a href=\"\(links.page(slug: front.slug))\">"
      html += "\(HTMLText.escaped(text.frontPage)): \(HTMLText.escaped(front.title))</a></p>\n"
    }
    html += "<h2>\(HTMLText.escaped(text.pages))</h2>\n"
    return Array((html + IndexPages(site: site, text: text).list(pages, links)).utf8)
  }

  /// The menu as it stands beside the house's pages; nil where the house has none.
  func menu(depth: Int) -> [UInt8]? {
    let links = site.links(depth: depth)
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
      var writer = BodyWriter(page: menu, links: links, text: text, isShownElsewhere: true)
      writer.write(menu.document.blocks)
      html += writer.tree.html()
    }
    return html + Array("</nav>\n".utf8)
  }
}
