/// Wikis whose addresses need not be told: those that come with a wiki's own program.
extension PageNaming {
  /// The address of a page of such a wiki; nil where the program does not know it.
  package func address(wiki: String, page: String) -> String? {
    switch self {
    case .asWritten: nil
    case .mediaWiki: Self.mediaWikis[wiki.lowercased()].map { $0 + Self.path(page) }
    case .dokuWiki: Self.dokuAddress(wiki.lowercased()).map { $0 + Self.path(page) }
    }
  }

  private static let mediaWikis: [String: String] = [
    "w": "https://en.wikipedia.org/wiki/", "wikipedia": "https://en.wikipedia.org/wiki/",
    "wikt": "https://en.wiktionary.org/wiki/", "wiktionary": "https://en.wiktionary.org/wiki/",
    "mw": "https://www.mediawiki.org/wiki/", "mediawikiwiki": "https://www.mediawiki.org/wiki/",
    "m": "https://meta.wikimedia.org/wiki/", "meta": "https://meta.wikimedia.org/wiki/",
    "c": "https://commons.wikimedia.org/wiki/", "commons": "https://commons.wikimedia.org/wiki/",
  ]

  private static func dokuAddress(_ wiki: String) -> String? {
    switch wiki {
    case "doku": return "https://www.dokuwiki.org/"
    case "wp": return "https://en.wikipedia.org/wiki/"
    default:
      // `wpja` and the like: the encyclopedia in another language.
      let language = wiki.dropFirst(2)
      guard wiki.hasPrefix("wp"), (2...3).contains(language.count),
        language.allSatisfy({ ("a"..."z").contains($0) })
      else { return nil }
      return "https://\(language).wikipedia.org/wiki/"
    }
  }

  /// A name as a path: its parts and a place on the page keep their marks.
  private static func path(_ page: String) -> String {
    var parts = page.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts.count > 1 ? "#" + encoded(String(parts.removeLast())) : ""
    return encoded(String(parts.first ?? "")) + place
  }

  private static func encoded(_ name: String) -> String {
    name.map { character in
      if character == " " { return "_" }
      if character == "/" || character == ":" { return String(character) }
      return InterWikiTable.percentEncoded(Array(String(character).utf8))
    }.joined()
  }
}
