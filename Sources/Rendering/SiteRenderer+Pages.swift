import CommonMark
import GuideModel
import Syntax

/// The files of single pages and of single clients' pages, each made without the others.
extension SiteRenderer {
  /// A wiki page, as HTML and Markdown, its source with numbered lines, and what changed on it.
  package func files(for page: PageReading) -> [RenderedFile] {
    guard let slug = library.directory[page]?.slug, let known = pagesByPath[page.path] else {
      return []
    }
    let page = known.withBlocksAtHand
    let edition = edition(language(of: page))
    let text = edition.text
    let folder = "pages/\(slug)/"
    let depth = 2 + slug.utf8.count { $0 == UInt8(ascii: "/") }
    let history = history(of: page)
    var writer = WikiPageBody.write(
      page, links: links(depth: depth, edition), text: text, values: values(edition), slug: slug,
      history: history, editURL: settings.editURL)
    let body = writer.tree.html()
    let head = head(of: page, slug: slug, edition)
    let trail = PageTrail(text: text, root: PageShell.root(depth))
    let html = shell(of: page, depth: depth, edition).page(
      title: title(page.title), head: head.html, address: head.address,
      languages: languageLinks(
        translations.of(page), except: edition.language, root: trail.root),
      above: trail.breadcrumbs(places(above: page, edition), current: page.title), body: body,
      below: neighbours(of: page, trail))
    var files = [
      RenderedFile(
        folder + "index.html", html,
        units: SearchUnit.units(
          folder: folder, title: page.title,
          name: page.name == page.title ? nil : page.name, html: body)),
      RenderedFile(folder + "index.md", writer.tree.markdown()),
    ]
    let inner = shell(of: page, depth: depth + 1, edition)
    func add(_ name: String, _ title: String, _ body: [UInt8]) {
      let path = folder + name + "/index.html"
      let head = self.head(about: page, path: path, title: title, edition)
      files.append(
        RenderedFile(
          path,
          inner.page(title: self.title(title), head: head.html, address: head.address, body: body)))
    }
    add(
      "source", text.sourceOf(page.name),
      SourceListing.html(page, text: text, pageAddress: "../index.html"))
    if let history, !history.changes.isEmpty {
      add("history", text.historyOf(page.title), HistoryPage.html(page, history, text: text))
    }
    return files
  }

  /// A page about a client, as HTML and Markdown.
  package func files(for page: ClientPage) -> [RenderedFile] {
    guard let main = mainPage(of: page.subject) else { return [] }
    let edition = page.edition
    let depth = page.path.utf8.count { $0 == UInt8(ascii: "/") }
    let links = links(depth: depth, edition)
    var body = GuideBody(page, page: main, site: self, links: links)
    body.write()
    let title = body.title
    let alternates = clientAddresses.alternates(of: page, in: editions)
    var head = head(of: page, title: title, stepIDs: body.stepIDs)
    head.alternates = alternates
    head.script = body.settings.map { $0.script(root: PageShell.root(depth)) }
    let content = body.writer.tree.html()
    let shell = shell(.clients, depth: depth, edition, isPersonal: body.settings != nil)
    let trail = PageTrail(text: edition.text, root: PageShell.root(depth))
    let html = shell.page(
      title: self.title(title, edition), head: head.html, address: head.address,
      languages: languageLinks(alternates, except: edition.language, root: trail.root),
      above: trail.breadcrumbs(places(above: page), current: title), body: content,
      below: page.kind == .guide ? [] : neighbours(of: page, trail))
    return [
      RenderedFile(
        page.path, html,
        units: SearchUnit.units(
          folder: edition.prefix + page.folder, title: title,
          language: editions.count > 1 ? edition.language : nil, shown: folders(shownOn: page),
          html: content)),
      RenderedFile(page.path.dropLast(4) + "md", body.writer.tree.markdown()),
    ] + moreLists(of: page, title: title, depth: depth)
  }

  /// Where the wiki pages are published whose guides stand on a page.
  private func folders(shownOn page: ClientPage) -> [String] {
    guard page.kind != .overview else { return [] }
    var folders: [String] = []
    for guide in page.subject.guides {
      guard let slug = pagesByPath[guide.path].flatMap({ library.directory[$0]?.slug }) else {
        continue
      }
      if folders.last != "pages/\(slug)/" { folders.append("pages/\(slug)/") }
    }
    return folders
  }

  /// The later parts of a long list of guides.
  private func moreLists(of page: ClientPage, title: String, depth: Int) -> [RenderedFile] {
    guard page.kind == .overview else { return [] }
    let list = GuideList(page, site: self)
    return list.parts.ranges.indices.dropFirst().map { number in
      let path = page.edition.prefix + page.folder + list.parts.fileName(number)
      let title = "\(title) \(number + 1)"
      let head = PageHead(
        settings: settings, language: page.edition.language, path: path, title: title,
        description: title)
      let heading = "<h1>\(HTMLText.escaped(title))</h1>\n"
      return RenderedFile(
        path,
        shell(.clients, depth: depth, page.edition)
          .page(
            title: self.title(title, page.edition), head: head.html, address: head.address,
            above: Array(heading.utf8), body: list.html(number)))
    }
  }

  /// The page from which a client's links are seen: that of its guide, else of its first mention. A
  /// client that no page mentions has no links of pages.
  private func mainPage(of subject: ClientSubject) -> PageReading? {
    for guide in subject.guides {
      if let page = pagesByPath[guide.path] { return page }
    }
    for place in subject.client.evidence {
      if let page = pagesByPath[place.path] { return page }
    }
    return library.pages.first
  }
}
