import CompatibilityChanges
import GuideModel
import Rendering
import SourceText
import Synchronization

/// A site as it stood at one moment: its files, each made when somebody asks for it, and its findings.
package final class LiveModel: Sendable {
  private let model: SiteModel
  private let renderer: SiteRenderer
  private let asOf: String
  /// The folders and files that it is made of.
  package let places: [String]
  private let made = Mutex(Made())
  /// What each address of a page or a client's page is made of.
  private let origins: [String: Origin]

  private enum Origin {
    case page(PageReading)
    case client(ClientPage)
  }

  /// Files that were made before, by path.
  private struct Made {
    var files: [String: [UInt8]] = [:]
    var hasAll = false
    var hasSearch = false
  }

  /// A file of the site.
  package enum File: Sendable {
    case bytes([UInt8])
    /// Lies at this place on the disk, in the content or in a wiki.
    case onDisk(String)
  }

  init(_ model: SiteModel, renderer: SiteRenderer, asOf: String, places: [String]) {
    self.places = places
    self.model = model
    self.renderer = renderer
    self.asOf = asOf
    var origins: [String: Origin] = [:]
    for page in renderer.pages {
      for path in renderer.paths(of: page) { origins[path] = .page(page) }
    }
    for page in renderer.clientPages {
      for path in renderer.paths(of: page) { origins[path] = .client(page) }
    }
    self.origins = origins
  }

  package var configuration: SiteConfiguration { model.sources.configuration }
  package var theme: Theme { model.sources.theme }

  // MARK: - Files

  /// The file at a path from the site's root; nil where the site has none there.
  package func file(at path: String) -> File? {
    if let systemPath = systemPath(of: path) { return .onDisk(systemPath) }
    if let bytes = made.withLock({ $0.files[path] }) { return .bytes(bytes) }
    switch origins[path] {
    case .page(let page)?: keep(renderer.files(for: page))
    case .client(let page)?: keep(renderer.files(for: page))
    case nil: makeSiteFile(path)
    }
    return made.withLock { $0.files[path] }.map(File.bytes)
  }

  private func keep(_ files: [RenderedFile]) {
    made.withLock { made in
      for file in files { made.files[file.path] = file.bytes }
    }
  }

  /// First what is cheap: most readers never ask for the list in all its forms, or search.
  private func makeSiteFile(_ path: String) {
    if !made.withLock({ $0.hasAll }) {
      let own = renderer.siteFiles(sharing: path)
      keep(own)
      guard !own.contains(where: { $0.path == path }) else { return }
      let list = renderer.listFile()
      keep([list])
      renderer.forEachSiteFile(
        listSize: list.bytes.count, history: ChangeHistory(begins: asOf)
      ) { keep([$0]) }
      made.withLock { $0.hasAll = true }
    }
    let isFound = made.withLock { $0.files[path] != nil }
    if !isFound, path.hasPrefix("search/"), !made.withLock({ $0.hasSearch }) {
      let clients = Parallel.map(renderer.clientPages) { renderer.files(for: $0) }
      let pages = Parallel.map(renderer.pages) { renderer.files(for: $0) }
      keep(SearchIndex.files((clients + pages).flatMap { $0 }.flatMap(\.units)))
      made.withLock { $0.hasSearch = true }
    }
  }

  /// Where a picture or an attached file lies; it must still lie in the content or in a wiki.
  private func systemPath(of path: String) -> String? {
    let found =
      model.attached.systemPaths[path]
      ?? (model.images.contains(path) ? model.sources.discovery.systemPath(path) : nil)
    guard let found, let real = try? FileSystem.canonicalPath(found) else { return nil }
    let roots = [model.sources.discovery.root] + model.sources.wikis.map(\.folder)
    let isInside = roots.contains { root in
      (try? FileSystem.canonicalPath(root)).map { real.hasPrefix($0 == "/" ? $0 : $0 + "/") }
        ?? false
    }
    return isInside ? real : nil
  }

  /// All addresses of pages, sorted, for whoever looks for one that resembles another.
  package var paths: [String] { origins.keys.sorted() }

  // MARK: - What pages are made of

  /// The pages of which a file of the site is made, by their paths; empty where it is made of all.
  package func sources(of path: String) -> [String] {
    switch origins[path] {
    case .page(let page)?: return [page.path]
    case .client(let page)?:
      var seen: Set<String> = []
      return page.guidePaths.filter { seen.insert($0).inserted }
    case nil: return []
    }
  }

  /// Where a page is published; nil for files that are no pages.
  package func address(ofPage path: String) -> String? {
    library.pagesByPath[path].flatMap { library.directory[$0]?.slug }.map {
      "pages/\($0)/index.html"
    }
  }

  package func page(at path: String) -> PageReading? { library.pagesByPath[path] }

  package var library: GuideLibrary { model.library }

  /// Where a file of the content or of a wiki lies, as its authors know it; nil for what is none.
  package func systemPath(ofSource path: String) -> String? {
    let input = model.sources.pages.first { $0.path == path }
    let found = input?.systemPath ?? model.sources.discovery.systemPath(path)
    return try? FileSystem.canonicalPath(found)
  }

  // MARK: - Findings

  /// What is wrong with the site; takes longer than all else.
  package func judged() throws(SiteFault) -> BuildReport { try SiteContent.judge(model).report() }
}
