import CommonMark
import GuideModel

/// The compatibility list as a matrix, one row a client and one column a feature, as a CommonMark
/// tree that is printed as HTML and as Markdown.
struct CompatibilityMatrix: ~Copyable {
  private let list: CompatibilityList
  private let site: SiteRenderer
  private let edition: Edition
  private var text: InterfaceText { edition.text }
  private let links: SiteLinks
  private let clients: ArraySlice<Client>
  private var lines: SourceLines
  private var notes: [String] = []
  var tree = CommonMarkTree()

  /// - Parameter range: the clients that the matrix has rows for; nil for all.
  init(
    _ list: CompatibilityList, range: Range<Int>? = nil, site: SiteRenderer, links: SiteLinks,
    edition: Edition
  ) {
    self.list = list
    clients = list.clients[range ?? list.clients.indices]
    self.site = site
    self.edition = edition
    self.links = links
    lines = SourceLines(pages: site.pagesByPath)
  }

  mutating func write() {
    let caption = HTMLText.escaped(text.matrixCaption)
    tree.open(
      .customBlock(
        .init(
          html: (
            "<div class=\"table-scroll\" role=\"region\" aria-label=\"\(caption)\" tabindex=\"0\">\n<table class=\"matrix\">\n"
              + "<caption>\(caption)</caption>", "</table>\n</div>"
          ))))
    writeHead()
    tree.open(.customInline(.init(html: ("<tbody>\n", "</tbody>\n"))))
    for client in clients { write(client) }
    tree.close()
    tree.close()
    writeNotes()
    writeLegend()
  }

  // MARK: - Rows

  private mutating func writeHead() {
    let count = list.features.count + 2
    tree.open(.customInline(.init(html: ("<thead>\n", "</thead>\n"))))
    openRow()
    writeHeadCell(text.client)
    for feature in list.features { writeHeadCell(feature.name) }
    writeHeadCell(text.price)
    tree.close()
    tree.add(
      inline: .init(
        html: ("", ""), markdown: ("|" + String(repeating: " --- |", count: count) + "\n", "")))
    tree.close()
  }

  private mutating func writeHeadCell(_ words: String) {
    openCell("th scope=\"col\"")
    add(words)
    tree.close()
  }

  private mutating func openRow() {
    tree.open(.customInline(.init(html: ("<tr>", "</tr>\n"), markdown: ("|", "\n"))))
  }

  private mutating func openCell(_ element: String) {
    let name = element.prefix { $0 != " " }
    tree.open(
      .customInline(.init(html: ("<\(element)>", "</\(name)>"), markdown: (" ", " |"))))
  }

  private mutating func write(_ client: Client) {
    openRow()
    openCell("th scope=\"row\"")
    link(client.name, to: links.client(client.id))
    tree.close()
    for feature in list.features {
      openCell("td")
      let rows = list.rows(feature: feature.id, client: client.id)
      if rows.isEmpty { addLevel(nil) }
      for (index, row) in rows.enumerated() {
        if index > 0 { lineBreak() }
        write(row)
      }
      tree.close()
    }
    openCell("td")
    add(text.distributions[client.distribution.model] ?? client.distribution.model.rawValue)
    tree.close()
    tree.close()
  }

  private mutating func write(_ row: CompatibilityList.Row) {
    if let version = row.version { add(version + ": ") }
    addLevel(row.level)
    if let note = row.note { addNoteMark(note.text) }
    if let guide = row.guide {
      add(" ")
      link(
        text.guide,
        to: links.root + AddressText.encoded(path: site.clientAddresses.path(of: guide, edition)))
      add(" (\(text.steps(guide.setupSteps.count)))")
    }
    if let place = row.evidence.first, let page = lines.page(place),
      let range = lines.lines(of: place), let entry = site.library.directory[page]
    {
      add(" ")
      tree.open(.customInline(.init(html: ("<span class=\"source\">", "</span>"))))
      link(
        "\(text.source): \(page.name), \(text.line(range.lowerBound))",
        to: links.source(slug: entry.slug, line: range.lowerBound))
      tree.close()
    }
  }

  // MARK: - Parts of cells

  private mutating func add(_ words: String) { tree.add(literal: words) }

  private mutating func link(_ words: String, to address: String) {
    tree.open(.link(url: address))
    add(words)
    tree.close()
  }

  private mutating func lineBreak() {
    tree.add(inline: .init(html: ("<br />", ""), markdown: ("<br>", "")))
  }

  private mutating func addLevel(_ level: SupportLevel?) {
    tree.add(inline: LevelBadge.frame(level, text))
  }

  /// Equal notes share a number.
  private mutating func addNoteMark(_ note: String) {
    let index = notes.firstIndex(of: note) ?? notes.count
    if index == notes.count { notes.append(note) }
    let number = index + 1
    tree.add(
      inline: .init(
        html: ("<sup><a href=\"#note-\(number)\">\(number)</a></sup>", ""),
        markdown: ("[^\(number)]", "")))
  }

  // MARK: - Below the table

  private mutating func writeNotes() {
    guard !notes.isEmpty else { return }
    tree.open(.customBlock(.init(html: ("<div class=\"footnotes\">", "</div>"))))
    for (index, note) in notes.enumerated() {
      let number = index + 1
      tree.open(.paragraph)
      tree.add(
        inline: .init(
          html: ("<a id=\"note-\(number)\"></a><span>\(number).</span> ", ""),
          markdown: ("[^\(number)]: ", "")))
      add(note)
      tree.close()
    }
    tree.close()
  }

  private mutating func writeLegend() {
    let label = HTMLText.escaped(text.legend)
    let opening = "<section class=\"legend\" aria-label=\"\(label)\">"
    tree.open(.customBlock(.init(html: (opening, "</section>"))))
    tree.open(.bulletList(isTight: true))
    let levels: [SupportLevel?] = SupportLevel.allCases + [nil]
    for level in levels {
      tree.open(.item)
      tree.open(.paragraph)
      addLevel(level)
      tree.add(text: " " + text.levelText(level).meaning)
      tree.close()
      tree.close()
    }
    tree.close()
    tree.close()
  }
}
