import Foundation
import Site
import SourceText
import Testing

/// Pages are changed where they lie, and nothing else ever is.
@Suite struct PageRewriterTests {
  private func check(_ site: TemporarySite) throws -> BuildReport {
    try SiteBuilder(content: site.content, asOf: "2026-01-02", version: "test").check()
  }

  private func rewrite(_ report: BuildReport, _ path: String, meanwhile: () throws -> Void = {})
    throws
  {
    let page = try #require(report.sources[path])
    let rewriter = try #require(report.rewriter)
    let edits = [TextEdit(SourceRange(0, 1), replacement: "**")]
    let rewriting = try rewriter.rewriting(of: page, edits: edits)
    try meanwhile()
    try rewriter.write(rewriting)
  }

  private func reason(_ work: () throws -> Void) -> String {
    do {
      try work()
      return "done"
    } catch let fault as RewriteFault {
      return fault.reason
    } catch {
      return "\(error)"
    }
  }

  @Test func permissionsAndOtherFilesStay() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*Mail\n")
    let path = site.content + "/Mail.txt"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try rewrite(try check(site), "Mail.txt")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "**Mail\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.content) == ["Mail.txt"])
  }

  @Test func pageKeepsItsEncoding() throws {
    let site = try TemporarySite()
    let text = "*メールソフトの設定\nここに設定の手順を書きます。\n"
    try site.add("Mail.txt", bytes: try #require(TextEncoding.eucJP.encode(text)))
    try rewrite(try check(site), "Mail.txt")
    let bytes = try Data(contentsOf: URL(filePath: site.content + "/Mail.txt"))
    #expect(Array(bytes) == TextEncoding.eucJP.encode("*" + text))
  }

  @Test func pageThatChangedStays() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*Mail\n")
    let report = try check(site)
    let words = "it changed since it was read; run the command again"
    #expect(
      reason { try rewrite(report, "Mail.txt") { try site.add("Mail.txt", "*New\n") } } == words)
    #expect(reason { try rewrite(report, "Mail.txt") } == words)
    #expect(try String(contentsOfFile: site.content + "/Mail.txt", encoding: .utf8) == "*New\n")
  }

  @Test func symbolicLinkStays() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*Mail\n")
    try site.link("Link.txt", to: "Mail.txt")
    let words = "it is no plain file of the content folder"
    #expect(reason { try rewrite(try check(site), "Link.txt") } == words)
    // One that has become a link since it was read.
    let report = try check(site)
    try site.write(site.folder + "/outside.txt", Array("*Mail\n".utf8))
    try FileManager.default.removeItem(atPath: site.content + "/Mail.txt")
    try site.link("Mail.txt", to: "../outside.txt")
    #expect(reason { try rewrite(report, "Mail.txt") } == words)
    #expect(
      try String(contentsOfFile: site.folder + "/outside.txt", encoding: .utf8) == "*Mail\n")
  }

  @Test func fileThatIsNoPageStays() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*Mail\n")
    let report = try check(site)
    let other = SourceFile(path: "../outside.txt", text: "*Mail\n")
    try site.write(site.folder + "/outside.txt", other.bytes)
    #expect(
      reason {
        _ = try report.rewriter?.rewriting(
          of: other, edits: [TextEdit(SourceRange(0, 1), replacement: "")])
      } == "it is no plain file of the content folder")
  }

  @Test func dataOfAWikiStays() throws {
    let site = try TemporarySite()
    try site.add("old/wiki/4D61696C.txt", "*Mail\n")
    try site.add("old/Readme.txt", "*Read me\n")
    let report = try check(site)
    #expect(
      reason { try rewrite(report, "old/wiki/4D61696C.txt") }
        == "it is part of a wiki's data, which the wiki alone may change")
    #expect(reason { try rewrite(report, "old/Readme.txt") } == "done")
  }
}
