import CommonMark
import GuideModel

/// The compatibility list as a matrix, one row a client and one column a feature, as a CommonMark
/// tree that is printed as HTML and as Markdown.
struct CompatibilityMatrix: ~Copyable {
  let list: CompatibilityList
  let survey: MatrixSurvey
  let site: SiteRenderer
  let edition: Edition
  let links: SiteLinks
  let clients: ArraySlice<Client>
  /// Whether clients stand together by platform.
  private let isGrouped: Bool
  var lines: SourceLines
  /// What more pages say than a level, and the number under which each is printed below the table.
  var notes: [String] = []
  var noteNumbers: [String: Int] = [:]
  /// HTML that stands right above the table.
  var controls = ""
  var tree = CommonMarkTree()

  var text: InterfaceText { edition.text }
  var words: MatrixText { edition.text.matrixText }

  /// - Parameter range: the clients that the matrix has rows for; nil for all.
  init(
    _ list: CompatibilityList, range: Range<Int>? = nil, survey: MatrixSurvey,
    isGrouped: Bool, site: SiteRenderer, links: SiteLinks, edition: Edition
  ) {
    self.list = list
    self.survey = survey
    self.isGrouped = isGrouped
    clients = list.clients[range ?? list.clients.indices]
    self.site = site
    self.edition = edition
    self.links = links
    lines = SourceLines(site)
  }

  mutating func write() {
    writeSummary()
    writeLegend()
    if !controls.isEmpty {
      tree.open(.htmlBlock(enter: controls, exit: ""))
      tree.close()
    }
    let caption = HTMLText.escaped(text.matrixCaption)
    let opening = """
      <div id="matrix" class="table-scroll matrix-scroll" role="region" aria-label="\(caption)" tabindex="0">
      <table class="matrix">
      <caption>\(caption)</caption>
      """
    tree.open(.htmlBlock(enter: opening, exit: "</table>\n</div>"))
    writeHead()
    for group in groups { write(group) }
    writeCounts()
    tree.close()
    writeNotes()
    writeOrigins()
  }

  // MARK: - Rows

  private typealias Group = (words: String?, clients: [Client])

  /// What is known of the client itself.
  func facts(of client: Client) -> ProgramFacts {
    ProgramFacts(client, profile: site.profile(of: client))
  }

  /// One group without a name where all clients belong together.
  private var groups: [Group] {
    let byKey = Dictionary(grouping: clients) { MatrixGrouping.platformGroup(of: facts(of: $0)) }
    guard isGrouped, byKey.count > 1 else { return [(nil, Array(clients))] }
    return MatrixGrouping.platform.groups(text).compactMap { key, words in
      byKey[key].map { (words, $0) }
    }
  }

  /// The client's column, and those for what is known of it beside its support.
  private var columnCount: Int { list.features.count + 3 }

  private mutating func writeHead() {
    tree.open(.customInline(.init(html: ("<thead>\n", "</thead>\n"))))
    openRow()
    writeHeadCell(text.client, key: "name")
    for feature in list.features { writeHeadCell(feature.name, key: feature.id) }
    writeHeadCell(words.about)
    writeHeadCell(text.price)
    tree.close()
    addRule(columns: columnCount)
    tree.close()
  }

  /// - Parameter key: the name that addresses have for the order by this column; nil where there is
  ///   no such order.
  private mutating func writeHeadCell(_ words: String, key: String? = nil) {
    openCell("th scope=\"col\"" + (key.map { " data-sort=\"\(HTMLText.escaped($0))\"" } ?? ""))
    add(words)
    tree.close()
  }

  /// The line that Markdown has below the head of a table.
  mutating func addRule(columns: Int) {
    let rule = "|" + String(repeating: " --- |", count: columns) + "\n"
    tree.add(inline: .init(html: ("", ""), markdown: (rule, "")))
  }

  mutating func openRow(_ attributes: String = "") {
    tree.open(
      .customInline(.init(html: ("<tr\(attributes)>", "</tr>\n"), markdown: ("|", "\n"))))
  }

  mutating func openCell(_ element: String) {
    let name = element.prefix { $0 != " " }
    tree.open(
      .customInline(.init(html: ("<\(element)>", "</\(name)>"), markdown: (" ", " |"))))
  }

  private mutating func write(_ group: Group) {
    tree.open(.customInline(.init(html: ("<tbody>\n", "</tbody>\n"))))
    if let words = group.words {
      let heading =
        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(columnCount)\">"
        + "<span>\(HTMLText.escaped(words))</span></th></tr>\n"
      tree.add(inline: .init(html: (heading, "")))
    }
    for client in group.clients { write(client) }
    tree.close()
  }

  private mutating func write(_ client: Client) {
    let facts = facts(of: client)
    openRow(attributes(of: client, facts))
    openCell("th scope=\"row\"")
    link(client.name, to: links.client(client.id))
    tree.close()
    for feature in list.features {
      openCell("td")
      writeClaims(list.rows(feature: feature.id, client: client.id))
      tree.close()
    }
    openCell("td")
    write(facts)
    tree.close()
    openCell("td")
    add(text.distributions[client.distribution.model] ?? client.distribution.model.rawValue)
    tree.close()
    tree.close()
  }

  /// What the script must know of a row beyond what it shows.
  private func attributes(of client: Client, _ facts: ProgramFacts) -> String {
    var attributes = " data-kind=\"\(client.kind.rawValue)\""
    if !facts.platforms.isEmpty {
      let names = facts.platforms.map(\.rawValue).joined(separator: " ")
      attributes += " data-platforms=\"\(names)\""
    }
    if facts.isDiscontinued == true { attributes += " data-ended" }
    var names: [String] = []
    for name in client.aliases + client.asWritten where names.count < Self.mostNames {
      if !client.name.contains(name), !names.contains(name) { names.append(name) }
    }
    if !names.isEmpty {
      let names = names.joined(separator: " ")
      attributes += " data-names=\"\(HTMLText.escaped(names))\""
    }
    return attributes
  }

  /// By how many other names a client is found.
  private static let mostNames = 12
}
