import CommonMark
import GuideModel
import Synchronization
import Syntax

/// Prints a site: the files of each page, of each client, and of the site as a whole.
///
/// Goes in: what was understood of all pages. Comes out: paths and bytes, the same on every run.
/// Holds nothing that changes, so that pages can be printed in parallel. Never judges.
package struct SiteRenderer: Sendable {
  let library: GuideLibrary
  let settings: RenderSettings
  let statements: [SupportStatement]
  /// One a client, in the order of their ids.
  let subjects: [ClientSubject]
  var pagesByPath: [String: PageReading] { library.pagesByPath }
  let features: [String: Feature]
  /// Explanations of features by the language they are written in; the first page's counts.
  private let explanations: [ExplanationKey: Feature]
  let clientsWithGuides: [Client]
  let neighbours: Neighbours
  /// What each page is written in, by its path.
  private let languages: [String: PageLanguage]
  private let subjectsByID: [String: ClientSubject]
  let shells = ShellCache()

  private struct ExplanationKey: Hashable {
    let feature: String
    let language: String
  }

  struct ShellKey: Hashable {
    let section: PageShell.Section
    let depth: Int
    let language: String
    /// Whose menu stands beside the page.
    let house: String?
  }

  package init(library: GuideLibrary, settings: RenderSettings) {
    self.library = library
    self.settings = settings
    let languages = Dictionary(
      uniqueKeysWithValues: library.pages.map { ($0.path, PageLanguage.of($0.document.file)) })
    self.languages = languages
    // Among claims that are alike, those in the site's own language come first.
    statements =
      library.statements.filter { languages[$0.path]?.rawValue == settings.language }
      + library.statements.filter { languages[$0.path]?.rawValue != settings.language }
    let statements = Dictionary(grouping: statements, by: \.clientID)
    let guides = Dictionary(grouping: library.guides) { $0.clientID ?? "" }
    subjects = library.clients.map {
      ClientSubject(
        client: $0, statements: statements[$0.id] ?? [], guides: guides[$0.id] ?? [])
    }
    subjectsByID = Dictionary(uniqueKeysWithValues: subjects.map { ($0.client.id, $0) })
    features = Dictionary(uniqueKeysWithValues: library.features.map { ($0.id, $0) })
    explanations = Self.explanations(library.pages, languages)
    clientsWithGuides = subjects.filter { !$0.guides.isEmpty }.map(\.client)
    neighbours = Neighbours(pages: library.pages, guided: clientsWithGuides)
  }

  /// The wikis of the site that have a name of their own in its addresses, by id.
  var namedHouses: [House] {
    library.houses.values.filter { !$0.id.isEmpty }.sorted { $0.id < $1.id }
  }

  func history(of page: PageReading) -> PageHistory? { settings.histories[page.path] }

  /// The language of a page; the site's own where there is no such page.
  func language(of path: String) -> String { languages[path]?.rawValue ?? settings.language }

  /// A feature as pages in one language explain it, else as any page does.
  func feature(_ id: String, in language: String) -> Feature? {
    explanations[ExplanationKey(feature: id, language: language)] ?? features[id]
  }

  /// What pages say that a feature is, one sentence a language.
  func descriptions(of feature: Feature) -> [Excerpt] {
    PageLanguage.allCases.compactMap { language in
      explanations[ExplanationKey(feature: feature.id, language: language.rawValue)]?.explanation
    }
  }

  private static func explanations(
    _ pages: [PageReading], _ languages: [String: PageLanguage]
  ) -> [ExplanationKey: Feature] {
    var explanations: [ExplanationKey: Feature] = [:]
    for page in pages {
      guard let language = languages[page.path]?.rawValue else { continue }
      for feature in page.features where feature.explanation != nil {
        let key = ExplanationKey(feature: feature.id, language: language)
        explanations[key] = explanations[key] ?? feature
      }
    }
    return explanations
  }

  func links(depth: Int) -> SiteLinks {
    SiteLinks(
      library: library, images: settings.images,
      showsRemoteImages: settings.showsRemoteImages, root: PageShell.root(depth))
  }

  // MARK: - Files

  /// A wiki page, as HTML and Markdown, and its source with numbered lines.
  package func files(for page: PageReading) -> [RenderedFile] {
    guard let slug = library.directory[page]?.slug else { return [] }
    let language = language(of: page.path)
    let text = InterfaceText.of(language)
    let folder = "pages/\(slug)/"
    let depth = 2 + slug.utf8.count { $0 == UInt8(ascii: "/") }
    let history = history(of: page)
    var writer = WikiPageBody.write(
      page, links: links(depth: depth), text: text, slug: slug, history: history,
      editURL: settings.editURL)
    let html = shell(of: page, depth: depth, language: language)
      .page(
        title: title(page.title), head: head(of: page, slug: slug, language: language).html,
        body: framed(page, slug: slug, depth: depth, text, writer.tree.html()))
    let inner = shell(of: page, depth: depth + 1, language: language)
    var files = [
      RenderedFile(folder + "index.html", html),
      RenderedFile(folder + "index.md", writer.tree.markdown()),
      RenderedFile(
        folder + "source/index.html",
        inner.page(
          title: title(text.sourceOf(page.name)),
          head: head(
            about: page, path: folder + "source/index.html", title: text.sourceOf(page.name),
            language: language
          ).html,
          body: SourceListing.html(page, text: text, pageAddress: "../index.html"))),
    ]
    if let history, !history.changes.isEmpty {
      files.append(
        RenderedFile(
          folder + "history/index.html",
          inner.page(
            title: title(text.historyOf(page.title)),
            head: head(
              about: page, path: folder + "history/index.html",
              title: text.historyOf(page.title), language: language
            ).html,
            body: HistoryPage.html(page, history, text: text))))
    }
    return files
  }

  /// A client's page, as HTML and Markdown.
  package func files(for client: Client) -> [RenderedFile] {
    guard let subject = subjectsByID[client.id], let page = mainPage(of: subject) else { return [] }
    let language = language(of: page.path)
    var body = GuideBody(
      subject, page: page, site: self, links: links(depth: 2), text: InterfaceText.of(language))
    body.write()
    let html = shell(.clients, depth: 2, language: language)
      .page(
        title: title(body.title),
        head: head(
          of: subject, title: body.title, language: language, stepIDs: body.stepIDs
        ).html,
        body: framed(client, title: body.title, InterfaceText.of(language), body.writer.tree.html())
      )
    let folder = "clients/\(client.id)/"
    return [
      RenderedFile(folder + "index.html", html),
      RenderedFile(folder + "index.md", body.writer.tree.markdown()),
    ]
  }

  /// The compatibility list alone, to be put anywhere.
  package func compatibility(format: ListFormat) -> [UInt8] {
    let list = CompatibilityList(library, statements: statements)
    switch format {
    case .json:
      var json = CompatibilityJSON(list, site: self)
      return json.bytes()
    case .csv: return CompatibilityCSV.bytes(list, site: self)
    case .markdown:
      var matrix = matrix(list, root: settings.baseURL ?? "../")
      return matrix.tree.markdown()
    case .html:
      let matrix = matrix(list, root: settings.baseURL ?? "../")
      return matrix.tree.html()
    }
  }

  package enum ListFormat: Sendable { case json, csv, markdown, html }

  // MARK: - Parts

  /// A wiki page between the way to it and the pages beside it.
  private func framed(
    _ page: PageReading, slug: String, depth: Int, _ text: InterfaceText, _ body: [UInt8]
  ) -> [UInt8] {
    let trail = PageTrail(text: text, root: PageShell.root(depth))
    var above = [
      PageTrail.Place(name: text.home, path: "index.html"),
      PageTrail.Place(name: text.pages, path: "pages/index.html"),
    ]
    if let house = library.houses[page.house], !house.id.isEmpty {
      above.append(.init(name: house.title, path: "pages/\(house.id)/index.html"))
    }
    let (previous, next) = neighbours.of(page)
    func place(_ page: PageReading) -> PageTrail.Place? {
      library.directory[page].map { .init(name: page.title, path: "pages/\($0.slug)/index.html") }
    }
    return Array(trail.breadcrumbs(above, current: page.title).utf8) + body
      + Array(
        trail.neighbours(previous: previous.flatMap(place), next: next.flatMap(place)).utf8)
  }

  private func framed(
    _ client: Client, title: String, _ text: InterfaceText, _ body: [UInt8]
  ) -> [UInt8] {
    let trail = PageTrail(text: text, root: PageShell.root(2))
    let above = [
      PageTrail.Place(name: text.home, path: "index.html"),
      PageTrail.Place(name: text.clients, path: "clients/index.html"),
    ]
    let (previous, next) = neighbours.of(client)
    func place(_ client: Client) -> PageTrail.Place {
      .init(name: client.name, path: "clients/\(client.id)/index.html")
    }
    return Array(trail.breadcrumbs(above, current: title).utf8) + body
      + Array(trail.neighbours(previous: previous.map(place), next: next.map(place)).utf8)
  }

  func matrix(_ list: CompatibilityList, root: String) -> CompatibilityMatrix {
    var matrix = CompatibilityMatrix(
      list, site: self, links: links(depth: 1).seen(from: root),
      text: InterfaceText.of(settings.language))
    matrix.write()
    return matrix
  }

  func matrixBody(_ matrix: [UInt8], _ text: InterfaceText) -> [UInt8] {
    let opening = """
      <h1>\(HTMLText.escaped(text.matrix))</h1>
      <p class="lead">\(HTMLText.escaped(text.matrixLead)) \(HTMLText.escaped(text.unknownIsUnknown))</p>

      """
    let closing = """
      <p class="other-forms">\(HTMLText.escaped(text.alsoAs)): \
      <a href="compatibility.json">JSON</a> (<a href="schema-1.json">JSON Schema</a>), \
      <a href="compatibility.csv">CSV</a>, <a href="compatibility.md">Markdown</a></p>

      """
    return Array(opening.utf8) + matrix + Array(closing.utf8)
  }

  /// The schema under its address on this site.
  func schema() -> [UInt8] {
    // The address holds nothing that JSON would escape: the configuration is read so strictly.
    let text = String(decoding: PackageResources.schema_1_json, as: UTF8.self)
    let parts = text.split(separator: Self.schemaPlaceholder, maxSplits: 1)
    return Array(parts.joined(separator: CompatibilityJSON.schemaAddress(settings)).utf8)
  }

  private static let schemaPlaceholder = "https://example.invalid/wikiguide/compat-1.schema.json"

  func title(_ page: String) -> String { "\(page) | \(settings.title)" }

  /// The page that decides a client's language: that of its guide, else of its first mention.
  private func mainPage(of subject: ClientSubject) -> PageReading? {
    let paths = subject.guides.map(\.path) + subject.client.evidence.map(\.path)
    return paths.lazy.compactMap { pagesByPath[$0] }.first
  }
}
