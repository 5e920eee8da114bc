import GuideModel

/// Files of a site asked for one by one.
extension SiteRenderer {
  /// The pages of the site as they are printed, sorted by path.
  package var pages: [PageReading] { library.pages }

  /// The paths of all files that are printed for a page.
  package func paths(of page: PageReading) -> [String] {
    guard let slug = library.directory[page]?.slug else { return [] }
    let folder = "pages/\(slug)/"
    let paths = ["index.html", "index.md", "source/index.html"]
    let hasHistory = history(of: page)?.changes.isEmpty == false
    return (paths + (hasHistory ? ["history/index.html"] : [])).map { folder + $0 }
  }

  /// The paths of all files that are printed for a page about a client.
  package func paths(of page: ClientPage) -> [String] {
    let own = [page.path, page.path.dropLast(4) + "md"]
    guard page.kind == .overview else { return own }
    let parts = GuideList(page, site: self).parts
    return own
      + parts.ranges.indices.dropFirst().map {
        page.edition.prefix + page.folder + parts.fileName($0)
      }
  }

  /// The cheap ones of the site's own files, as far as they are made together with the one at a path.
  package func siteFiles(sharing path: String) -> [RenderedFile] {
    if path.hasPrefix("assets/") { return assetFiles() }
    let edition = editions.last { path.hasPrefix($0.prefix) } ?? main
    let rest = path.dropFirst(edition.prefix.utf8.count)
    if rest.hasPrefix("compatibility/") { return [] }
    return pages(of: edition).map { file($0, edition) }
  }
}

extension ClientPage {
  /// The paths of the pages on which its guides stand.
  package var guidePaths: [String] { subject.guides.map(\.path) }
}
