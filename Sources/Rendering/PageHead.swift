import GuideModel

/// What stands in a page's head for machines: what the page is, where it is, in which other form.
struct PageHead {
  let settings: RenderSettings
  let language: String
  /// From the site's root, such as `clients/x/index.html`.
  let path: String
  let title: String
  /// One or two sentences, plain text.
  let description: String
  var hasMarkdown = false
  /// The page in all its languages, its own among them; empty where it has but one.
  var alternates: [Alternate] = []
  /// JSON-LD, each ready to stand in a page.
  var data: [[UInt8]] = []
  /// Whether search engines should leave the page out: listings of sources and the like.
  var isHidden = false
  /// The address of a feed, for programs that read feeds.
  var feed: String?
  /// An element that loads a script which only some pages need.
  var script: String?

  /// Empty where the site's address is not told.
  var address: String { settings.baseURL.map { $0 + AddressText.encoded(path: path) } ?? "" }

  var html: String {
    var lines = ["<meta name=\"description\" content=\"\(HTMLText.escaped(description))\">"]
    if isHidden { lines.append("<meta name=\"robots\" content=\"noindex\">") }
    if hasMarkdown {
      lines.append("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">")
    }
    if let feed {
      lines.append("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(feed)\">")
    }
    lines += alternateLinks
    lines += [
      property("og:title", title), property("og:description", description),
      property("og:type", "article"), property("og:site_name", settings.title),
      property("og:locale", language == "ja" ? "ja_JP" : language),
    ]
    if settings.baseURL != nil {
      lines.append("<link rel=\"canonical\" href=\"\(address)\">")
      lines.append(property("og:url", address))
    }
    for data in data {
      lines.append(
        "<script type=\"application/ld+json\">\(String(decoding: data, as: UTF8.self))</script>")
    }
    if let script { lines.append(script) }
    return lines.joined(separator: "\n")
  }

  /// The main language, where the page has it, is also for readers of all other languages.
  private var alternateLinks: [String] {
    guard alternates.count > 1 else { return [] }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    let base = settings.baseURL ?? PageShell.root(depth)
    func link(_ language: String, _ path: String) -> String {
      "<link rel=\"alternate\" hreflang=\"\(language)\" "
        + "href=\"\(base)\(AddressText.encoded(path: path))\">"
    }
    let standard = alternates.first { $0.language == settings.language } ?? alternates[0]
    return alternates.map { link($0.language, $0.path) } + [link("x-default", standard.path)]
  }

  private func property(_ name: String, _ content: String) -> String {
    "<meta property=\"\(name)\" content=\"\(HTMLText.escaped(content))\">"
  }

  /// The beginning of a text, cut at a sentence or, where there is none, with an ellipsis.
  static func excerpt(_ text: String, atMost count: Int = 110) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > count else { return words }
    let beginning = words.prefix(count)
    if let end = beginning.lastIndex(where: { "。.!?！？".contains($0) }) {
      return String(beginning[...end])
    }
    return beginning.dropLast() + "…"
  }
}
