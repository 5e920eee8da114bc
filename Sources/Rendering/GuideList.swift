import GuideModel

/// The guides of a client that has many, as links, on as many pages as that takes.
struct GuideList {
  let parts: ListParts
  private let guides: [Guide]
  private let site: SiteRenderer
  private let edition: Edition
  private let folder: String

  init(_ page: ClientPage, site: SiteRenderer) {
    self.site = site
    guides = page.subject.guides
    edition = page.edition
    folder = page.edition.prefix + page.folder
    parts = ListParts(of: guides.count, atMost: 200)
  }

  /// The page that the guide stands on, and its heading where that says more.
  static func name(of guide: Guide, site: SiteRenderer) -> String {
    let title = site.pagesByPath[guide.path]?.title ?? guide.path
    return guide.title.isEmpty || guide.title == title ? title : "\(title) - \(guide.title)"
  }

  func name(of guide: Guide) -> String { Self.name(of: guide, site: site) }

  /// Seen from the list.
  func address(of guide: Guide) -> String {
    let path = site.clientAddresses.path(of: guide, edition)
    return AddressText.encoded(path: String(Substring(path.utf8.dropFirst(folder.utf8.count))))
  }

  func about(_ guide: Guide) -> String {
    let text = edition.text
    let words = [
      guide.versions.listed.isEmpty
        ? nil : "\(text.versions): " + guide.versions.listed.joined(separator: ", "),
      text.steps(guide.setupStepCount), site.pagesByPath[guide.path]?.name,
    ]
    return "(" + words.compactMap { $0 }.joined(separator: "; ") + ")"
  }

  func links(_ part: Int) -> String {
    parts.links(folder: "", current: part, edition.text) { name(of: guides[$0]) }
  }

  /// A later part of the list.
  func html(_ part: Int) -> [UInt8] {
    var html = PageBytes(capacity: 1024 + 160 * parts.ranges[part].count)
    html.add("<ul class=\"page-list\">\n")
    for guide in guides[parts.ranges[part]] {
      html.add("<li><a href=\"")
      html.add(address(of: guide))
      html.add("\">")
      html.add(escaped: name(of: guide))
      html.add("</a> <span class=\"page-name\">")
      html.add(escaped: about(guide))
      html.add("</span></li>\n")
    }
    html.add("</ul>\n")
    html.add(links(part))
    return html.bytes
  }
}
