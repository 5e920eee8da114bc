import GuideModel

/// The pages that lead to clients: all of them, and those of each choice.
struct ClientPages {
  private let site: SiteRenderer
  private let edition: Edition
  /// Who has a guide comes first: that is what readers come for.
  private let subjects: [ClientSubject]
  /// The choices that lead to somebody.
  private let facets: [(facet: ClientFacet, subjects: [ClientSubject])]
  private var text: InterfaceText { edition.text }

  init(site: SiteRenderer, edition: Edition) {
    self.site = site
    self.edition = edition
    let subjects =
      site.subjects.filter { !$0.guides.isEmpty } + site.subjects.filter(\.guides.isEmpty)
    self.subjects = subjects
    let known = subjects.map { (subject: $0, profile: site.profile(of: $0.client)) }
    facets = ClientFacet.all.compactMap { facet in
      let found = known.filter { facet.contains($0.subject, $0.profile) }.map(\.subject)
      return found.isEmpty ? nil : (facet, found)
    }
  }

  /// How many cards a page shows before it leads on to others.
  private static let mostCards = 120
  private static let mostOnHome = 12

  // MARK: - Pages

  func pages() -> [SitePage] {
    all()
      + facets.map { facet, subjects in
        let title = text.clientsBy(facet.question.words(text), facet.words(text))
        return SitePage(
          section: .clients, path: "clients/\(facet.name).html", title: title,
          lead: text.clientsLead,
          body: opening(title) + cards(subjects.prefix(Self.mostCards), depth: 1)
            + rest(of: subjects, shown: Self.mostCards, depth: 1)
            + chooser(depth: 1, current: facet))
      }
  }

  private func all() -> [SitePage] {
    let parts = ListParts(of: subjects.count, atMost: Self.mostCards)
    return parts.ranges.enumerated().map { number, range in
      let title = number == 0 ? text.clients : "\(text.clients) \(number + 1)"
      let links = parts.links(folder: "", current: number, text) { index in
        subjects[index].client.name
      }
      return SitePage(
        section: .clients, path: "clients/" + parts.fileName(number), title: title,
        lead: text.clientsLead,
        body: opening(title) + (number == 0 ? chooser(depth: 1) : "")
          + cards(subjects[range], depth: 1) + links,
        isAlike: number == 0)
    }
  }

  private func opening(_ title: String) -> String {
    "<h1>\(HTMLText.escaped(title))</h1>\n<p class=\"lead\">\(HTMLText.escaped(text.clientsLead))</p>\n"
  }

  // MARK: - Parts

  /// The cards on the site's front page.
  func homeCards() -> String {
    let most = subjects.count <= Self.mostOnHome * 2 ? subjects.count : Self.mostOnHome
    return cards(subjects.prefix(most), depth: 0) + rest(of: subjects, shown: most, depth: 0)
  }

  private func rest(of subjects: [ClientSubject], shown: Int, depth: Int) -> String {
    guard subjects.count > shown else { return "" }
    return "<p><a href=\"\(address("index.html", depth))\">"
      + "\(HTMLText.escaped(text.allClients(site.subjects.count)))</a></p>\n"
  }

  /// What readers have, as links; questions to which all clients have the same answer are left out.
  func chooser(depth: Int, current: ClientFacet? = nil) -> String {
    let byQuestion = ClientFacet.Question.allCases.map { question in
      facets.filter { $0.facet.question == question }
    }.filter { $0.count > 1 }
    guard !byQuestion.isEmpty else { return "" }
    var html = "<section class=\"chooser\" aria-labelledby=\"site:choose\">\n"
    html += "<h2 id=\"site:choose\">\(HTMLText.escaped(text.chooseBy))</h2>\n<dl>\n"
    for choices in byQuestion {
      html += "<dt>\(HTMLText.escaped(choices[0].facet.question.words(text)))</dt><dd><ul>"
      for (facet, subjects) in choices {
        let mark = facet.name == current?.name ? " aria-current=\"page\"" : ""
        html += "<li><a href=\"\(address(facet.name + ".html", depth))\"\(mark)>"
        html += "\(HTMLText.escaped(facet.words(text))) <span>(\(subjects.count))</span></a></li>"
      }
      html += "</ul></dd>\n"
    }
    html += "</dl>\n<p class=\"page-name\">\(HTMLText.escaped(text.profileSource))</p>\n"
    return html + "</section>\n"
  }

  private func address(_ name: String, _ depth: Int) -> String {
    (depth == 0 ? "clients/" : "") + name
  }

  private func cards(_ subjects: some Collection<ClientSubject>, depth: Int) -> String {
    guard !subjects.isEmpty else { return "<p>\(HTMLText.escaped(text.noGuide))</p>\n" }
    let links = site.links(depth: depth + edition.depth, edition)
    return "<ul class=\"cards\">\n" + subjects.map { card($0, links) }.joined() + "</ul>\n"
  }

  private func card(_ subject: ClientSubject, _ links: SiteLinks) -> String {
    let about: String
    switch subject.guides.count {
    case 0: about = text.noGuide
    case 1: about = "\(text.guide): \(text.steps(subject.guides[0].setupStepCount))"
    default: about = text.guides(subject.guides.count)
    }
    return """
      <li class="card"><a href="\(links.client(subject.client.id))">\
      <span class="card-title">\(HTMLText.escaped(subject.client.name))</span></a>
      \(LevelBadge.html(subject.level, text))
      <span class="card-about">\(HTMLText.escaped(about))</span></li>

      """
  }
}
