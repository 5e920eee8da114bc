/// A page that wikis make themselves and link to from everywhere: on the site, another part does its
/// work.
package enum WikiTool: Sendable, CaseIterable {
  case frontPage, pageList, search, recentChanges, newPage

  /// The names of these pages in wikis of the PukiWiki and YukiWiki families.
  package var names: [String] {
    switch self {
    case .frontPage: ["FrontPage"]
    case .pageList: ["IndexPage", "PageList"]
    case .search: ["SearchPage"]
    case .recentChanges: ["RecentChanges"]
    case .newPage: ["CreatePage", "NewPage"]
    }
  }

  package static func named(_ name: String) -> WikiTool? {
    allCases.first { $0.names.contains(name) }
  }
}
