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

  var html: [UInt8] {
    var html = PageBytes(capacity: data.reduce(2048) { $0 + $1.count })
    html.add("<meta name=\"description\" content=\"")
    html.add(escaped: description)
    html.add("\">")
    if isHidden { html.add("\n<meta name=\"robots\" content=\"noindex\">") }
    if hasMarkdown {
      html.add("\n<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">")
    }
    if let feed {
      html.add("\n<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(feed)\">")
    }
    addAlternateLinks(to: &html)
    add("og:title", title, to: &html)
    add("og:description", description, to: &html)
    add("og:type", "article", to: &html)
    add("og:site_name", settings.title, to: &html)
    add("og:locale", language == "ja" ? "ja_JP" : language, to: &html)
    if settings.baseURL != nil {
      let address = address
      html.add("\n<link rel=\"canonical\" href=\"")
      html.add(address)
      html.add("\">")
      add("og:url", address, to: &html)
    }
    for data in data {
      html.add("\n<script type=\"application/ld+json\">")
      html.add(data)
      html.add("</script>")
    }
    if let script {
      html.add("\n")
      html.add(script)
    }
    return html.bytes
  }

  /// The main language, where the page has it, is also for readers of all other languages.
  private func addAlternateLinks(to html: inout PageBytes) {
    guard alternates.count > 1 else { return }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    let base = settings.baseURL ?? PageShell.root(depth)
    let standard = alternates.first { $0.language == settings.language } ?? alternates[0]
    for (language, path) in alternates.map({ ($0.language, $0.path) })
      + [("x-default", standard.path)]
    {
      html.add("\n<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(base)")
      html.add(path: path)
      html.add("\">")
    }
  }

  private func add(_ property: String, _ content: String, to html: inout PageBytes) {
    html.add("\n<meta property=\"")
    html.add(property)
    html.add("\" content=\"")
    html.add(escaped: content)
    html.add("\">")
  }
}
