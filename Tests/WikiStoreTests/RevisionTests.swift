import SourceText
import Testing
import WikiStore

/// What pages said before: backups, packed or not, and the last change.
@Suite struct RevisionTests {
  private static let backup = """
    >>>>>>>>>> 1136214245
    *最初
    >>>>>>>>>> not a splitter
    >>>>>>>>>> 1136300645 1136300000
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
        "*最初\n>>>>>>>>>> not a splitter\n", "*二番目\n",
      ])
    #expect(revisions.map { $0.date?.day } == ["2006-01-03", "2006-01-04"])
  }

  @Test func changesServeWhereThereIsNoBackup() throws {
    let (store, page) = try store(["diff/41.txt": Array(" *い\n-古い行\n+新しい行\n".utf8)])
    #expect(
      store.revisions(of: page).revisions.map { String(decoding: $0.text, as: UTF8.self) } == [
        "*い\n古い行\n"
      ])
  }

  @Test func damagedBackupsSayWhatIsWrong() throws {
    let gzip: [UInt8] = Self.gzip(Self.backup)
    let whole = try store(["backup/41.gz": gzip])
    #expect(whole.0.revisions(of: whole.1).revisions.count == 2)
    #expect(whole.0.revisions(of: whole.1).findings.isEmpty)
    for bytes in [Array(gzip.dropLast(12)), Array(gzip.prefix(4)), [1, 2, 3], []] {
      let (store, page) = try store(["backup/41.gz": bytes])
      #expect(store.revisions(of: page).findings.map(\.rule) == ["damaged-backup"])
    }
  }

  /// Stored blocks, which need no packing: enough to be a gzip file.
  private static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    crc = ~crc
    let trailer = [crc, UInt32(bytes.count)].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, low, high, ~low, ~high] + bytes + trailer
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

  @Test(arguments: ["", "no date", "2006-13-02", "20060102", "2006-01", "99999-01-01"])
  func otherTextIsNoDate(_ text: String) { #expect(WikiDate(in: text) == nil) }
}
