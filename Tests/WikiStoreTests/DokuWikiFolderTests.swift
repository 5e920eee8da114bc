import SourceText
import Testing
import WikiStore

/// The data folder of a DokuWiki: names, media, what pages said before.
@Suite struct DokuWikiFolderTests {
  private func store(_ change: (inout MemoryFolder) -> Void = { _ in }) throws -> WikiStore {
    var memory = MemoryFolder()
    memory.add("pages/start.txt", "now\n")
    memory.add("pages/mail/%E8%A8%AD%E5%AE%9A.txt", "now\n")
    memory.add("pages/mail/_template.txt", "@NS@\n")
    memory.add("meta/start.changes", "1577836800\t192.0.2.1\tC\tstart\n1609459200\t\tE\tstart\n")
    change(&memory)
    return try memory.store(.dokuwiki)
  }

  @Test func pagesHaveReadableNames() throws {
    let store = try store()
    #expect(store.pages.map(\.name) == ["mail/設定", "start"])
    #expect(store.pages.map(\.path) == ["wiki/mail/設定.txt", "wiki/start.txt"])
    #expect(store.pages.last?.modified == WikiDate(seconds: 1_609_459_200))
    #expect(store.diagnostics.isEmpty)
  }

  @Test func mediaBelongToTheWiki() throws {
    let store = try store { $0.add("media/mail/%E7%B5%B5.png", "x") }
    #expect(store.attachments.map(\.name) == ["mail/絵.png"])
    #expect(store.attachments.map(\.page) == [""])
  }

  @Test func earlierTextsAreUnpacked() throws {
    let store = try store { memory in
      memory.files["attic/start.1577836800.txt.gz"] = GzipBytes.stored("first\n")
      memory.files["attic/start.1600000000.txt.gz"] = Array("no gzip".utf8)
      memory.add("attic/start.1609459200.txt", "now\n")
      memory.add("attic/start.never.txt", "odd\n")
    }
    let page = try #require(store.pages.last)
    let (revisions, findings) = store.revisions(of: page)
    #expect(revisions.map { String(decoding: $0.text, as: UTF8.self) } == ["first\n"])
    #expect(revisions.map { $0.date?.seconds } == [1_577_836_800])
    #expect(findings.map(\.rule) == ["damaged-backup"])
  }

  @Test func kindIsKnownByItsFolders() throws {
    var memory = MemoryFolder()
    memory.add("pages/start.txt", "x")
    #expect(try StoreKind.of(memory.folder) == nil)
    memory.add("attic/start.1.txt.gz", "x")
    #expect(try StoreKind.of(memory.folder) == .dokuwiki)
  }

  @Test func linksAndNamesThatClashAreTold() throws {
    let store = try store { memory in
      memory.add("pages/mail/設定.txt", "twice\n")
      memory.add("media/link.png", "x")
      memory.others = ["media/link.png"]
    }
    #expect(
      store.diagnostics.map(\.rule).sorted() == ["duplicate-store-page", "store-entry-not-a-file"])
    #expect(store.attachments.isEmpty)
  }
}
