import Syntax

/// One wiki of the site. Links between its pages stay in the house.
package struct House: Sendable {
  /// Part of the addresses of its pages; empty for the pages of the content folder itself.
  package let id: String
  package let title: String
  /// The other wikis that this one knows by short names.
  package let interWikis: InterWikiTable

  /// The page that visitors of a wiki see first.
  package static let frontPage = "FrontPage"
  /// The pages that visitors of a folder see first, the likeliest one first.
  package static let folderPages = ["index", "README", "readme", "_index"]

  /// Whether a page is the one that visitors see first.
  package static func isFrontPage(_ name: String) -> Bool {
    name == frontPage || folderPages.contains(name)
  }
  /// The page that says where other wikis are.
  package static let interWikiPage = "InterWikiName"

  /// - Parameter pages: the pages of the site, of this house and of others.
  package init(id: String, title: String, pages: [PageReading]) {
    self.id = id
    self.title = title
    let page = pages.first { $0.house == id && $0.name == Self.interWikiPage }
    interWikis = page.map { InterWikiTable($0.document.file) } ?? InterWikiTable()
  }
}
