import SourceText
import Testing
import WikiStore

/// Folders in which something is wrong: it is said, and the rest is read.
@Suite struct BrokenStoreTests {
  @Test func namesThatDifferInCompositionOnlyAreTwoPages() throws {
    var memory = MemoryFolder()
    memory.addPage("カ\u{3099}イト", "apart")
    memory.addPage("ガイト", "composed")
    memory.addPage("Guide", "1")
    memory.addPage("GUIDE", "2")
    let store = try memory.store(encoding: .utf8)
    #expect(store.pages.count == 4)
    #expect(Set(store.pages.map(\.path)).count == 4)
    let texts = try store.pages.map {
      String(decoding: try store.text(of: $0).bytes, as: UTF8.self)
    }
    #expect(Set(texts) == ["apart", "composed", "1", "2"])
    let apart = try #require(store.pages.first { $0.name == "ガイト (2)" })
    #expect(try store.text(of: apart).bytes == Array("apart".utf8))
    #expect(
      store.diagnostics.map(\.rule) == Array(repeating: "page-names-differ-in-case", count: 2))
  }

  @Test func undecodableNamesStayApart() throws {
    var memory = MemoryFolder()
    for name in ["FF", "FE", "00", "410A", "410D"] { memory.add("wiki/\(name).txt", name) }
    let store = try memory.store(encoding: .utf8)
    #expect(
      store.pages.map(\.name) == [
        "A\u{FFFD}", "A\u{FFFD} (2)", "\u{FFFD}", "\u{FFFD} (2)", "\u{FFFD} (3)",
      ])
    #expect(store.diagnostics.map(\.rule) == Array(repeating: "undecodable-store-name", count: 5))
    #expect(store.diagnostics.allSatisfy { $0.place.path.hasPrefix("wiki/wiki/") })
  }

  @Test func aNameIsNoPath() throws {
    var memory = MemoryFolder()
    for name in ["../../etc/passwd", "/", "a/./b"] { memory.addPage(name, name) }
    let store = try memory.store()
    #expect(store.pages.map(\.name) == ["../../etc/passwd", "/", "a/./b"])
    #expect(store.pages.allSatisfy { $0.file.split(separator: "/").count == 2 })
  }

  @Test func oddFilesAmongAttachmentsAreFindings() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "text\n")
    for name in [
      "photo.png", "41_6", "41", "41_61_62", "_61", "41_61.bak", "41_61", "41_62.log", "41_61.12",
      "index.html", ".htaccess", "41_610A",
    ] {
      memory.add("attach/\(name)", "x")
    }
    let store = try memory.store(encoding: .utf8)
    #expect(store.attachments.map(\.name) == ["a", "a\u{FFFD}"])
    let rules = store.diagnostics.map(\.rule)
    #expect(rules.count { $0 == "store-name-not-hexadecimal" } == 5)
    #expect(rules.count { $0 == "undecodable-store-name" } == 1)
  }

  @Test func whatIsNoFileIsLeftOut() throws {
    var memory = MemoryFolder()
    for name in ["A", "B"] { memory.addPage(name, "text\n") }
    memory.add("backup/41.txt", ">>>>>>>>>> 1136181845\nold\n")
    memory.add("attach/41_61", "x")
    memory.others = ["wiki/42.txt", "backup/41.txt", "attach/41_61"]
    let store = try memory.store(encoding: .utf8)
    #expect(store.pages.map(\.name) == ["A"])
    #expect(store.attachments.isEmpty)
    #expect(store.diagnostics.map(\.rule) == Array(repeating: "store-entry-not-a-file", count: 3))
    #expect(store.revisions(of: store.pages[0]).revisions.isEmpty)
  }

  @Test func foldersThatCannotBeListedLeaveThePages() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "text\n")
    memory.add("attach/41_61", "x")
    memory.unreadable = ["attach", "backup", "diff", "cache"]
    let store = try memory.store(encoding: .utf8)
    #expect(store.pages.map(\.name) == ["A"])
    #expect(
      store.diagnostics.map(\.place.path) == [
        "wiki/attach", "wiki/backup", "wiki/cache", "wiki/diff",
      ])
    memory.unreadable = ["wiki"]
    #expect(throws: StoreFault.self) { try memory.store() }
  }

  @Test func recordsThatCannotBeReadAreFindings() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "text\n")
    memory.addPage("RecentChanges", "-2006-01-02 (月) 15:04:05 - [[A]]\n")
    memory.add("backup/41.gz", "x")
    memory.add("diff/41.txt", "-old\n+text\n")
    memory.unreadable = ["wiki/526563656E744368616E676573.txt", "backup/41.gz"]
    let store = try memory.store(encoding: .utf8)
    #expect(store.diagnostics.map(\.rule) == ["unreadable-store-file"])
    let (revisions, findings) = store.revisions(of: try #require(store.pages.first))
    #expect(findings.map(\.rule) == ["unreadable-store-file"])
    #expect(revisions.map(\.text) == [Array("old\n".utf8)])
  }

  /// Seeded, so that a failure comes again.
  @Test func anyNamesAndBytesAreSurvived() throws {
    var seed: UInt64 = 11
    func number(below limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    func bytes() -> [UInt8] { (0..<number(below: 200)).map { _ in UInt8(number(below: 256)) } }
    let letters = Array("0123456789ABCDEFabcdef._-g/ ".unicodeScalars)
    for round in 0..<60 {
      var memory = MemoryFolder()
      for folder in ["wiki", "attach", "backup", "diff", "info", "cache"] {
        for _ in 0..<number(below: 8) {
          let odd = (0..<number(below: 6)).map { _ in String(letters[number(below: letters.count)])
          }
          let even = bytes().prefix(4).map { String($0, radix: 16) }.joined()
          let name = number(below: 2) == 0 ? odd.joined() : even
          memory.files["\(folder)/\(name).txt"] = bytes()
          memory.files["\(folder)/\(name).gz"] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bytes()
          memory.files["\(folder)/\(name)_\(even)"] = bytes()
        }
      }
      memory.files["wiki/526563656E744368616E676573.txt"] = Array("-2006-01-02 ".utf8) + bytes()
      memory.files["cache/recent.dat"] = Array("-9223372036854775808\tA\n".utf8) + bytes()
      let kind = StoreKind.allCases[round % 3]
      let encoding = round % 5 == 4 ? nil : TextEncoding.allCases[round % 5]
      let store = try memory.store(kind, encoding: encoding)
      #expect(Set(store.pages.map(\.path)).count == store.pages.count)
      for page in store.pages {
        _ = try store.text(of: page)
        _ = store.revisions(of: page)
      }
      _ = try StoreKind.of(memory.folder)
    }
  }
}
