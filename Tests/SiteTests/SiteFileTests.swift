import Foundation
import Site
import SourceText
import Testing

/// The files around the pages: for search engines, for readers who are lost, for the search.
@Suite struct SiteFileTests {
  @Test func formerNamesLeadOn() throws {
    let site = try TemporarySite()
    try site.add(
      "Mail.txt", "//wikiguide: was OldMail\n//wikiguide: was Other\n" + TemporarySite.page)
    try site.add("Other.txt", "[[OldMail]]を見る\n")
    try site.add("wikiguide.yml", "base_url: https://help.example/sub/\n")
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.outputText("pages/OldMail/index.html")
    #expect(page.contains("url=../../pages/Mail/index.html"))
    #expect(
      page.contains(
        "<link rel=\"canonical\" href=\"https://help.example/sub/pages/Mail/index.html\">"))
    #expect(
      try site.outputText("_redirects").contains(
        "/sub/pages/OldMail/* /sub/pages/Mail/index.html 301"))
    #expect(
      try site.outputText("redirects/nginx.map").contains("/sub/?Mail /sub/pages/Mail/index.html;"))
    // A page that has the name now is not hidden.
    #expect(try site.outputText("pages/Other/index.html").contains("を見る"))
    #expect(
      try site.outputText("pages/Other/index.html").contains("href=\"../../pages/Mail/index.html\"")
    )
  }

  @Test func mapsForServersHoldAnyName() throws {
    let site = try TemporarySite()
    for name in ["Q&A", "a;b", "FAQ", "Becky!", "C++", "上/下"] {
      try site.add("\(name).txt", "本文\n")
    }
    try site.build()
    let lines = try site.outputText("redirects/nginx.map").split(separator: "\n")
    #expect(
      lines.allSatisfy { $0.wholeMatch(of: /\/\?[A-Za-z0-9%._~\/-]+ \/pages\/[^; ]+;/) != nil })
    #expect(lines.contains("/?Q%26A /pages/Q-A/index.html;"))
    #expect(lines.contains { $0.hasPrefix("/?%E4%B8%8A/%E4%B8%8B ") })
    #expect(lines.contains { $0.hasPrefix("/?%E4%B8%8A%2F%E4%B8%8B ") })
    #expect(Set(lines.map { $0.lowercased().prefix { $0 != " " } }).count == lines.count)
  }

  @Test func machinesFindEverything() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", "title: Help\nbase_url: https://help.example/sub/\n")
    try site.build()
    #expect(
      try site.outputText("sitemap.xml").contains("https://help.example/sub/pages/Mail/index.html"))
    #expect(
      try site.outputText("robots.txt").contains("Sitemap: https://help.example/sub/sitemap.xml"))
    #expect(
      try site.outputText("llms.txt").contains(
        "https://help.example/sub/clients/becky-internet-mail/index.md"))
    #expect(try site.outputText("404.html").contains("href=\"/sub/clients/index.html\""))
    let guide = try site.outputText("clients/becky-internet-mail/index.html")
    #expect(
      guide.contains("\"@type\":\"HowTo\"") && guide.contains("\"@type\":\"BreadcrumbList\""))
    #expect(guide.contains("rel=\"canonical\""))
  }

  /// A strict policy holds: nothing on a page runs or styles itself.
  @Test func pagesCarryNoScriptAndNoStyle() throws {
    let site = try TemporarySite()
    try site.add(
      "Mail.txt", "COLOR(red){a} onclick=\"x\" <script>y</script>\n" + TemporarySite.page)
    try site.build()
    for (path, file) in try site.outputFiles() where path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(html.contains("default-src &#39;none&#39;"), "\(path)")
      #expect(!html.contains(" style=\"") && !html.contains("<style"), "\(path)")
      let scripts = html.matches(of: /<script[^>]*>/).map { String($0.output) }
      #expect(
        scripts.allSatisfy { $0.contains("src=") || $0.contains("application/ld+json") }, "\(path)")
    }
  }

  @Test func linksToTheWikiFollowTheirPattern() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add(
      "wikiguide.yml",
      "edit_url: https://wiki.example/?cmd=edit&page={page}\n"
        + "report_url: https://help.example/form?page={page}&step={step}\n")
    try site.build()
    #expect(
      try site.outputText("pages/Mail/index.html").contains(
        "https://wiki.example/?cmd=edit&amp;page=Mail"))
    #expect(
      try site.outputText("clients/becky-internet-mail/index.html")
        .contains("https://help.example/form?page=Mail&amp;step=2"))
  }

  @Test func theIndexKnowsPartsOfWords() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*設定\n送信メールサーバーはｓｍｔｐです。\n")
    try site.build()
    let words = try site.outputText("search/words-0.json")
    // Long vowels go, katakana become hiragana, wide letters plain.
    for pair in ["送信", "信め", "ばは", "sm", "tp"] {
      #expect(words.contains("\"\(Self.number(of: pair))\":"), "\(pair)")
    }
    #expect(words.contains("\"\(Self.number(of: "設定"))t\":"))
    let units = try site.outputText("search/units-0.json")
    #expect(units == "[[\"pages/Mail/\",\"設定\",\"\",\"Mail\"]]")
  }

  /// As the script of the search page makes it.
  private static func number(of pair: String) -> UInt32 {
    let letters = pair.unicodeScalars.map(\.value)
    return (letters[0] &* 0x9E37_79B1 &+ letters[1] &* 0x85EB_CA77) >> 16
  }

  @Test func aSiteMayLookDifferent() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/logo.png", bytes: [0x89, 0x50, 0x4E, 0x47])
    try site.add(
      "wikiguide.yml",
      """
      title: Help
      theme:
        accent: '#aa0000'
        accent_dark: '#ffaaaa'
        logo: images/logo.png
        footer: Hinata Hosting
        links:
          - {title: Contact, url: 'mailto:help@example.jp'}

      """)
    try site.add("theme/style.css", "body { color: black; }\n")
    try site.add("theme/stlye.css", "")
    let report = try site.build()
    #expect(report.diagnostics.map(\.rule) == ["unknown-theme-file"])
    #expect(report.diagnostics.first?.help == "did you mean 'style.css'?")
    let page = try site.outputText("index.html")
    #expect(
      page.contains("src=\"images/logo.png\" alt=\"Help\"") && page.contains("Hinata Hosting"))
    #expect(page.contains("href=\"mailto:help@example.jp\""))
    let name = try #require(page.firstMatch(of: /assets\/style-[0-9a-f]{16}\.css/)).output
    let style = try site.outputText(String(name))
    #expect(style.hasPrefix("body { color: black; }\n") && style.contains("--accent: #ffaaaa"))
  }

  @Test func aTemplateWithoutItsPlacesIsRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("theme/page.mustache", "<html>{{slots.title}}{{slots.head}}</html>\n")
    let report = try site.build()
    #expect(report.publication == nil)
    #expect(report.diagnostics.first?.message.contains("{{slots.body}}") == true)
  }

  @Test func aBuiltInFileCanBeTakenOut() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.build()
    let before = try site.outputFiles()
    for file in [
      "page.mustache", "style.css", "site.js", "matrix.js", "icon.svg", "text-ja.txt",
      "text-en.txt",
    ] {
      _ = try ThemeFolder.eject(file, into: site.content + "/theme", isForced: false)
    }
    // The same files make the same site.
    try site.build()
    #expect(try site.outputFiles() == before)
    #expect(throws: SiteFault.self) {
      try ThemeFolder.eject("style.css", into: site.content + "/theme", isForced: false)
    }
    #expect(throws: SiteFault.self) {
      try ThemeFolder.eject("nothing.css", into: site.content + "/theme", isForced: true)
    }
  }
}
