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

  /// `?Name`, as wikis of these families address their pages. Maps of nginx do not tell capitals from
  /// small letters: of pages that differ in nothing else, and of pages of several wikis with one name,
  /// the first one is meant.
  private var wikiAddresses: [(from: String, to: String)] {
    var seen: Set<String> = []
    return site.library.pages.flatMap { page -> [(from: String, to: String)] in
      guard let slug = site.library.directory[page]?.slug else { return [] }
      let to = rootPath + AddressText.encoded(path: "pages/\(slug)/index.html")
      let name = Self.percentEncoded(page.name)
      return Set([name, name.replacing("/", with: "%2F")]).sorted().compactMap { name in
        seen.insert(name.lowercased()).inserted ? ("\(rootPath)?\(name)", to) : nil
      }
    }
  }

  /// As wikis write names in addresses: all but letters, digits, `-_.~` and the slash.
  private static func percentEncoded(_ name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return String(UnicodeScalar(byte))
      default:
        if "-_.~/".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }.joined()
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
