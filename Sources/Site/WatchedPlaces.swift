import WikiStore

/// Where the content of a site lies, for whoever wants to hear of changes.
package enum WatchedPlaces {
  /// The content itself and the wikis that its configuration names. Of a wiki these are the folders of
  /// pages and attachments alone, there or not yet: in others it counts its readers. Where the
  /// configuration cannot be read, the content.
  package static func of(_ content: String) -> [String] {
    guard let sources = try? SiteSources.open(content) else { return [content] }
    let isWikiItself = sources.wikis.contains { sources.discovery.pathInside($0.folder) == "" }
    let outside = sources.wikis.filter {
      isWikiItself || sources.discovery.pathInside($0.folder) == nil
    }
    let folders = outside.flatMap { wiki in
      let kind = StoreKind(rawValue: wiki.configuration.kind.rawValue) ?? .pukiwiki
      return kind.watchedFolders.map { wiki.folder + "/" + $0 }
    }
    return (isWikiItself ? [] : [content]) + folders
  }

  /// The folders that are read, which nothing may be published in.
  package static func folders(of content: String) -> [String] {
    guard let sources = try? SiteSources.open(content) else { return [content] }
    return [content] + sources.wikis.map(\.folder)
  }
}
