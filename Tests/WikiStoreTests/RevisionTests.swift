import SourceText
import Testing
import WikiStore

/// What pages said before: backups, packed or not, and the last change.
@Suite struct RevisionTests {
  private static let backup = """
    >>>>>>>>>> 1136214245
    *最初
    >>>>>>>>>> not a splitter
    >>>>>>>>>> 1136200000\u{20}
    >>>>>>>>>> 1136300645
    *二番目

    """

  private func store(_ files: [String: [UInt8]]) throws -> (WikiStore, StoredPage) {
    var memory = MemoryFolder()
    memory.addPage("A", "*いま\n")
    for (path, bytes) in files { memory.files[path] = bytes }
    let store = try memory.store(encoding: .utf8)
    return (store, try #require(store.pages.first))
  }

  @Test func plainBackups() throws {
    let (store, page) = try store(["backup/41.txt": Array(Self.backup.utf8)])
    let (revisions, findings) = store.revisions(of: page)
    #expect(findings.isEmpty)
    #expect(
      revisions.map { String(decoding: $0.text, as: UTF8.self) } == [
        "*最初\n>>>>>>>>>> not a splitter\n>>>>>>>>>> 1136200000 \n", "*二番目\n",
      ])
    #expect(revisions.map { $0.date?.day } == ["2006-01-03", "2006-01-04"])
  }

  /// An author's line knows better than the splitter when a text was written.
  @Test func authorsDateTheirTexts() throws {
    let author = "#author(\"2017-05-01T12:00:00+09:00\",\"\",\"\")\n"
    let (store, page) = try store([
      "backup/41.txt": Array(">>>>>>>>>> 1136214245\n\(author)text\n".utf8)
    ])
    #expect(store.revisions(of: page).revisions.map { $0.date?.day } == ["2017-05-01"])
    let (other, changed) = try self.store(["diff/41.txt": Array("-\(author)+new\n".utf8)])
    #expect(other.revisions(of: changed).revisions.map { $0.date?.day } == ["2017-05-01"])
  }

  /// PyukiWiki notes when a text was replaced, and by whom.
  @Test(arguments: ["backup/41.gz", "backup/41.txt.gz", "backup/41.txt"])
  func backupsOfPyukiWiki(_ file: String) throws {
    let backup = """
      >>>>>>>>>> 1136181845 192.0.2.1 host.example
      一
      >>>>>>>>>> 1136268245 192.0.2.1\u{20}
      二

      """
    var memory = MemoryFolder()
    memory.addPage("A", "三\n")
    memory.files[file] =
      file.hasSuffix(".gz") ? GzipBytes.stored(backup) : Array(backup.utf8)
    let store = try memory.store(.pyukiwiki, encoding: .utf8)
    let page = try #require(store.pages.first)
    let revisions = store.revisions(of: page).revisions
    #expect(revisions.map { String(decoding: $0.text, as: UTF8.self) } == ["一\n", "二\n"])
    #expect(revisions.map { $0.date?.iso8601 } == [nil, "2006-01-02T15:04:05+09:00"])
    #expect(page.modified?.iso8601 == "2006-01-03T15:04:05+09:00")
    #expect(page.dateSource == .backup)
  }

  @Test(arguments: [TextEncoding.eucJP, .shiftJIS, .iso2022JP])
  func backupsAreInTheWikisEncoding(_ encoding: TextEncoding) throws {
    var memory = MemoryFolder()
    memory.addPage("設定", "いまの設定\n", in: encoding)
    let hex = MemoryFolder.hex("設定", in: encoding)
    let bytes = try #require(encoding.encode(Self.backup))
    memory.files["backup/\(hex).gz"] = GzipBytes.stored(bytes)
    let store = try memory.store()
    #expect(store.encoding == encoding)
    let (revisions, findings) = store.revisions(of: try #require(store.pages.first))
    #expect(revisions.last?.text == Array("*二番目\n".utf8))
    #expect(findings.isEmpty)
    memory.files["backup/\(hex).gz"] = GzipBytes.stored(bytes + [0xFF, 0x0A, 0xFF])
    let broken = try memory.store(encoding: encoding)
    let page = try #require(broken.pages.first)
    #expect(broken.revisions(of: page).findings.map(\.rule) == ["undecodable-bytes"])
  }

  @Test func aCutOffBackupGivesWhatItHolds() throws {
    let file = GzipBytes.stored(Self.backup).dropLast(8 + 24)
    let (store, page) = try store(["backup/41.gz": Array(file)])
    let (revisions, findings) = store.revisions(of: page)
    #expect(revisions.count == 1)
    #expect(findings.map(\.rule) == ["damaged-backup"])
  }

  @Test func aBackupThatGrowsWithoutEndIsCut() throws {
    let (store, page) = try store(["backup/41.gz": GzipBytes.zeros(runs: 270_000)])
    let (revisions, findings) = store.revisions(of: page)
    #expect(revisions.isEmpty)
    #expect(findings.map(\.message).contains { $0.contains("holds more than 64 MB") })
  }

  @Test func changesServeWhereThereIsNoBackup() throws {
    let (store, page) = try store(["diff/41.txt": Array(" *い\n-古い行\n+新しい行\n".utf8)])
    #expect(
      store.revisions(of: page).revisions.map { String(decoding: $0.text, as: UTF8.self) } == [
        "*い\n古い行\n"
      ])
  }

  @Test func damagedBackupsSayWhatIsWrong() throws {
    let gzip: [UInt8] = GzipBytes.stored(Self.backup)
    let whole = try store(["backup/41.gz": gzip])
    #expect(whole.0.revisions(of: whole.1).revisions.count == 2)
    #expect(whole.0.revisions(of: whole.1).findings.isEmpty)
    for bytes in [Array(gzip.dropLast(12)), Array(gzip.prefix(4)), [1, 2, 3], []] {
      let (store, page) = try store(["backup/41.gz": bytes])
      #expect(store.revisions(of: page).findings.map(\.rule) == ["damaged-backup"])
    }
  }

  @Test func anyBytesAreSurvived() throws {
    var seed: UInt64 = 7
    for length in [0, 1, 10, 100, 5000] {
      let bytes = (0..<length).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 33)
      }
      for header in [[], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], Array(">>>>>>>>>> 1\n".utf8)] {
        let (store, page) = try store([
          "backup/41.gz": header + bytes, "backup/41.txt": header + bytes,
          "diff/41.txt": header + bytes,
        ])
        _ = store.revisions(of: page)
      }
    }
  }

  @Test(arguments: [
    ("-2006-01-02 (月) 15:04:05 - [[A]]", "2006-01-02T15:04:05+09:00"),
    ("2006/1/2", "2006-01-02T00:00:00+09:00"),
    ("2006-01-02T15:04:05Z", "2006-01-02T15:04:05+09:00"),
    ("2006-01-02T15:04:05+00:00", "2006-01-03T00:04:05+09:00"),
    ("v 1.2.3, 0101-01-02", "0101-01-02T00:00:00+09:00"),
    ("1999-12-31 23:59:59", "1999-12-31T23:59:59+09:00"),
    ("2000-02-29", "2000-02-29T00:00:00+09:00"),
  ])
  func datesAreRead(_ text: String, _ expected: String) {
    #expect(WikiDate(in: text)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "no date", "2006-13-02", "20060102", "2006-01", "99999-01-01",
    "2006-02-30", "2006-06-31",
  ])
  func otherTextIsNoDate(_ text: String) { #expect(WikiDate(in: text) == nil) }
}
