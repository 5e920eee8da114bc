import CommonMark
import GuideModel
import SourceText

/// The files of a site as a whole: what leads to its pages, for people and for machines.
extension SiteRenderer {
  /// All files but those of single pages and clients, and of the search index.
  package func siteFiles() -> [RenderedFile] {
    let text = InterfaceText.of(settings.language)
    let indexes = IndexPages(site: self, text: text)
    let home = page(.home, "index.html", text.home, text.homeLead, indexes.home())
    let search = SearchPage.html(text)
    return [
      home,
      page(.clients, "clients/index.html", text.clients, text.clientsLead, indexes.clients()),
      page(.pages, "pages/index.html", text.pages, text.pagesLead, indexes.pages()),
      page(.search, "search/index.html", text.search, text.searchLead, search),
    ] + houseFiles(text) + compatibilityFiles(text) + changeFiles(text) + assetFiles()
      + machineFiles(text)
  }

  /// A page of the site itself, in the site's own language.
  /// - Parameters:
  ///   - name: its title without that of the site.
  ///   - lead: what it is for, in a sentence.
  private func page(
    _ section: PageShell.Section, _ path: String, _ name: String, _ lead: String, _ body: [UInt8]
  ) -> RenderedFile {
    let title = section == .home ? settings.title : title(name)
    let head = PageHead(
      settings: settings, language: settings.language, path: path, title: title,
      description: lead)
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return RenderedFile(
      path,
      shell(section, depth: depth, language: settings.language)
        .page(title: title, head: head.html, body: body))
  }

  private func houseFiles(_ text: InterfaceText) -> [RenderedFile] {
    namedHouses.map { house in
      page(
        .house(house.id), "pages/\(house.id)/index.html", house.title, text.menuOf(house.title),
        HousePages(site: self, house: house, text: text).index())
    }
  }

  private func changeFiles(_ text: InterfaceText) -> [RenderedFile] {
    let changes = RecentChangesPage(site: self)
    guard !changes.isEmpty else { return [] }
    let list = page(
      .changes, "changes/index.html", text.changes, text.changesLead, changes.html(text))
    let feed = changes.feed(text).map { RenderedFile("changes/feed.xml", $0) }
    return [list] + (feed.map { [$0] } ?? [])
  }

  private func compatibilityFiles(_ text: InterfaceText) -> [RenderedFile] {
    let list = CompatibilityList(library, statements: statements)
    var json = CompatibilityJSON(list, site: self)
    var matrix = matrix(list, root: "../")
    let body = matrixBody(matrix.tree.html(), text)
    return [
      page(.matrix, "compatibility/index.html", text.matrix, text.matrixLead, body),
      RenderedFile("compatibility/compatibility.json", json.bytes()),
      RenderedFile("compatibility/compatibility.csv", CompatibilityCSV.bytes(list, site: self)),
      RenderedFile("compatibility/compatibility.md", matrix.tree.markdown()),
      RenderedFile("compatibility/schema-1.json", schema()),
    ]
  }

  private func assetFiles() -> [RenderedFile] {
    [settings.theme.style, settings.theme.script, settings.theme.icon].map {
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
      files.append(RenderedFile("sitemap.xml", sitemap(base)))
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
      title: title(text.notFound), head: head.html, body: Array(body.utf8))
    return RenderedFile("404.html", html)
  }

  /// The path of the site on its host: `/` unless its address says more.
  private var rootPath: String {
    guard let base = settings.baseURL, let host = base.firstRange(of: "://"),
      let slash = base[host.upperBound...].firstIndex(of: "/")
    else { return "/" }
    return String(base[slash...])
  }

  private func sitemap(_ base: String) -> String {
    var xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """
    let fixed = [
      "index.html", "clients/index.html", "pages/index.html", "compatibility/index.html",
    ]
    for path in fixed { xml += "<url><loc>\(base)\(path)</loc></url>\n" }
    for subject in subjects {
      xml += "<url><loc>\(base)clients/\(subject.client.id)/index.html</loc></url>\n"
    }
    for page in library.pages {
      guard let slug = library.directory[page]?.slug else { continue }
      let day = history(of: page)?.changed.map { "<lastmod>\($0.day)</lastmod>" } ?? ""
      xml +=
        "<url><loc>\(base)\(AddressText.encoded("pages/\(slug)/index.html"))</loc>\(day)</url>\n"
    }
    return xml + "</urlset>\n"
  }

  /// What the site holds, as a list of its Markdown pages.
  private func guideForModels(_ text: InterfaceText) -> String {
    func line(_ title: String, _ path: String, _ about: String) -> String {
      let address = (settings.baseURL ?? "") + AddressText.encoded(path: path)
      return "- [\(BodyWriter.markdown(title))](\(address)): \(about)\n"
    }
    var lines = "# \(settings.title)\n\n> \(text.homeLead)\n\n## \(text.clients)\n\n"
    for subject in subjects {
      let steps = subject.guides.reduce(0) { $0 + $1.setupSteps.count }
      lines += line(
        subject.client.name, "clients/\(subject.client.id)/index.md",
        steps > 0 ? text.steps(steps) : text.noGuide)
    }
    lines += "\n## \(text.matrix)\n\n"
    lines += line("JSON", "compatibility/compatibility.json", text.matrixLead)
    lines += line("Markdown", "compatibility/compatibility.md", text.matrixLead)
    lines += "\n## \(text.pages)\n\n"
    for page in library.pages {
      guard let slug = library.directory[page]?.slug else { continue }
      lines += line(page.title, "pages/\(slug)/index.md", page.name)
    }
    return lines
  }
}
