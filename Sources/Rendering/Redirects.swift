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
    var files = former.map { page($0, $1, text) }
    let pages = site.library.pages.count
    var (nginx, apache) = (PageBytes(capacity: 160 * pages), PageBytes(capacity: 160 * pages))
    func add(_ from: String, _ to: String) {
      nginx.add(from)
      nginx.add(" ")
      nginx.add(to)
      nginx.add(";\n")
      apache.add(from)
      apache.add(" ")
      apache.add(to)
      apache.add("\n")
    }
    for move in moves { add(move.from, move.to) }
    forEachWikiAddress(add)
    files.append(RenderedFile("redirects/nginx.map", nginx.bytes))
    files.append(RenderedFile("redirects/apache.txt", apache.bytes))
    guard !moves.isEmpty else { return files }
    return files + [
      RenderedFile("_redirects", moves.map { "\($0.from)* \($0.to) 301\n" }.joined())
    ]
  }

  /// `?Name`, as wikis of these families address their pages. Maps of nginx do not tell capitals from
  /// small letters: of pages that differ in nothing else, and of pages of several wikis with one name,
  /// the first one is meant.
  private func forEachWikiAddress(_ body: (_ from: String, _ to: String) -> Void) {
    let beginning = rootPath + "?"
    var seen: Set<String> = []
    seen.reserveCapacity(site.library.pages.count)
    for page in site.library.pages {
      guard let slug = site.library.directory[page]?.slug else { continue }
      let to = rootPath + AddressText.encoded(path: "pages/\(slug)/index.html")
      for name in Self.names(page.name) where seen.insert(name.lowercased()).inserted {
        body(beginning + name, to)
      }
    }
  }

  /// The ways in which wikis write a name in addresses, the slash as it is or encoded, in the order of
  /// their letters: all but letters, digits, `-_.~` and the slash are encoded.
  private static func names(_ name: String) -> [String] {
    var name = name
    var hasSlash = false
    let encoded = name.withUTF8 { name in
      String(unsafeUninitializedCapacity: name.count * 3) { buffer in
        var count = 0
        for byte in name {
          hasSlash = hasSlash || byte == UInt8(ascii: "/")
          guard !isPlain(byte) else {
            buffer[count] = byte
            count += 1
            continue
          }
          buffer[count] = UInt8(ascii: "%")
          buffer[count + 1] = digit(byte >> 4)
          buffer[count + 2] = digit(byte & 15)
          count += 3
        }
        return count
      }
    }
    // `%` comes before `/`.
    return hasSlash ? [encoded.replacing("/", with: "%2F"), encoded] : [encoded]
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
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
