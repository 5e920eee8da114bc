import Foundation
import Site
import SourceText
import Testing

/// What a build makes of the list and the record that the build before left behind.
@Suite struct ClientChangesTests {
  private static let record = "compatibility/changes.json"
  private static let list = "compatibility/compatibility.json"
  private static let page = "compatibility/changes/index.html"
  private static let rule = "unreadable-change-history"

  private let site: TemporarySite

  init() throws {
    site = try TemporarySite()
    try site.add("Mail.txt")
    try site.build(failOn: nil)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: site.output + "/" + path, encoding: .utf8)
  }

  private func addClient(_ name: String) throws {
    try site.add(
      "Mail.txt",
      TemporarySite.page.replacing("**設定例", with: "-手動対応しているメールソフト\n--\(name)\n**設定例"))
  }

  @Test func anEarlierChangeSurvivesLaterBuilds() throws {
    #expect(try text(Self.record).contains("\"entries\": []"))
    try addClient("Thunderbird")
    try site.build(failOn: nil)
    let record = try text(Self.record)
    #expect(record.contains("\"addition\"") && record.contains("\"thunderbird\""))
    #expect(try text(Self.page).contains("Thunderbird"))
    let second = try #require(try site.build(failOn: nil).publication)
    #expect(second.written == 0 && second.removed == 0)
    try site.add("Other.txt", "*その他\n文章\n")
    try site.build(failOn: nil)
    #expect(try text(Self.record) == record)
  }

  @Test func anEditedRecordIsTextAndNeverMarkUp() throws {
    try addClient("Thunderbird")
    try site.build(failOn: nil)
    let edited = try text(Self.record)
      .replacing("\"name\": \"Thunderbird\"", with: #""name": "<script>\u202e\u0000]]>""#)
    try site.write(site.output + "/" + Self.record, Array(edited.utf8))
    let report = try site.build(failOn: nil)
    #expect(!report.diagnostics.contains { $0.rule == Self.rule })
    let page = try text(Self.page)
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.contains("<script>") && !page.contains("\u{202E}"))
  }

  @Test func whatCannotBeReadIsANoteOnce() throws {
    try site.write(site.output + "/" + Self.record, Array("{\"entries\": 7".utf8))
    try site.write(site.output + "/" + Self.list, [0xFF, 0xFE])
    let notes = try site.build(failOn: .error).diagnostics.filter { $0.rule == Self.rule }
    #expect(notes.count == 2)
    #expect(notes.allSatisfy { $0.severity == .note })
    #expect(try text(Self.record).contains("\"begins\": \"2026-01-02\""))
    #expect(try !site.build(failOn: nil).diagnostics.contains { $0.rule == Self.rule })
  }

  @Test func anotherFolderIsNotAsked() throws {
    let other = site.folder + "/other"
    try site.write(other + "/" + Self.record, Array("{".utf8))
    #expect(throws: SiteFault.self) { try site.build(output: other, failOn: nil) }
  }
}
