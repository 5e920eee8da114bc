import SourceText
import Testing
import WikiStore

/// Folders of wikis, sound and broken.
@Suite struct WikiStoreTests {
  @Test(arguments: [TextEncoding.utf8, .eucJP, .shiftJIS])
  func pagesAreTheSameInEveryEncoding(_ encoding: TextEncoding) throws {
    var memory = MemoryFolder()
    memory.addPage("FrontPage", "*はじめに\n[[設定ガイド]]を見てください。\n", in: encoding)
    memory.addPage("設定ガイド", "*メールソフトの設定\n-(1)起動する。\n", in: encoding)
    memory.addPage("設定ガイド/Outlook", "①を選ぶ\n", in: encoding)
    let store = try memory.store()
    #expect(store.encoding == encoding)
    #expect(store.pages.map(\.name) == ["FrontPage", "設定ガイド", "設定ガイド/Outlook"])
    #expect(store.pages.map(\.path).first == "wiki/FrontPage.txt")
    let text = try store.text(of: store.pages[2])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "①を選ぶ\n")
    #expect(store.diagnostics.isEmpty)
  }

  @Test func whatTheWikiKeepsForItselfIsLeftOut() throws {
    var memory = MemoryFolder()
    for name in [
      "FrontPage", "RecentChanges", "RecentDeleted", ":config", ":config/plugin", "MenuBar",
    ] {
      memory.addPage(name, "text\n")
    }
    memory.add("wiki/.htaccess", "")
    memory.add("wiki/index.html", "")
    let store = try memory.store()
    #expect(store.pages.map(\.name) == ["FrontPage", "MenuBar"])
    #expect(store.diagnostics.isEmpty)
  }

  @Test func datesComeFromTheBestRecord() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "#author(\"2017-05-01T12:00:00+09:00\",\"\",\"\")\ntext\n")
    memory.addPage("B", "text\n")
    memory.addPage("C", "text\n")
    memory.addPage("D", "text\n")
    memory.addPage(
      "RecentChanges", "-2016-01-01 (金) 00:00:00 - [[A]]\n-2006-01-02 (月) 15:04:05 - [[B]]\n")
    memory.add("cache/recent.dat", "1136214245\tC\n")
    memory.times["wiki/\(MemoryFolder.hex("D")).txt"] = 86_400
    let pages = try memory.store().pages
    #expect(
      pages.map { $0.modified?.iso8601 } == [
        "2017-05-01T12:00:00+09:00", "2006-01-02T15:04:05+09:00", "2006-01-03T09:04:05+09:00",
        "1970-01-02T09:00:00+09:00",
      ])
    #expect(pages.map(\.dateSource) == [.author, .recentChanges, .recentChanges, .fileTime])
  }

  @Test func attachmentsBelongToPages() throws {
    var memory = MemoryFolder()
    memory.addPage("設定", "#ref(画面.png)\n")
    memory.add("attach/\(MemoryFolder.hex("設定"))_\(MemoryFolder.hex("画面.png"))", "PNG")
    memory.add("attach/\(MemoryFolder.hex("設定"))_\(MemoryFolder.hex("画面.png")).log", "1")
    memory.add("attach/\(MemoryFolder.hex("設定"))_\(MemoryFolder.hex("画面.png")).1", "old")
    memory.add("attach/\(MemoryFolder.hex("Gone"))_\(MemoryFolder.hex("a.png"))", "PNG")
    let big = "attach/\(MemoryFolder.hex("設定"))_\(MemoryFolder.hex("big.png"))"
    memory.add(big, "PNG")
    memory.sizes[big] = 200 * 1024 * 1024
    memory.add("attach/nonsense", "x")
    let store = try memory.store()
    #expect(store.attachments.map(\.name) == ["a.png", "big.png", "画面.png"])
    #expect(
      Set(store.diagnostics.map(\.rule)) == [
        "attachment-without-page", "large-attachment", "store-name-not-hexadecimal",
      ])
  }

  @Test func wrongNamesAreFindings() throws {
    var memory = MemoryFolder()
    memory.addPage("Good", "text\n")
    memory.add("wiki/4G.txt", "x")
    memory.add("wiki/414.txt", "x")
    memory.add("wiki/readme.md", "x")
    memory.add("wiki/FF41.txt", "x")
    memory.add("wiki/410A2E2E2F.txt", "x")
    memory.add("wiki/676f6f64.txt", "lower-case digits")
    let store = try memory.store(encoding: .utf8)
    #expect(store.pages.map(\.name).contains("Good"))
    #expect(store.pages.map(\.name).contains("good"))
    #expect(store.pages.map(\.name).contains("A\u{FFFD}../"))
    #expect(store.pages.count == 4)
    let rules = store.diagnostics.map(\.rule)
    #expect(rules.count { $0 == "store-name-not-hexadecimal" } == 3)
    #expect(rules.count { $0 == "undecodable-store-name" } == 2)
    #expect(rules.contains("page-names-differ-in-case"))
  }

  @Test func twoFilesOfOnePageAreAFinding() throws {
    var memory = MemoryFolder()
    memory.add("wiki/416B.txt", "one")
    memory.add("wiki/416b.txt", "two")
    let store = try memory.store()
    #expect(store.pages.count == 1)
    #expect(store.diagnostics.map(\.rule) == ["duplicate-store-page"])
  }

  @Test func unreadablePageIsListedAndThrowsWhenRead() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "text\n")
    memory.unreadable = ["wiki/41.txt"]
    let store = try memory.store()
    let page = try #require(store.pages.first)
    #expect(throws: StoreFault.self) { try store.text(of: page) }
  }

  @Test func kindsAreToldApart() throws {
    var memory = MemoryFolder()
    memory.addPage("FrontPage", "text\n")
    memory.add("wiki/.htaccess", "Require all denied")
    memory.add("wiki/index.html", "")
    #expect(try StoreKind.of(memory.folder) == .pukiwiki)
    memory.add("info/46726F6E7450616765.txt", "x")
    #expect(try StoreKind.of(memory.folder) == .yukiwiki)
    memory.add("attach/index.html", "")
    #expect(try StoreKind.of(memory.folder) == .pyukiwiki)
    var classic = MemoryFolder()
    classic.addPage("FrontPage", "text\n")
    classic.add("cache/recent.dat", "")
    classic.add("diff/.htaccess", "Require all denied")
    classic.add("diff/46726F6E7450616765.txt", "+new\n=text\n")
    #expect(try StoreKind.of(classic.folder) == .pyukiwiki)
    classic.add("diff/46726F6E7450616765.txt", "+new\n text\n")
    #expect(try StoreKind.of(classic.folder) == .pukiwiki)
    classic.add("resource/resource.ja.txt", "")
    #expect(try StoreKind.of(classic.folder) == .pyukiwiki)
    var plain = MemoryFolder()
    plain.add("wiki/FrontPage.txt", "text\n")
    #expect(try StoreKind.of(plain.folder) == nil)
    var old = MemoryFolder()
    old.add("yukiwiki/5B5B90DD92E85D5D.txt", "text\n")
    old.add("yukidiff/5B5B90DD92E85D5D.txt", "=text\n-gone\n+new\n")
    #expect(try StoreKind.of(old.folder) == .yukiwiki)
    let store = try old.store(.yukiwiki)
    #expect(store.encoding == .shiftJIS)
    let page = try #require(store.pages.first)
    #expect(page.name == "設定")
    #expect(
      store.revisions(of: page).revisions.map { String(decoding: $0.text, as: UTF8.self) } == [
        "text\ngone\n"
      ])
  }
}
