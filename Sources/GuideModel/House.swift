import Syntax

/// One wiki of the site. Links between its pages stay in the house.
package struct House: Sendable {
  /// Part of the addresses of its pages; empty for the pages of the content folder itself.
  package let id: String
  package let title: String
  /// The name of the page that visitors of the wiki see first; nil where there is none.
  package var frontPage: String?
  /// The other wikis that this one knows by short names.
  package var interWikis: InterWikiTable

  package init(
    id: String, title: String, frontPage: String? = nil,
    interWikis: InterWikiTable = InterWikiTable()
  ) {
    self.id = id
    self.title = title
    self.frontPage = frontPage
    self.interWikis = interWikis
  }
}
