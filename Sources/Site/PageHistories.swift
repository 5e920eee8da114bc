import GuideModel
import Rendering
import SourceText
import WikiStore

/// What the wikis and the content folder record of each page's changes, by the page's path.
struct PageHistories: Sendable {
  private(set) var histories: [String: PageHistory] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sources: SiteSources) throws(SiteFault) {
    for wiki in sources.wikis {
      let found = Parallel.map(wiki.pages) { wiki.store.revisions(of: $0) }
      for (page, (revisions, findings)) in zip(wiki.pages, found) {
        diagnostics += findings
        add(
          PageHistory(
            changed: page.modified.map(Self.moment),
            earlier: revisions.map {
              PageHistory.Revision(moment: $0.date.map(Self.moment), text: $0.text)
            }), to: page.path)
      }
    }
    try readContentFolder(sources.discovery)
  }

  /// `Page.history/0001.txt` and so on, the oldest first, with the dates of the manifest.
  private mutating func readContentFolder(_ discovery: ContentDiscovery) throws(SiteFault) {
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
        let changed = Self.moment(manifest[page.path])
        add(PageHistory(changed: changed, earlier: revisions[page.name] ?? []), to: page.path)
      }
    } catch {
      throw .disk(error.description)
    }
  }

  private static func manifest(of discovery: ContentDiscovery) throws(FileSystemError)
    -> ImportManifest
  {
    guard let path = discovery.manifest else { return ImportManifest() }
    let bytes = try FileSystem.read(discovery.systemPath(path))
    return ImportManifest(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func add(_ history: PageHistory, to path: String) {
    guard history.changed != nil || !history.earlier.isEmpty else { return }
    histories[path] = history
  }

  private static func moment(_ entry: ImportManifest.Entry?) -> PageHistory.Moment? {
    entry?.date.flatMap { WikiDate(in: $0) }.map(moment)
  }

  private static func moment(_ date: WikiDate) -> PageHistory.Moment {
    PageHistory.Moment(day: date.day, iso8601: date.iso8601)
  }
}
