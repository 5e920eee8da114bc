import CommonMark
import CompatibilityChanges
import GuideModel
import SourceText

/// The files of a site as a whole: what leads to its pages, for people and for machines.
extension SiteRenderer {
  /// The compatibility list as JSON: what changes are told by, and large.
  package func listFile() -> RenderedFile {
    RenderedFile(Self.listPath, compatibility(format: .json).bytes)
  }

  private static let listPath = "compatibility/compatibility.json"

  /// All files but those of single pages and clients, of the search index, and ``listFile()``.
  /// Those of a large site are large, so that one is taken before the next is made.
  /// - Parameters:
  ///   - listSize: how many bytes that has.
  ///   - history: what changed in it until now.
  package func forEachSiteFile<Failure: Error>(
    listSize: Int, history: ChangeHistory, _ take: (RenderedFile) throws(Failure) -> Void
  ) throws(Failure) {
    let text = main.text
    let list = compatibilityList
    let survey = MatrixSurvey(list)
    var sizes = [Self.listPath: listSize]
    for file in listFiles(list) {
      sizes[file.path] = file.bytes.count
      try take(file)
    }
    let changes = ClientChangesPage(site: self, history: history)
    for edition in editions {
      for page in pages(of: edition) { try take(file(page, edition)) }
      for page in matrixPages(list, survey, sizes: sizes, edition) { try take(file(page, edition)) }
      try take(file(changes.page(edition), edition))
    }
    let others = [
      houseFiles, changes.files, changeFiles, settingsFiles, assetFiles,
      { self.machineFiles(text) },
    ]
    for files in others {
      for file in files() { try take(file) }
    }
  }

  /// The pages that the site has in each of its languages.
  func pages(of edition: Edition) -> [SitePage] {
    let text = edition.text
    let indexes = IndexPages(site: self, edition: edition)
    let clients = ClientPages(site: self, edition: edition)
    return [
      indexes.home(clients),
      SitePage(
        section: .search, path: "search/index.html", title: text.search, lead: text.searchLead,
        body: SearchPage.html(text)),
    ] + clients.pages() + indexes.pages()
      + [settings.provider].compactMap { $0 }.map {
        SettingsPage(site: self, edition: edition, provider: $0).page()
      }
  }

  private func matrixPages(
    _ list: CompatibilityList, _ survey: MatrixSurvey, sizes: [String: Int], _ edition: Edition
  ) -> [SitePage] {
    let text = edition.text
    let parts = ListParts(of: list.clients.count, atMost: 200)
    return parts.ranges.enumerated().map { number, range in
      var matrix = CompatibilityMatrix(
        list, range: range, survey: survey, isGrouped: true, site: self,
        links: links(depth: 1 + edition.depth, edition), edition: edition)
      matrix.controls = MatrixControls(list: list, count: range.count, text: text).html()
      matrix.write()
      let links = parts.links(folder: "", current: number, text) { list.clients[$0].name }
      var page = SitePage(
        section: .matrix, path: "compatibility/" + parts.fileName(number),
        title: number == 0 ? text.matrix : "\(text.matrix) \(number + 1)", lead: text.matrixLead,
        body: matrixBody(matrix.tree.html(), edition, sizes: sizes) + Array(links.utf8))
      page.script = settings.theme.matrixScript
      return page
    }
  }

  func file(_ page: SitePage, _ edition: Edition) -> RenderedFile {
    let isMainHome = page.section == .home && edition.prefix.isEmpty
    let title = isMainHome ? settings.title : title(page.title, edition)
    let path = edition.prefix + page.path
    let alternates = page.isAlike ? alternates(of: page.path) : []
    var head = PageHead(
      settings: settings, language: edition.language, path: path, title: title,
      description: page.lead)
    head.alternates = alternates
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    head.script = page.script.map {
      "<script src=\"\(PageShell.root(depth))\($0.path)\" defer></script>"
    }
    if settings.baseURL != nil { head.feed = page.feed.map { PageShell.root(depth) + $0 } }
    let languages = languageLinks(
      alternates, except: edition.language, root: PageShell.root(depth))
    return RenderedFile(
      path,
      shell(page.section, depth: depth, edition)
        .page(
          title: title, head: head.html, address: head.address, languages: languages,
          body: page.body))
  }

  private func houseFiles() -> [RenderedFile] {
    namedHouses.flatMap { HousePages(site: self, house: $0, edition: main).pages() }
      .map { page in
        var page = page
        page.isAlike = false
        return file(page, main)
      }
  }

  private func changeFiles() -> [RenderedFile] {
    let changes = RecentChangesPage(site: self)
    guard !changes.isEmpty else { return [] }
    let text = main.text
    var page = SitePage(
      section: .changes, path: "changes/index.html", title: text.changes, lead: text.changesLead,
      body: changes.html(text), isAlike: false)
    page.feed = "changes/feed.xml"
    let feed = changes.feed(text).map { RenderedFile("changes/feed.xml", $0) }
    return [file(page, main)] + (feed.map { [$0] } ?? [])
  }

  /// The compatibility list in its other forms.
  private func listFiles(_ list: CompatibilityList) -> [RenderedFile] {
    var matrix = matrix(list, isGrouped: false, root: "../")
    return [
      RenderedFile("compatibility/compatibility.csv", CompatibilityCSV.bytes(list, site: self)),
      RenderedFile("compatibility/compatibility.md", matrix.tree.markdown()),
      RenderedFile("compatibility/schema-1.json", CompatibilityJSON.schema),
    ]
  }

  func assetFiles() -> [RenderedFile] {
    let theme = settings.theme
    let values = settings.provider == nil ? [] : [GuideSettings.scriptFile]
    return ([theme.style, theme.script, theme.matrixScript, theme.icon] + values).map {
      RenderedFile($0.path, $0.bytes)
    }
  }

  // MARK: - For machines

  /// `404.html`, `robots.txt`, `llms.txt`, and where the site's address is told, `sitemap.xml`.
  private func machineFiles(_ text: InterfaceText) -> [RenderedFile] {
    var files = [missingPage(text), RenderedFile("llms.txt", guideForModels(text))]
    var robots = "User-agent: *\nAllow: /\n"
    if let base = settings.baseURL {
      robots += "Sitemap: \(base)sitemap.xml\n"
      files += sitemap(base).files()
    }
    files.append(RenderedFile("robots.txt", robots))
    return files + Redirects(site: self, rootPath: rootPath).files(text)
  }

  /// Shown at any address that does not exist, so that its links begin at the site's own root.
  private func missingPage(_ text: InterfaceText) -> RenderedFile {
    let body = """
      <h1>\(HTMLText.escaped(text.notFound))</h1>
      <p class="lead">\(HTMLText.escaped(text.notFoundHelp))</p>
      <ul>
      <li><a href="\(rootPath)clients/index.html">\(HTMLText.escaped(text.clients))</a></li>
      <li><a href="\(rootPath)pages/index.html">\(HTMLText.escaped(text.pages))</a></li>
      <li><a href="\(rootPath)search/index.html">\(HTMLText.escaped(text.search))</a></li>
      </ul>

      """
    var head = PageHead(
      settings: settings, language: settings.language, path: "404.html", title: text.notFound,
      description: text.notFoundHelp)
    head.isHidden = true
    let html = shellFromRoot(rootPath).page(
      title: title(text.notFound), head: head.html, address: head.address, body: Array(body.utf8))
    return RenderedFile("404.html", html)
  }

  /// The path of the site on its host: `/` unless its address says more.
  private var rootPath: String {
    guard let base = settings.baseURL, let host = base.firstRange(of: "://"),
      let slash = base[host.upperBound...].firstIndex(of: "/")
    else { return "/" }
    return String(base[slash...])
  }

  private func sitemap(_ base: String) -> Sitemap {
    var sitemap = Sitemap(base)
    let fixed =
      [
        "index.html", "clients/index.html", "pages/index.html", "compatibility/index.html",
        ClientChangesPage.path,
      ] + (settings.provider == nil ? [] : [SettingsPage.path])
    for edition in editions {
      for path in fixed { sitemap.add(path: edition.prefix + path) }
    }
    for page in clientPages { sitemap.add(path: page.path) }
    for page in library.pages {
      guard let slug = library.directory[page]?.slug else { continue }
      sitemap.add(path: "pages/\(slug)/index.html", day: history(of: page)?.changed?.day)
    }
    return sitemap
  }

  /// What the site holds, as a list of its Markdown pages.
  private func guideForModels(_ text: InterfaceText) -> [UInt8] {
    var lines = PageBytes(capacity: 1024 + 128 * (subjects.count + library.pages.count))
    let base = settings.baseURL ?? ""
    func add(_ title: String, _ path: String, _ about: (inout PageBytes) -> Void) {
      lines.add("- [")
      lines.add(markdown: title)
      lines.add("](")
      lines.add(base)
      lines.add(path: path)
      lines.add("): ")
      about(&lines)
      lines.add("\n")
    }
    lines.add("# ")
    lines.add(
      markdown: settings.title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    lines.add("\n\n> \(text.homeLead)\n\n## \(text.clients)\n\n")
    for subject in subjects {
      let steps = subject.guides.reduce(0) { $0 + $1.setupStepCount }
      add(subject.client.name, "clients/\(subject.client.id)/index.md") {
        $0.add(steps > 0 ? text.steps(steps) : text.noGuide)
      }
    }
    lines.add("\n## \(text.matrix)\n\n")
    add("JSON", "compatibility/compatibility.json") { $0.add(text.matrixLead) }
    add("Markdown", "compatibility/compatibility.md") { $0.add(text.matrixLead) }
    lines.add("\n## \(text.pages)\n\n")
    for page in library.pages {
      guard let slug = library.directory[page]?.slug else { continue }
      add(page.title, "pages/\(slug)/index.md") { $0.add(markdown: page.name) }
    }
    return lines.bytes
  }
}
