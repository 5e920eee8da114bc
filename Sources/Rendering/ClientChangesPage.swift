import CompatibilityChanges
import SourceText

/// What changed in client support from publication to publication, as a page of the site, as data and
/// as a feed.
struct ClientChangesPage {
  let site: SiteRenderer
  let history: ChangeHistory

  static let path = "compatibility/changes/index.html"
  static let dataPath = "compatibility/changes.json"
  static let feedPath = "compatibility/changes/feed.xml"
  static let schemaPath = "compatibility/changes-schema-1.json"

  /// The page in one language.
  func page(_ edition: Edition) -> SitePage {
    let words = edition.text.clientChanges
    var page = SitePage(
      section: .matrix, path: Self.path, title: words.title, lead: words.lead,
      body: html(edition))
    page.feed = Self.feedPath
    return page
  }

  /// The record, its schema, and where the site's address is told, a feed: it has no name without one.
  func files() -> [RenderedFile] {
    let data = RenderedFile(
      Self.dataPath, ChangesJSON.bytes(history, schema: schemaAddress))
    let schema = RenderedFile(Self.schemaPath, ChangesJSON.schema)
    return [data, schema] + (feed().map { [RenderedFile(Self.feedPath, $0)] } ?? [])
  }

  private var schemaAddress: String { Self.schemaAddress(site.settings) }

  /// The published address of the schema, or its name beside the record where no address is known.
  static func schemaAddress(_ settings: RenderSettings) -> String {
    settings.baseURL.map { $0 + schemaPath } ?? "changes-schema-1.json"
  }

  private func feed() -> [UInt8]? {
    guard let base = site.settings.baseURL else { return nil }
    let text = site.main.text
    return ChangesFeed(
      title: "\(site.settings.title): \(text.clientChanges.title)", author: site.settings.title,
      id: base + "compatibility/changes/", language: text.language,
      address: (base + Self.feedPath, base + Self.path)
    ).bytes(history) { ClientChangeSections($0, text) }
  }

  // MARK: - The page

  private func html(_ edition: Edition) -> String {
    let words = edition.text.clientChanges
    let trail = PageTrail(text: edition.text, root: PageShell.root(2 + edition.depth))
    let way = trail.breadcrumbs(
      [
        .init(name: edition.text.home, path: edition.prefix + "index.html"),
        .init(name: edition.text.matrix, path: edition.prefix + "compatibility/index.html"),
      ], current: words.title)
    var html = String(decoding: way, as: UTF8.self)
    html += "<h1>\(HTMLText.escaped(words.title))</h1>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(words.lead))</p>\n"
    for entry in history.entries { html += section(entry, edition.text) }
    let begins =
      history.entries.isEmpty
      ? words.nothingSince(history.begins) : words.begins(history.begins)
    html += "<p>\(HTMLText.escaped(begins))</p>\n"
    return html + otherForms(words, root: PageShell.root(2 + edition.depth))
  }

  private func section(_ entry: ChangeHistory.Entry, _ text: InterfaceText) -> String {
    let words = text.clientChanges
    let day = HTMLText.escaped(entry.after.asOf)
    let compared = HTMLText.escaped(words.comparedWith(entry.before.asOf))
    return """
      <section class="client-changes" id="\(Self.anchor(entry))">
      <h2><time datetime="\(day)">\(day)</time></h2>
      <p>\(compared)</p>
      \(Self.html(ClientChangeSections(entry, text), heading: "h3"))</section>

      """
  }

  /// The id of an entry on the page.
  static func anchor(_ entry: ChangeHistory.Entry) -> String {
    "change-" + HTMLText.escaped(String(entry.id.split(separator: ":").last ?? ""))
  }

  /// - Parameter heading: the element of the headings.
  static func html(_ sections: ClientChangeSections, heading: String) -> String {
    var html = ""
    for section in sections.sections {
      html += "<\(heading)>\(escaped(section.title))</\(heading)>\n<ul>\n"
      for line in section.lines { html += item(line) }
      html += "</ul>\n"
    }
    return html + sections.remarks.map { "<p>\(escaped($0))</p>\n" }.joined()
  }

  private static func item(_ line: ClientChangeLine) -> String {
    let parts = line.parts.map { part in
      switch part {
      case .words(let words): escaped(words)
      case .gone(let words): "<del>\(escaped(words))</del>"
      case .come(let words): "<ins>\(escaped(words))</ins>"
      }
    }.joined(separator: " ")
    guard !line.subject.isEmpty else { return "<li>\(parts)</li>\n" }
    return "<li><strong>\(escaped(line.subject))</strong>: \(parts)</li>\n"
  }

  /// What an old record says may be anything, and reorder what stands around it.
  private static func escaped(_ text: String) -> String { HTMLText.escaped(text.escapingControls) }

  private func otherForms(_ words: ClientChangeWords, root: String) -> String {
    var html = "<p class=\"other-forms\">"
    html += "<a href=\"\(root)\(Self.dataPath)\">\(HTMLText.escaped(words.forMachines))</a>"
    if site.settings.baseURL != nil {
      html += " <a href=\"\(root)\(Self.feedPath)\">\(HTMLText.escaped(words.feed))</a>"
    }
    return html + "</p>\n"
  }
}
