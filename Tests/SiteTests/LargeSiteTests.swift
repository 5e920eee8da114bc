import Foundation
import Rendering
import Site
import SourceText
import Testing

/// What must not grow with the site, and what large sites need.
@Suite struct LargeSiteTests {
  /// No page names all others.
  @Test func listsStayShort() throws {
    let site = try TemporarySite()
    for number in 0..<430 { try site.add("Page\(number).txt", "*頁\(number)\n本文\n") }
    try site.build()
    let first = try site.outputText("pages/index.html")
    #expect(first.matches(of: /<li>/).count < 230)
    #expect(first.contains("href=\"index-2.html\"") && first.contains("href=\"index-3.html\""))
    let files = try site.outputFiles()
    let lists = ["pages/index.html", "pages/index-2.html", "pages/index-3.html"].compactMap {
      files[$0].map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    let named = lists.flatMap { $0.matches(of: /href="\.\.\/pages\/(Page[0-9]+)\//) }
      .map { String($0.output.1) }
    #expect(Set(named).count == 430)
    #expect(try site.outputText("index.html").contains("すべてのページ(430件)"))
  }

  @Test func aClientWithManyGuidesHasAPageForEach() throws {
    let site = try TemporarySite()
    for number in 1...6 {
      try site.add("Plan\(number).txt", "*プラン\(number)のThunderbirdの設定\n-(1)開く。\n-(2)閉じる。\n")
    }
    try site.build()
    let overview = try site.outputText("clients/thunderbird/index.html")
    #expect(!overview.contains("class=\"steps\""))
    #expect(overview.contains("<a href=\"thunderbird-2/index.html\">プラン2のThunderbirdの設定</a>"))
    let guide = try site.outputText("clients/thunderbird/thunderbird-2/index.html")
    #expect(guide.contains("id=\"step-1\"") && !guide.contains("id=\"step-1-2\""))
    #expect(
      try site.outputText("compatibility/compatibility.json").contains("clients/thunderbird/index")
        == false)
  }

  @Test func compressedCopiesStandBesideFiles() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", "compression: [gz, br]\n")
    try site.build()
    let files = try site.outputFiles()
    let page = try #require(files["index.html"]?.bytes)
    let gzip = try #require(files["index.html.gz"]?.bytes)
    #expect(gzip.starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) && gzip.count < page.count)
    #expect(try #require(files["index.html.br"]?.bytes).count < gzip.count)
    #expect(files["robots.txt.gz"] == nil)
    let again = try site.build()
    #expect(again.publication?.written == 0)
  }

  /// What readers have: by device, availability, price and level.
  @Test func clientsCanBeChosenByWhatReadersHave() throws {
    let site = try TemporarySite()
    try site.add(
      "Mail.txt",
      """
      *POP before SMTP
      **対応メールソフト
      |メールソフト|対応|価格|h
      |Thunderbird|対応|無償|
      |Outlook Express|手動|無償|
      |HinataMail|対応|有償|

      """)
    try site.add(
      "wikiguide.yml",
      "clients:\n  - {name: HinataMail, platforms: [android, web], discontinued: false}\n")
    try site.build()
    let home = try site.outputText("index.html")
    for choice in [
      "platform-windows", "platform-android", "platform-web", "age-current", "age-former",
      "price-free-of-charge", "price-commercial", "level-native", "level-manual",
    ] {
      #expect(home.contains("href=\"clients/\(choice).html\""), "\(choice)")
    }
    let current = try site.outputText("clients/age-current.html")
    #expect(current.contains("HinataMail") && !current.contains(">Outlook Express<"))
    #expect(current.contains("href=\"age-current.html\" aria-current=\"page\""))
  }

  @Test func pagesThatWikisMakeThemselvesAreOtherPartsHere() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "[[FrontPage]] [[IndexPage]] [[SearchPage]] [[CreatePage]]\n")
    try site.add("wikiguide.yml", "new_page_url: https://wiki.example/?cmd=newpage\n")
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.outputText("pages/Mail/index.html")
    #expect(page.contains("<a href=\"../../index.html\">FrontPage</a>"))
    #expect(page.contains("<a href=\"../../pages/index.html\">IndexPage</a>"))
    #expect(page.contains("<a href=\"../../search/index.html\">SearchPage</a>"))
    #expect(page.contains("<a href=\"https://wiki.example/?cmd=newpage\">CreatePage</a>"))
    #expect(try site.outputText("pages/index.html").contains("https://wiki.example/?cmd=newpage"))
  }
}
