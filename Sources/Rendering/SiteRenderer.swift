import CommonMark
import GuideModel
import Synchronization
import Syntax

/// Prints a site: the files of each page, of each client, and of the site as a whole.
///
/// Goes in: what was understood of all pages. Comes out: paths and bytes, the same on every run.
/// Holds nothing that changes, so that pages can be printed in parallel. Never judges.
///
/// An object, since every part of a page hands it on.
package final class SiteRenderer: Sendable {
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
  /// All pages: first those that the configuration names, then the others by name.
  let pagesInOrder: [PageReading]
  /// Whether any wiki has written down when a page was changed.
  let hasChanges: Bool
  /// The site in its main language, then in the others in which it has guides.
  let editions: [Edition]
  let translations: Translations
  /// What pages are written in, the last one first.
  private let languages: [String]
  /// The parts of the site that do the work of a wiki's own pages, by the prefixes of editions.
  private let tools: [String: [WikiTool: String]]
  /// All pages about clients: those of the main language first.
  package let clientPages: [ClientPage]
  let clientAddresses: ClientAddresses
  let shells = ShellCache()
  let longPages = LongPageLines()
  private let madeList = Mutex<CompatibilityList?>(nil)

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
    /// Whether readers type on the page what nobody else is to know.
    var isPersonal = false
  }

  package init(library: GuideLibrary, settings: RenderSettings) {
    let library = Self.titled(library, settings)
    self.library = library
    self.settings = settings
    let language = { PageLanguage.of($0, on: settings.language) }
    languages = Set(library.pages.map(language)).sorted(by: >)
    editions = Self.editions(library, settings)
    translations = Translations(library, language: language, codes: settings.texts.languages)
    // Among claims that are alike, those in the site's own language come first.
    statements = Self.ordered(library, settings)
    let statements = Dictionary(grouping: statements, by: \.clientID)
    let guides = Dictionary(grouping: library.guides) { $0.clientID ?? "" }
    subjects = library.clients.map {
      ClientSubject(
        client: $0, statements: statements[$0.id] ?? [], guides: guides[$0.id] ?? [])
    }
    clientPages = Self.clientPages(editions, subjects, library, settings)
    clientAddresses = ClientAddresses(clientPages)
    features = Dictionary(uniqueKeysWithValues: library.features.map { ($0.id, $0) })
    explanations = Self.explanations(library.pages, settings)
    clientsWithGuides = subjects.filter { !$0.guides.isEmpty }.map(\.client)
    let hasChanges =
      !settings.histories.isEmpty
      && library.pages.contains { settings.histories[$0.path]?.changed != nil }
    self.hasChanges = hasChanges
    tools = Dictionary(
      editions.map { ($0.prefix, Self.tools($0, settings, hasChanges: hasChanges)) },
      uniquingKeysWith: { first, _ in first })
    pagesInOrder = Self.inOrder(library.pages, settings.navigation)
    neighbours = Neighbours(
      pages: pagesInOrder, named: settings.navigation.count, guided: clientsWithGuides)
  }

  private static func inOrder(_ pages: [PageReading], _ navigation: [String]) -> [PageReading] {
    guard !navigation.isEmpty else { return pages }
    let places = Dictionary(
      navigation.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ page: PageReading) -> Int? { page.house.isEmpty ? places[page.name] : nil }
    let named = pages.filter { place($0) != nil }.sorted { (place($0) ?? 0) < (place($1) ?? 0) }
    return named + pages.filter { place($0) == nil }
  }

  /// The wikis of the site that have a name of their own in its addresses, by id.
  var namedHouses: [House] {
    library.houses.values.filter { !$0.id.isEmpty }.sorted { $0.id < $1.id }
  }

  func history(of page: PageReading) -> PageHistory? { settings.histories[page.path] }

  func language(of page: PageReading) -> String { PageLanguage.of(page, on: settings.language) }

  /// The language of a page; the site's own where there is no such page.
  func language(of path: String) -> String { Self.language(of: path, library, settings) }

  private static func language(
    of path: String, _ library: GuideLibrary, _ settings: RenderSettings
  ) -> String {
    library.page(at: path).map { PageLanguage.of($0, on: settings.language) } ?? settings.language
  }

  var main: Edition { editions[0] }

  /// The site in a language; where it has no edition in it, the main one with that language's words.
  func edition(_ language: String) -> Edition {
    editions.first { $0.language == language }
      ?? Edition(text: settings.texts.of(language), prefix: "")
  }

  private static func editions(
    _ library: GuideLibrary, _ settings: RenderSettings
  ) -> [Edition] {
    let found = Set(
      library.pages.lazy.filter { !$0.guides.isEmpty }
        .map { PageLanguage.of($0, on: settings.language) }
    ).filter(settings.texts.languages.contains)
    var seen: Set<String> = []
    let others = (settings.languages ?? found.sorted()).filter { seen.insert($0).inserted }
    return [Edition(text: settings.texts.of(settings.language), prefix: "")]
      + others.filter { $0 != settings.language }.map {
        Edition(text: settings.texts.of($0), prefix: $0 + "/")
      }
  }

  /// The library's statements: those of pages in the site's language, then the others.
  private static func ordered(
    _ library: GuideLibrary, _ settings: RenderSettings
  ) -> [SupportStatement] {
    // What no page says, but a file of data, stands behind.
    func isOwn(_ statement: SupportStatement) -> Bool {
      library.pagesByPath[statement.path] != nil
        && language(of: statement.path, library, settings) == settings.language
    }
    let others = library.statements.filter { !isOwn($0) }
    // Most sites are in one language, and need no copy.
    return others.isEmpty ? library.statements : library.statements.filter(isOwn) + others
  }

  /// Readers are shown guides in their language; those in others only where there is none.
  private static func clientPages(
    _ editions: [Edition], _ subjects: [ClientSubject], _ library: GuideLibrary,
    _ settings: RenderSettings
  ) -> [ClientPage] {
    editions.flatMap { edition in
      subjects.flatMap { subject in
        let own = subject.guides.filter {
          language(of: $0.path, library, settings) == edition.language
        }
        let areAll = own.isEmpty || own.count == subject.guides.count
        return ClientPage.pages(of: subject, guides: areAll ? subject.guides : own, edition)
      }
    }
  }

  /// A page of the site itself in all its languages.
  /// - Parameter path: without the part that tells its language.
  func alternates(of path: String) -> [Alternate] {
    editions.map { Alternate(language: $0.language, path: $0.prefix + path) }
  }

  /// A feature as pages in one language explain it, else as any page does.
  func feature(_ id: String, in language: String) -> Feature? {
    explanations[ExplanationKey(feature: id, language: language)] ?? features[id]
  }

  /// What pages say that a feature is, one sentence a language, and where none does, what curators say.
  func descriptions(of feature: Feature) -> [Excerpt] {
    // In the order of their codes' reverse, so that Japanese comes first among the two built-in ones.
    let ofPages = languages.compactMap { language in
      explanations[ExplanationKey(feature: feature.id, language: language)]?.explanation
    }
    let told = Set(ofPages.map { language(of: $0) })
    return ofPages + curatedDescriptions(of: feature, except: told)
  }

  private static func explanations(
    _ pages: [PageReading], _ settings: RenderSettings
  ) -> [ExplanationKey: Feature] {
    var explanations: [ExplanationKey: Feature] = [:]
    for page in pages {
      let language = PageLanguage.of(page, on: settings.language)
      for feature in page.features where feature.explanation != nil {
        let key = ExplanationKey(feature: feature.id, language: language)
        explanations[key] = explanations[key] ?? feature
      }
    }
    return explanations
  }

  /// - Parameter depth: how many folders the page that is made lies below the site's root.
  func links(depth: Int, _ edition: Edition) -> SiteLinks {
    SiteLinks(
      library: library, images: settings.images,
      showsRemoteImages: settings.showsRemoteImages, root: PageShell.root(depth),
      edition: edition.prefix, tools: tools[edition.prefix] ?? [:], clients: clientAddresses)
  }

  private static func tools(
    _ edition: Edition, _ settings: RenderSettings, hasChanges: Bool
  ) -> [WikiTool: String] {
    var tools: [WikiTool: String] = [
      .frontPage: edition.prefix + "index.html", .pageList: edition.prefix + "pages/index.html",
      .search: edition.prefix + "search/index.html",
    ]
    tools[.recentChanges] = hasChanges ? "changes/index.html" : nil
    tools[.newPage] = settings.newPageURL
    return tools
  }

  // MARK: - Parts

  /// Links to the same page in other languages; empty where there is none.
  func languageLinks(_ alternates: [Alternate], except own: String, root: String) -> String {
    let others = alternates.filter { $0.language != own }
    guard !others.isEmpty else { return "" }
    let items = others.map { other in
      let text = settings.texts.of(other.language)
      return "<li><a hreflang=\"\(other.language)\" lang=\"\(other.language)\" "
        + "href=\"\(root)\(AddressText.encoded(path: other.path))\">"
        + "\(HTMLText.escaped(text.languageName))</a></li>"
    }.joined()
    let label = HTMLText.escaped(settings.texts.of(own).languages)
    return "<nav class=\"languages\" aria-label=\"\(label)\"><ul>\(items)</ul></nav>"
  }

  /// The way to a wiki page.
  func places(above page: PageReading, _ edition: Edition) -> [PageTrail.Place] {
    let own = [
      PageTrail.Place(name: edition.text.home, path: edition.prefix + "index.html"),
      PageTrail.Place(name: edition.text.pages, path: edition.prefix + "pages/index.html"),
    ]
    guard let house = library.houses[page.house], !house.id.isEmpty else { return own }
    return own + [.init(name: house.title, path: "pages/\(house.id)/index.html")]
  }

  func neighbours(of page: PageReading, _ trail: PageTrail) -> [UInt8] {
    let (previous, next) = neighbours.of(page)
    func place(_ page: PageReading) -> PageTrail.Place? {
      library.directory[page].map { .init(name: page.title, path: "pages/\($0.slug)/index.html") }
    }
    return trail.neighbours(previous: previous.flatMap(place), next: next.flatMap(place))
  }

  /// The way to a page about a client.
  func places(above page: ClientPage) -> [PageTrail.Place] {
    let edition = page.edition
    let own = [
      PageTrail.Place(name: edition.text.home, path: edition.prefix + "index.html"),
      PageTrail.Place(name: edition.text.clients, path: edition.prefix + "clients/index.html"),
    ]
    return page.kind == .guide ? own + [place(of: page.subject.client, edition)] : own
  }

  private func place(of client: Client, _ edition: Edition) -> PageTrail.Place {
    .init(name: client.name, path: "\(edition.prefix)clients/\(client.id)/index.html")
  }

  func neighbours(of page: ClientPage, _ trail: PageTrail) -> [UInt8] {
    let (previous, next) = neighbours.of(page.subject.client)
    return trail.neighbours(
      previous: previous.map { place(of: $0, page.edition) },
      next: next.map { place(of: $0, page.edition) })
  }

  /// Which client supports which feature: made when first asked for, and once.
  var compatibilityList: CompatibilityList {
    madeList.withLock { made in
      let list = made ?? CompatibilityList(library, statements: statements)
      made = list
      return list
    }
  }

  /// The whole list as a matrix in the site's main language.
  func matrix(
    _ list: CompatibilityList, isGrouped: Bool, root: String
  ) -> CompatibilityMatrix {
    var matrix = CompatibilityMatrix(
      list, survey: MatrixSurvey(list), isGrouped: isGrouped, site: self,
      links: links(depth: 1, main).seen(from: root), edition: main)
    matrix.write()
    return matrix
  }

  /// - Parameter sizes: how many bytes files of the site have, by their paths.
  func matrixBody(_ matrix: [UInt8], _ edition: Edition, sizes: [String: Int]) -> [UInt8] {
    let text = edition.text
    let folder = edition.depth > 0 ? "../../compatibility/" : ""
    func form(_ label: String, _ name: String) -> String {
      let size = sizes["compatibility/" + name].map { " (\(FileSize.words($0)))" } ?? ""
      return "<a href=\"\(folder)\(name)\">\(label)</a>\(size)"
    }
    let opening = """
      <h1>\(HTMLText.escaped(text.matrix))</h1>
      <p class="lead">\(HTMLText.escaped(text.matrixLead)) \(HTMLText.escaped(text.unknownIsUnknown))</p>

      """
    let closing = """
      <p class="other-forms">\(HTMLText.escaped(text.alsoAs)): \
      \(form("JSON", "compatibility.json")), \(form("JSON Schema", "schema-1.json")), \
      \(form("CSV", "compatibility.csv")), \(form("Markdown", "compatibility.md"))</p>
      <p><a href="changes/index.html">\(HTMLText.escaped(text.clientChanges.title))</a></p>

      """
    return Array(opening.utf8) + matrix + Array(closing.utf8)
  }

  /// A page's title with that of the site; where it may be the same in several languages, with the
  /// name of its own.
  func title(_ page: String, _ edition: Edition? = nil) -> String {
    let language = edition.flatMap { $0.prefix.isEmpty ? nil : " (\($0.text.languageName))" }
    return "\(page) | \(settings.title)\(language ?? "")"
  }
}
