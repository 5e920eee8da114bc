import Foundation
import Site
import SourceText
import Testing

/// Wikis written out as plain files, once and again.
@Suite struct ImportTests {
  private func wiki(_ site: TemporarySite, encoding: TextEncoding = .eucJP) throws -> WikiFolder {
    let wiki = try WikiFolder(site.folder + "/wiki", encoding: encoding)
    try wiki.addPage("設定", "*設定\n#ref(a.png)\n")
    try wiki.addPage("設定/Outlook", "*Outlook\n")
    try wiki.addPage("../逃げる", "*逃げる\n")
    try wiki.attach("a.png", to: "設定", [1, 2, 3])
    try wiki.add(
      "backup/\(wiki.hex("設定")).txt", encoding.encode(">>>>>>>>>> 1136214245\n*前\n") ?? [])
    return wiki
  }

  private func run(_ site: TemporarySite, force: Bool = false) throws -> ImportReport {
    try Importer(
      ImportRequest(source: site.folder + "/wiki", target: site.content, isForced: force)
    ).run()
  }

  @Test func filesHaveReadableNames() throws {
    let site = try TemporarySite()
    _ = try wiki(site)
    let report = try run(site)
    #expect(
      report.added == [
        "_../逃げる.txt", "設定.txt", "設定.history/0001.txt", "設定/Outlook.txt", "設定.attachments/a.png",
      ])
    #expect(try text(site, "設定.txt") == "*設定\n#ref(a.png)\n")
    #expect(try text(site, "設定.history/0001.txt") == "*前\n")
    let manifest = try text(site, "imported.tsv")
    #expect(manifest.contains("2006-01-03T00:04:05+09:00"))
    #expect(try site.build(failOn: nil).pages == 3)
    #expect(try site.outputText("pages/設定/index.html").contains("設定.attachments".urlEncoded))
    #expect(try site.outputText("pages/設定/history/index.html").contains("<del>"))
  }

  @Test func aSecondRunChangesNothing() throws {
    let site = try TemporarySite()
    _ = try wiki(site)
    _ = try run(site)
    let before = try contents(site)
    let report = try run(site)
    #expect(report.added.isEmpty && report.changed.isEmpty && report.removed.isEmpty)
    #expect(report.unchanged == 5)
    #expect(try contents(site) == before)
  }

  @Test func whatChangedIsBroughtOver() throws {
    let site = try TemporarySite()
    let wiki = try wiki(site)
    _ = try run(site)
    try wiki.addPage("設定", "*新しい設定\n")
    try FileManager.default.removeItem(
      atPath: wiki.path + "/wiki/\(wiki.hex("設定/Outlook")).txt")
    try wiki.addPage("加わった", "*加わった\n")
    let report = try run(site)
    #expect(report.changed == ["設定.txt"])
    #expect(report.removed == ["設定/Outlook.txt"])
    #expect(report.added == ["加わった.txt"])
    #expect(!FileManager.default.fileExists(atPath: site.content + "/設定"))
  }

  @Test func editedFilesAreLeftAlone() throws {
    let site = try TemporarySite()
    let wiki = try wiki(site)
    _ = try run(site)
    try site.add("設定.txt", "*手で直した\n")
    try site.add("手書き.txt", "*手書き\n")
    try wiki.addPage("設定", "*新しい設定\n")
    try wiki.addPage("手書き", "*別のページ\n")
    let report = try run(site)
    #expect(
      report.findings.diagnostics.map(\.rule) == ["edited-since-import", "edited-since-import"])
    #expect(try text(site, "設定.txt") == "*手で直した\n")
    #expect(try text(site, "手書き.txt") == "*手書き\n")
    // Asked again it says the same, and with force it takes the wiki's word.
    #expect(try run(site).findings.diagnostics.count == 2)
    #expect(try run(site, force: true).changed == ["手書き.txt", "設定.txt"].sorted())
    #expect(try text(site, "設定.txt") == "*新しい設定\n")
  }

  @Test func otherFilesAreNeverTouched() throws {
    let site = try TemporarySite()
    _ = try wiki(site)
    try site.add("own.txt", "own\n")
    try site.write(site.folder + "/outside/x.txt", [1])
    try site.link("設定", to: "../outside")
    let report = try run(site)
    #expect(report.findings.diagnostics.map(\.rule) == ["unsafe-import-path"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder + "/outside") == ["x.txt"])
    #expect(try text(site, "own.txt") == "own\n")
  }

  @Test func aFolderOfAnyEncodingIsImported() throws {
    let site = try TemporarySite()
    let folder = site.folder + "/wiki"
    for (name, encoding) in [("euc.txt", TextEncoding.eucJP), ("sub/sjis.txt", .shiftJIS)] {
      try site.write(folder + "/" + name, encoding.encode("*メールの設定をします\n") ?? [])
    }
    try site.write(folder + "/img/a.png", [1, 2])
    let report = try run(site)
    #expect(report.added == ["euc.txt", "sub/sjis.txt", "img/a.png"])
    #expect(try text(site, "sub/sjis.txt") == "*メールの設定をします\n")
  }

  @Test func theSourceIsNotWritten() throws {
    let site = try TemporarySite()
    let wiki = try wiki(site)
    let before = try wiki.files()
    _ = try run(site)
    #expect(try wiki.files() == before)
    #expect(throws: SiteFault.self) {
      try Importer(ImportRequest(source: wiki.path, target: wiki.path + "/out")).run()
    }
    #expect(throws: SiteFault.self) {
      try Importer(ImportRequest(source: site.folder + "/none", target: site.content)).run()
    }
  }

  private func text(_ site: TemporarySite, _ path: String) throws -> String {
    try String(contentsOfFile: site.content + "/" + path, encoding: .utf8)
  }

  private func contents(_ site: TemporarySite) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: site.content) ?? .init() {
      if let data = FileManager.default.contents(atPath: site.content + "/" + file) {
        files[file] = data
      }
    }
    return files
  }
}

extension String {
  fileprivate var urlEncoded: String {
    addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? self
  }
}
