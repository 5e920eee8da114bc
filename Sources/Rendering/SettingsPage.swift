import GuideModel
import MailSettings
import SourceText

/// The page on which customers find files that set their client up, or why there is none, and the
/// servers themselves.
struct SettingsPage {
  let site: SiteRenderer
  let edition: Edition
  let provider: ProviderSettings
  private var text: InterfaceText { edition.text }
  private var words: SettingsText { edition.text.settings }

  static let path = "settings/index.html"
  /// How many guides are named where there is no file.
  private static let mostGuides = 6

  func page() -> SitePage {
    var html = "<h1>\(HTMLText.escaped(words.title))</h1>\n"
    html += paragraph(words.lead, "lead")
    html += "<p>\(HTMLText.escaped(words.domains(list(provider.domains.map { "@\($0)" }))))</p>\n"
    if let page = provider.enabling {
      html += "<div class=\"callout callout-important\"><p>\(HTMLText.escaped(words.enableFirst)) "
      html += "\(link(page))</p></div>\n"
    }
    html += "<h2>\(HTMLText.escaped(words.files))</h2>\n"
    for format in SettingsFormat.allCases where !format.paths.isEmpty { html += section(format) }
    html += "<h2>\(HTMLText.escaped(words.servers))</h2>\n" + servers()
    if !provider.policies.isEmpty {
      html += "<h2>\(HTMLText.escaped(words.policies))</h2>\n<ul>\n"
      for policy in provider.policies { html += "<li>\(link(policy))</li>\n" }
      html += "</ul>\n"
    }
    return SitePage(
      section: .settings, path: Self.path, title: words.title, lead: words.lead, body: html)
  }

  // MARK: - Files

  private func section(_ format: SettingsFormat) -> String {
    guard let result = site.settingsFile(format), let about = words.formats[format] else {
      return ""
    }
    var html = "<h3>\(HTMLText.escaped(about.name))</h3>\n"
    switch result {
    case .success(let file): html += offer(file, use: about.use)
    case .failure(let refusal):
      let reason = words.refusals[refusal.feature] ?? refusal.reason
      html += paragraph(words.noFile(reason)) + guides(for: format)
    }
    return html
  }

  private func offer(_ file: SettingsFile, use: String) -> String {
    let path = file.format.paths[0]
    let name = String(path.split(separator: "/").last ?? "")
    let address = PageShell.root(1 + edition.depth) + path
    var html = paragraph(use)
    html += "<p><a href=\"\(address)\" download>\(HTMLText.escaped(words.get(name)))</a></p>\n"
    let limits = file.limits.compactMap { $0.nameForCustomers.flatMap { words.limits[$0] } }
    if !limits.isEmpty {
      html += "<ul>\n"
      for limit in limits { html += "<li>\(HTMLText.escaped(limit))</li>\n" }
      html += "</ul>\n"
    }
    return html
  }

  /// Where customers go who have to set their client up by hand.
  private func guides(for format: SettingsFormat) -> String {
    let links = site.links(depth: 1 + edition.depth, edition)
    let clients = site.clientsWithGuides.filter { format.isFor(client: $0.id) }
      .prefix(Self.mostGuides)
    var html = "<p>\(HTMLText.escaped(words.byHand))</p>\n<ul>\n"
    for client in clients {
      let name = HTMLText.escaped(text.guideFor(client.name))
      html += "<li><a href=\"\(links.client(client.id))\">\(name)</a></li>\n"
    }
    if clients.isEmpty {
      html += "<li><a href=\"../clients/index.html\">\(HTMLText.escaped(text.clients))</a></li>\n"
    }
    return html + "</ul>\n"
  }

  // MARK: - Servers

  private func servers() -> String {
    let lines = LineIndex(provider.file)
    let heads = [
      words.purpose, words.server, words.port, words.security, words.userName, words.signIn,
      text.source,
    ]
    var html = paragraph(words.serversLead(provider.name))
    html += "<div class=\"table-scroll\" tabindex=\"0\">\n<table class=\"servers\">\n<thead>\n<tr>"
    html += heads.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    html += "</tr>\n</thead>\n<tbody>\n"
    for server in provider.incoming + provider.outgoing { html += row(server, lines) }
    html += "</tbody>\n</table>\n</div>\n"
    if let minutes = provider.popBeforeSMTPMinutes { html += paragraph(words.window(minutes)) }
    return html
  }

  private func row(_ server: MailServer, _ lines: LineIndex) -> String {
    let name = server.mailProtocol.rawValue.uppercased()
    let purpose = server.mailProtocol == .smtp ? words.sending(name) : words.receiving(name)
    let cells = [
      "<code>\(HTMLText.escaped(server.host))</code>", "<code>\(server.port)</code>",
      HTMLText.escaped(words.securities[server.security] ?? server.security.rawValue),
      userName(server),
      HTMLText.escaped(words.authentications[server.authentication] ?? ""),
      "\(HTMLText.escaped(provider.file.path)), "
        + HTMLText.escaped(text.line(lines.line(at: server.range.lower))),
    ]
    return "<tr><th scope=\"row\">\(HTMLText.escaped(purpose))</th>"
      + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
  }

  private func userName(_ server: MailServer) -> String {
    guard server.asksForUserName else { return HTMLText.escaped(words.noneNeeded) }
    switch server.userName {
    case .address: return HTMLText.escaped(words.address)
    case .localPart: return HTMLText.escaped(words.localPart)
    case .assigned(let example):
      let assigned = HTMLText.escaped(words.assigned)
      guard let example else { return assigned }
      return HTMLText.escaped(text.sentences(words.assigned, words.example(example)))
    }
  }

  // MARK: - Parts

  private func link(_ page: PolicyLink) -> String {
    "<a href=\"\(HTMLText.escaped(AddressText.encoded(page.url)))\">"
      + "\(HTMLText.escaped(page.title))</a>"
  }

  private func paragraph(_ words: String, _ name: String? = nil) -> String {
    "<p\(name.map { " class=\"\($0)\"" } ?? "")>\(HTMLText.escaped(words))</p>\n"
  }

  private func list(_ members: [String]) -> String {
    members.dropFirst().reduce(members[0]) { text.members($0, $1) }
  }
}
