import Foundation
import Site
import SourceText
import Testing

/// Sites that are made of wikis where they lie.
@Suite struct WikiSourceTests {
  private static let guide = """
    #author("2017-05-01T12:00:00+09:00","","")
    *POP before SMTP
    **対応メールソフト
    -正式に対応しているメールソフト
    --Becky!(シェアウエア)
    **設定例(Becky!の場合)
    -(1)起動する。
    #ref(画面.png,,起動した画面)
    -(2)保存する。[[案内>FrontPage]]も[[manual:設定]]もご覧ください。
    #counter

    """

  private func makeWiki(
    in site: TemporarySite, _ name: String, encoding: TextEncoding = .utf8
  ) throws -> WikiFolder {
    let wiki = try WikiFolder(site.folder + "/" + name, encoding: encoding)
    try wiki.addPage("FrontPage", "*ようこそ\n[[設定ガイド]]\n")
    try wiki.addPage("設定ガイド", Self.guide)
    try wiki.addPage("MenuBar", "**メニュー\n-[[設定ガイド]]\n#recent(5)\n")
    try wiki.addPage("InterWikiName", "-[https://manual.example/?$1 manual] euc\n")
    try wiki.addPage(":config/plugin", "secret\n")
    try wiki.attach("画面.png", to: "設定ガイド", WikiFolder.picture)
    try wiki.attach("秘密.png", to: "設定ガイド", WikiFolder.picture)
    try wiki.add(
      "backup/\(wiki.hex("設定ガイド")).txt",
      encoding.encode(">>>>>>>>>> 1136214245\n*POP before SMTP\n**対応メールソフト\n-古い行\n") ?? [])
    return wiki
  }

  private func configure(_ site: TemporarySite, _ sources: String) throws {
    try site.add(
      "wikiguide.yml", "title: Help\nbase_url: https://help.example/\nsources:\n" + sources)
  }

  @Test func aWikiIsPublishedAsAHouse() throws {
    let site = try TemporarySite()
    let wiki = try makeWiki(in: site, "wiki")
    let before = try wiki.files()
    try configure(site, "  - kind: pukiwiki\n    path: ../wiki\n    id: office\n    title: 事務所\n")
    let report = try site.build()
    #expect(report.pages == 4)
    #expect(report.guides == 1)
    let page = try site.outputText("pages/office/設定ガイド/index.html")
    #expect(page.contains("src=\"../../../attached/office/"))
    #expect(page.contains("alt=\"起動した画面\""))
    #expect(page.contains("href=\"../../../pages/office/FrontPage/index.html\""))
    #expect(page.contains("https://manual.example/?%C0%DF%C4%EA"))
    #expect(!page.contains("#counter") && !page.contains("#author"))
    #expect(page.contains("<aside class=\"site-menu\">") && page.contains("事務所"))
    let files = try site.outputFiles().keys
    #expect(files.contains("attached/office/設定ガイド/画面.png"))
    #expect(!files.contains { $0.contains("秘密") || $0.contains("config") })
    #expect(try site.outputText("clients/becky-internet-mail/index.html").contains("起動した画面"))
    #expect(try site.outputText("pages/office/index.html").contains("FrontPage"))
    #expect(try wiki.files() == before)
  }

  @Test func changesComeFromTheWikisRecords() throws {
    let site = try TemporarySite()
    _ = try makeWiki(in: site, "wiki")
    try configure(site, "  - {kind: pukiwiki, path: ../wiki, id: office}\n")
    try site.build()
    let changes = try site.outputText("changes/index.html")
    #expect(changes.contains("2017-05-01") && changes.contains("2006-01-03"))
    let feed = try site.outputText("changes/feed.xml")
    #expect(feed.contains("<updated>2017-05-01T12:00:00+09:00</updated>"))
    let history = try site.outputText("pages/office/設定ガイド/history/index.html")
    #expect(history.contains("<del><code>-古い行</code></del>"))
    #expect(history.contains("<ins><code>--Becky!(シェアウエア)</code></ins>"))
    #expect(!history.contains("#author"))
  }

  /// The same wiki in another encoding is the same site.
  @Test(arguments: [TextEncoding.eucJP, .shiftJIS])
  func theEncodingDoesNotShow(_ encoding: TextEncoding) throws {
    let site = try TemporarySite()
    _ = try makeWiki(in: site, "utf8")
    _ = try makeWiki(in: site, "other", encoding: encoding)
    try configure(site, "  - {kind: pukiwiki, path: ../utf8, id: office}\n")
    try site.build(output: site.folder + "/one")
    try configure(site, "  - {kind: pukiwiki, path: ../other, id: office}\n")
    try site.build(output: site.folder + "/two")
    let one = try files(below: site.folder + "/one")
    #expect(one.count > 10)
    #expect(try files(below: site.folder + "/two") == one)
  }

  private func files(below folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: folder + "/" + file) { files[file] = data }
    }
    return files
  }

  @Test func pagesAreChosenByTheirNames() throws {
    let site = try TemporarySite()
    _ = try makeWiki(in: site, "wiki")
    try configure(
      site,
      "  - {kind: pukiwiki, path: ../wiki, id: a, include: ['設定*']}\n"
        + "  - {kind: pukiwiki, path: ../wiki, id: b, exclude: ['*Bar', 'InterWiki?ame']}\n")
    let report = try site.build(failOn: nil)
    #expect(report.pages == 1 + 2)
  }

  @Test func aWikisFolderNeedsNoConfiguration() throws {
    let site = try TemporarySite()
    _ = try makeWiki(in: site, "content")
    let report = try site.build()
    #expect(report.pages == 4)
    #expect(try site.outputText("pages/設定ガイド/index.html").contains("起動した画面"))
  }

  @Test(arguments: [
    ("  - {kind: pukiwiki, path: ../nowhere}\n", "cannot be read"),
    ("  - {kind: pukiwki, path: ../wiki}\n", "'pukiwki' is not a value"),
    ("  - {kind: pukiwiki}\n", "no 'path'"), ("  - {path: ../wiki}\n", "no 'kind'"),
    ("  - {kind: pukiwiki, path: ../wiki, encodng: auto}\n", "no key 'encodng'"),
    ("  - {kind: pukiwiki, path: ../wiki, id: 'a/b'}\n", "other signs"),
    ("  - {kind: pukiwiki, path: ../wiki, autolink: many}\n", "a number of bytes"),
    ("  - {kind: pukiwiki, path: ../wiki}\n  - {kind: pukiwiki, path: ../wiki}\n", "two sources"),
    ("  - {kind: pukiwiki, path: .}\n", "no page of a pukiwiki"),
  ])
  func wrongSourcesAreFindings(_ sources: String, _ words: String) throws {
    let site = try TemporarySite()
    _ = try makeWiki(in: site, "wiki")
    try configure(site, sources)
    let fault = #expect(throws: SiteFault.self) { try site.build() }
    guard case .configuration(let report)? = fault else {
      Issue.record("no finding but \(String(describing: fault))")
      return
    }
    #expect(report.diagnostics.first?.message.contains(words) == true)
    #expect(report.diagnostics.first?.place.range != nil)
  }

  @Test func nothingIsWrittenIntoAWiki() throws {
    let site = try TemporarySite()
    let wiki = try makeWiki(in: site, "wiki")
    try configure(site, "  - {kind: pukiwiki, path: ../wiki}\n")
    let before = try wiki.files()
    #expect(throws: SiteFault.self) { try site.build(output: wiki.path + "/output") }
    #expect(try wiki.files() == before)
  }

  @Test func aBrokenStoreIsPublishedAsFarAsItCanBeRead() throws {
    let site = try TemporarySite()
    let wiki = try makeWiki(in: site, "wiki")
    try wiki.add("wiki/nothex.txt", Array("x".utf8))
    try wiki.add("wiki/6.txt", Array("x".utf8))
    try wiki.addPage("frontpage", "small\n")
    try wiki.add("wiki/\(wiki.hex("Bad")).txt", [0xE8, 0xA8, 0xAD, 0x41, 0xFF, 0x42, 0x0A])
    try wiki.add("backup/\(wiki.hex("FrontPage")).gz", [0x1F, 0x8B, 8, 0, 0, 0])
    try wiki.attach("a.png", to: "Gone", [0])
    let big = wiki.path + "/attach/\(wiki.hex("設定ガイド"))_\(wiki.hex("big.png"))"
    #expect(FileManager.default.createFile(atPath: big, contents: nil))
    try FileHandle(forWritingTo: URL(filePath: big)).truncate(atOffset: 200 * 1024 * 1024)
    try configure(site, "  - {kind: pukiwiki, path: ../wiki}\n")
    let report = try site.build()
    let rules = Set(report.diagnostics.map(\.rule))
    #expect(
      rules.isSuperset(of: [
        "store-name-not-hexadecimal", "page-names-differ-in-case", "undecodable-bytes",
        "damaged-backup", "attachment-without-page", "large-attachment",
      ]))
    #expect(report.pages == 6)
    #expect(try site.outputText("pages/wiki/Bad/index.html").contains("設A\u{FFFD}B"))
  }
}
