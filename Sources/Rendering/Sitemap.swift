/// The addresses of a site for search engines, as sitemaps.org describes it: `sitemap.xml`, and where that
/// would be larger than readers take, several files of which `sitemap.xml` is the list.
struct Sitemap {
  private let base: String
  private let most: Int
  private let mostBytes: Int
  private var parts: [PageBytes] = []
  private var count = 0

  private static let opening = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  private static let namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

  /// - Parameters:
  ///   - base: the address of the site, which ends with a slash.
  ///   - most: how many addresses one file may have.
  ///   - mostBytes: beyond how many bytes a file takes no further one; readers take 50 MiB.
  init(_ base: String, most: Int = 50_000, mostBytes: Int = 48 << 20) {
    self.base = base
    self.most = most
    self.mostBytes = mostBytes
  }

  /// - Parameters:
  ///   - path: from the site's root, not encoded.
  ///   - day: when the page was changed last, `YYYY-MM-DD`.
  mutating func add(path: String, day: String? = nil) {
    if parts.isEmpty || count == most || parts[parts.count - 1].bytes.count > mostBytes {
      parts.append(PageBytes(capacity: 1 << 16))
      parts[parts.count - 1].add("\(Self.opening)<urlset \(Self.namespace)>\n")
      count = 0
    }
    count += 1
    let last = parts.count - 1
    parts[last].add("<url><loc>")
    parts[last].add(escaped: base)
    parts[last].add(escaped: AddressText.encoded(path: path))
    parts[last].add("</loc>")
    if let day { parts[last].add("<lastmod>\(day)</lastmod>") }
    parts[last].add("</url>\n")
  }

  /// `sitemap.xml`, then the parts that it lists.
  func files() -> [RenderedFile] {
    let closed = parts.map { part in
      var part = part
      part.add("</urlset>\n")
      return part.bytes
    }
    guard closed.count > 1 else { return closed.map { RenderedFile("sitemap.xml", $0) } }
    let names = closed.indices.map { "sitemap-\($0 + 1).xml" }
    let list = names.map { "<sitemap><loc>\(HTMLText.escaped(base + $0))</loc></sitemap>\n" }
      .joined()
    let index = "\(Self.opening)<sitemapindex \(Self.namespace)>\n\(list)</sitemapindex>\n"
    return [RenderedFile("sitemap.xml", index)] + zip(names, closed).map { RenderedFile($0, $1) }
  }
}
