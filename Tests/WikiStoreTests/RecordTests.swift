import SourceText
import Testing
import WikiStore

/// What wikis wrote down about when pages were changed.
@Suite struct RecordTests {
  private func dates(_ memory: MemoryFolder, _ kind: StoreKind = .pukiwiki) throws -> [String] {
    try memory.store(kind, encoding: .utf8).pages.map {
      "\($0.name) \($0.modified?.iso8601 ?? "-") \($0.dateSource)"
    }
  }

  @Test(arguments: [
    ("-2006-01-02 (月) 15:04:05 - [[設定 - 詳細/POP 3]]", StoreKind.pukiwiki),
    (
      "-2006-01-02 (月) 15:04:05 - [ &pageaction(\"設定 - 詳細/POP 3\",diff); | "
        + "&pageaction(\"設定 - 詳細/POP 3\",backup); ] [[設定 - 詳細/POP 3]]", .pukiwiki
    ),
    ("- 2006-01-02 (Mon) 15:04:05 [[設定 - 詳細/POP 3]]  - はじめに", .yukiwiki),
    ("- 2006-01-02 (Mon) 15:04:05 [[設定 - 詳細/POP 3]] ", .pyukiwiki),
  ])
  func listsOfChanges(_ line: String, _ kind: StoreKind) throws {
    var memory = MemoryFolder()
    memory.addPage("設定 - 詳細/POP 3", "text\n")
    memory.addPage("RecentChanges", "#norelated\n-2001-01-01 no time\n" + line + "\r\n- x\n")
    #expect(
      try dates(memory, kind) == ["設定 - 詳細/POP 3 2006-01-02T15:04:05+09:00 recentChanges"])
  }

  /// A word behind the name is its subject, whatever stands between them.
  @Test(arguments: [
    "-2006-01-02 (月) 15:04:05 - [[設定]]", "-2006-01-02 (Mon) 15:04:05 - 設定",
    "- 2006-01-02 (Mon) 15:04:05 設定 - 件名", "- 2006-01-02 (Mon) 15:04:05 [[設定]] 件名",
  ])
  func listsOfChangesInAllForms(_ line: String) throws {
    var memory = MemoryFolder()
    memory.addPage("設定", "text\n")
    memory.addPage("RecentChanges", line + "\n")
    #expect(try memory.store().pages.first?.modified?.day == "2006-01-02")
  }

  @Test func listsOfBareNames() throws {
    var memory = MemoryFolder()
    for name in ["FrontPage", "InterWikiName", "SDL"] { memory.addPage(name, "text\n") }
    memory.addPage(
      "RecentChanges",
      "-2002-06-22 (土) 14:36:11 - [[SDL]]\n-2002-02-15 (金) 01:46:02 - InterWikiName\n"
        + "- 2003-02-15 (Sat) 01:46:02 FrontPage  - 使い方\n"
        + "- 2001-02-15 (Thu) 01:46:02 FrontPage\n")
    #expect(
      try dates(memory, .yukiwiki) == [
        "FrontPage 2003-02-15T01:46:02+09:00 recentChanges",
        "InterWikiName 2002-02-15T01:46:02+09:00 recentChanges",
        "SDL 2002-06-22T14:36:11+09:00 recentChanges",
      ])
  }

  /// PukiWiki's seconds lie before those since 1970 by the zone of its server.
  @Test(arguments: [
    // Nothing tells: a server in Japan.
    ([:], [:], "2006-01-03T00:04:05+09:00"),
    // The list in words gives it away: a server in Greenwich.
    ([:], ["RecentChanges": "-2006-01-02 (月) 15:04:05 - [[B]]\n"], "2006-01-02T15:04:05+09:00"),
    // So does an author's line.
    (
      [:], ["A": "#author(\"2017-05-01T03:00:00+00:00\",\"\",\"\")\n"],
      "2006-01-02T15:04:05+09:00"
    ),
    // And the time of the page's file.
    (["B": 1_136_181_845], [:], "2006-01-02T15:04:05+09:00"),
    (["B": 1_136_181_999], [:], "2006-01-03T00:04:05+09:00"),
  ])
  func secondsOfPukiWiki(
    _ times: [String: Int], _ others: [String: String], _ expected: String
  ) throws {
    var memory = MemoryFolder()
    for (name, text) in others { memory.addPage(name, text) }
    memory.addPage("B", "text\n")
    memory.add("cache/recent.dat", "1136181845\tB\nx\n\t\n99999999999999999999\tB\n")
    for (name, time) in times { memory.times["wiki/\(MemoryFolder.hex(name)).txt"] = time }
    let page = try #require(try memory.store(encoding: .utf8).pages.first { $0.name == "B" })
    #expect(page.modified?.iso8601 == expected)
    #expect(page.dateSource == .recentChanges)
  }

  @Test func secondsOfPyukiWikiAreThoseSince1970() throws {
    var memory = MemoryFolder()
    memory.addPage("B", "text\n")
    memory.add("cache/recent.dat", "1136181845\tB\n")
    #expect(try dates(memory, .pyukiwiki) == ["B 2006-01-02T15:04:05+09:00 recentChanges"])
  }

  @Test func recordsOfPages() throws {
    var memory = MemoryFolder()
    for name in ["A", "B", "C", "D"] { memory.addPage(name, "text\n") }
    memory.add("info/41.txt", "UpdateTime=1236181845\nLastModifiedTime=1136181845\nIsFrozen=0\n")
    memory.add("info/42.txt", "LastModified=Mon Jan  2 15:04:05 2006\nConflictChecker=\n")
    memory.add("info/43.txt", "CreateTime=5\nUpdateTime=1136181845")
    memory.add("info/44.txt", "LastModified=Mon Jan 32 15:04 2006\n=\nUpdateTime=x")
    #expect(
      try dates(memory, .pyukiwiki) == [
        "A 2006-01-02T15:04:05+09:00 recentChanges", "B 2006-01-02T15:04:05+09:00 recentChanges",
        "C 2006-01-02T15:04:05+09:00 recentChanges", "D - none",
      ])
  }

  @Test func aKeptDateIsThePagesDate() throws {
    var memory = MemoryFolder()
    memory.addPage(
      "A",
      "#freeze\n#author(\"2020-05-01T12:00:00+09:00;2017-05-01T12:00:00+09:00\",\"u\",\"n\")\n")
    memory.addPage("B", "#author(\"yesterday\",\"\",\"\")\n")
    #expect(try dates(memory) == ["A 2017-05-01T12:00:00+09:00 author", "B - none"])
  }

  /// A folder that was copied has lost the times of its files.
  @Test func timesOfACopyAreNoDates() throws {
    var memory = MemoryFolder()
    memory.addPage("A", "#author(\"2017-05-01T12:00:00+09:00\",\"\",\"\")\n")
    memory.addPage("B", "text\n")
    memory.addPage("C", "text\n")
    for name in ["41", "42", "43"] { memory.times["wiki/\(name).txt"] = 1_700_000_000 }
    memory.add("backup/42.txt", ">>>>>>>>>> 1136149445\nold\n")
    #expect(
      try dates(memory) == [
        "A 2017-05-01T12:00:00+09:00 author", "B 2006-01-02T15:04:05+09:00 backup",
        "C 2023-11-15T07:13:20+09:00 fileTime",
      ])
    memory.times["wiki/41.txt"] = 1_493_607_600
    #expect(try dates(memory)[1] == "B 2023-11-15T07:13:20+09:00 fileTime")
  }
}
