import GuideModel

/// The language that a page is written in: by the word of its author, else judged by its letters.
package enum PageLanguage {
  /// - Parameter site: the language of the site, that of pages in other letters than Japanese ones.
  package static func of(_ page: PageReading, on site: String) -> String {
    if let language = page.language { return language }
    if page.facts.isJapanese { return "ja" }
    return site == "ja" ? "en" : site
  }

  /// The language of most pages: `ja` or `en`.
  package static func ofMost(_ pages: [PageReading]) -> String {
    let japanese = pages.count { PageLanguage.of($0, on: "ja") == "ja" }
    return japanese * 2 >= pages.count ? "ja" : "en"
  }
}
