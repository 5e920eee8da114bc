import Testing

@testable import Rendering

@Suite struct SitemapTests {
  private func text(_ file: RenderedFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test func oneFileWhereItIsEnough() {
    var sitemap = Sitemap("https://help.example/", most: 2)
    sitemap.add(path: "index.html")
    sitemap.add(path: "pages/メール/index.html", day: "2026-01-02")
    let files = sitemap.files()
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(text(files[0]).hasSuffix("<lastmod>2026-01-02</lastmod></url>\n</urlset>\n"))
    #expect(text(files[0]).contains("https://help.example/pages/%E3%83%A1%E3%83%BC%E3%83%AB/"))
  }

  /// What is too much for one file stands in several, of which the first is the list.
  @Test func severalFilesWhereThereAreMoreAddresses() {
    var sitemap = Sitemap("https://help.example/a&b/", most: 2)
    for number in 0..<5 { sitemap.add(path: "\(number).html") }
    let files = sitemap.files()
    #expect(
      files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    #expect(text(files[0]).contains("<loc>https://help.example/a&amp;b/sitemap-3.xml</loc>"))
    #expect(text(files[3]).contains("/4.html</loc>") && !text(files[3]).contains("/3.html"))
  }

  @Test func severalFilesWhereAddressesAreLong() {
    var sitemap = Sitemap("https://help.example/", mostBytes: 100)
    for number in 0..<3 { sitemap.add(path: "\(number).html") }
    #expect(sitemap.files().count == 4)
  }
}
