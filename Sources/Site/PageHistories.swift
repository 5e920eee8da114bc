import GuideModel
import Rendering
import SourceText
import Syntax
import WikiStore

/// What the wikis and the content folder record of each page's changes, by the page's path.
struct PageHistories: Sendable {
  private(set) var histories: [String: PageHistory] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter pages: what the pages say now.
  init(_ sources: SiteSources, pages: [PageReading]) throws(SiteFault) {
    let discovery = sources.discovery
    // Most folders of pages record nothing.
    guard !sources.wikis.isEmpty || !discovery.revisions.isEmpty || discovery.manifest != nil else {
      return
    }
    let current = Dictionary(
      pages.map { ($0.path, $0.document.file.bytes) }, uniquingKeysWith: { first, _ in first })
    for wiki in sources.wikis {
      // Texts of earlier revisions can be many: each page's are compared at once and let go.
      let found = Parallel.map(wiki.pages) { page in
        Self.history(of: page, in: wiki.store, current: current[page.path] ?? [])
      }
      for (page, (history, findings)) in zip(wiki.pages, found) {
        diagnostics += findings
        if !history.isEmpty { histories[page.path] = history }
      }
    }
    try readContentFolder(discovery, current)
  }

  private static func history(
    of page: StoredPage, in store: WikiStore, current: [UInt8]
  ) -> (PageHistory, [Diagnostic]) {
    let (revisions, findings) = store.revisions(of: page)
    let earlier = revisions.map {
      PageHistory.Revision(moment: $0.date.map(Self.moment), text: $0.text)
    }
    let changed = page.modified.map(Self.moment)
    return (PageHistory(changed: changed, earlier: earlier, current: current), findings)
  }

  /// `Page.history/0001.txt` and so on, the oldest first, with the dates of the manifest.
  private mutating func readContentFolder(
    _ discovery: ContentDiscovery, _ current: [String: [UInt8]]
  ) throws(SiteFault) {
    do throws(FileSystemError) {
      let manifest = try Self.manifest(of: discovery)
      var revisions: [String: [PageHistory.Revision]] = [:]
      for path in discovery.revisions where path.hasSuffix(".txt") {
        let page = ContentDiscovery.folder(of: path).dropLast(ContentDiscovery.historyEnding.count)
        let bytes = try FileSystem.read(discovery.systemPath(path))
        revisions[String(page), default: []].append(
          PageHistory.Revision(
            moment: Self.moment(manifest[path]), text: TextEncoding.utf8.decode(bytes).bytes))
      }
      for page in discovery.pages {
        let history = PageHistory(
          changed: Self.moment(manifest[page.path]), earlier: revisions[page.name] ?? [],
          current: current[page.path] ?? [])
        if !history.isEmpty { histories[page.path] = history }
      }
    } catch {
      throw .disk(error.description)
    }
  }

  private static func manifest(
    of discovery: ContentDiscovery
  ) throws(FileSystemError) -> ImportManifest {
    guard let path = discovery.manifest else { return ImportManifest() }
    let bytes = try FileSystem.read(discovery.systemPath(path))
    return ImportManifest(String(decoding: bytes, as: UTF8.self))
  }

  private static func moment(_ entry: ImportManifest.Entry?) -> PageHistory.Moment? {
    entry?.date.flatMap { WikiDate(in: $0) }.map(moment)
  }

  private static func moment(_ date: WikiDate) -> PageHistory.Moment {
    PageHistory.Moment(day: date.day, iso8601: date.iso8601)
  }
}
