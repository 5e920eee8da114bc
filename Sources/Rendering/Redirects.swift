import GuideModel

/// Ways from addresses that pages had before, and from the wiki's own, to where they are now: as pages
/// that lead on, and as maps for the servers that know better ways.
struct Redirects {
  let site: SiteRenderer
  /// The path of the site on its host.
  let rootPath: String

  func files(_ text: InterfaceText) -> [RenderedFile] {
    let former = site.library.directory.formerSlugs.sorted { $0.key < $1.key }
    let moves = former.map { slug, entry in
      (from: "\(rootPath)pages/\(slug)/", to: "\(rootPath)pages/\(entry.slug)/index.html")
    }.map { (from: AddressText.encoded(path: $0.from), to: AddressText.encoded(path: $0.to)) }
    let all = moves + wikiAddresses
    var files = former.map { page($0, $1, text) }
    files.append(
      RenderedFile("redirects/nginx.map", all.map { "\($0.from) \($0.to);\n" }.joined()))
    files.append(
      RenderedFile("redirects/apache.txt", all.map { "\($0.from) \($0.to)\n" }.joined()))
    guard !moves.isEmpty else { return files }
    return files + [
      RenderedFile("_redirects", moves.map { "\($0.from)* \($0.to) 301\n" }.joined())
    ]
  }

  /// `?Name`, as wikis of these families address their pages; pages of several wikis of one site may
  /// share a name, and then the first one is meant.
  private var wikiAddresses: [(from: String, to: String)] {
    var seen: Set<String> = []
    return site.library.pages.compactMap { page in
      guard let slug = site.library.directory[page]?.slug else { return nil }
      let from = "\(rootPath)?\(AddressText.encoded(path: page.name))"
      guard seen.insert(from).inserted else { return nil }
      return (from, "\(rootPath)\(AddressText.encoded(path: "pages/\(slug)/index.html"))")
    }
  }

  private func page(
    _ slug: String, _ entry: PageDirectory.Entry, _ text: InterfaceText
  ) -> RenderedFile {
    let depth = 2 + slug.utf8.count { $0 == UInt8(ascii: "/") }
    let address =
      PageShell.root(depth) + AddressText.encoded(path: "pages/\(entry.slug)/index.html")
    let canonical =
      site.settings.baseURL.map {
        "<link rel=\"canonical\" href=\"\($0)\(AddressText.encoded(path: "pages/\(entry.slug)/index.html"))\">\n"
      } ?? ""
    return RenderedFile(
      "pages/\(slug)/index.html",
      """
      <!DOCTYPE html>
      <html lang="\(text.language)">
      <head>
      <meta charset="utf-8">
      <meta name="robots" content="noindex">
      <meta http-equiv="refresh" content="0; url=\(address)">
      \(canonical)<title>\(HTMLText.escaped(entry.title))</title>
      </head>
      <body><p><a href="\(address)">\(HTMLText.escaped(entry.title))</a></p></body>
      </html>

      """)
  }
}
