import WikiStore

/// Where the content of a site lies, for whoever wants to hear of changes.
package enum WatchedPlaces {
  /// The content itself and the wikis that its configuration names. Of a wiki these are the folders of
  /// pages and attachments alone: in others it counts its readers. Where the configuration cannot be
  /// read, the content.
  package static func of(_ content: String) -> [String] {
    guard let sources = try? SiteSources.open(content) else { return [content] }
    let isWikiItself = sources.wikis.contains { sources.discovery.pathInside($0.folder) == "" }
    let ofWikis = sources.wikis.flatMap { wiki in
      StoreKind.watchedFolders.map { wiki.folder + "/" + $0 }
        .filter { (try? FileSystem.kindFollowingLinks($0)) == .folder }
    }
    return (isWikiItself ? [] : [content])
      + ofWikis.filter { isWikiItself || !isInside($0, sources) }
  }

  /// The folders that are read, which nothing may be published in.
  package static func folders(of content: String) -> [String] {
    guard let sources = try? SiteSources.open(content) else { return [content] }
    return [content] + sources.wikis.map(\.folder)
  }

  private static func isInside(_ folder: String, _ sources: SiteSources) -> Bool {
    sources.discovery.pathInside(folder) != nil
  }
}
