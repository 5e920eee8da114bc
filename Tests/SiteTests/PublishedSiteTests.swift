import Foundation
import Site
import SourceText
import Testing
import Validation

/// Published sites are read as their readers get them.
@Suite struct PublishedSiteTests {
  private static let rules = RuleCatalog.all.filter(\.isFoundInOutput)

  @Test(arguments: rules.map(\.name))
  func examplesAreRight(_ name: String) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    let wrong = try Self.findings(rule.wrong.pages)
    #expect(!wrong.isEmpty)
    #expect(wrong.allSatisfy { $0.rule == name && $0.place.range != nil })
    #expect(try Self.findings(rule.right.pages).isEmpty)
  }

  @Test func linksOfAllKindsAreFollowed() throws {
    let found = try Self.findings([
      (
        "index.html",
        """
        <a href="a/">A folder</a> <a href="a/index.html?x=1#here">A place</a> <a href="#top">Top</a>
        <img src="one.png" srcset="two.png 1x, three.png 2x" alt="">
        <a href="https://a.example/gone.html">Elsewhere</a> <a href="mailto:a@a.example">Mail</a>
        <a href="../outside.html">Out</a> <a href="%61/index.html#%68ere">Escapes</a>
        <script>"<a href='script.html'>"</script><!-- <a href="comment.html"> -->
        """
      ),
      ("a/index.html", "<p id=\"here\">Here. <a href=\"../index.html\">Back</a></p>"),
      ("one.png", "x"), ("two.png", "x"),
    ])
    #expect(
      found.map(\.message) == [
        "there is no file 'three.png' for 'three.png'",
        "'../outside.html' leads out of the site",
      ])
  }

  @Test func whatTheTemplateAddsIsSaidOnceAndThere() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*Mail\ntext\n")
    try site.add("Other.txt", "*Other\ntext\n")
    let builder = SiteBuilder(content: site.content, asOf: "2026-01-01", version: "0")
    _ = try builder.build(output: site.output, failOn: nil)
    let page = site.output + "/index.html"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    try text.replacing("</header>", with: "<a href=\"gone.html\">Gone</a></header>")
      .write(toFile: page, atomically: false, encoding: .utf8)
    let report = try builder.check(published: site.output)
    let gone = report.diagnostics.filter { $0.message.contains("gone.html") }
    #expect(gone.count == 1)
    #expect(gone.first?.notes.contains { $0.message.contains("template") } == true)
  }

  @Test func aSiteThatWasJustPublishedIsClean() throws {
    let site = try TemporarySite()
    try site.add(
      "Mail.txt",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n**設定例(Thunderbirdの場合)\n-(1)開く。\n-(2)手順1に戻る。\n")
    let builder = SiteBuilder(content: site.content, asOf: "2026-01-01", version: "0")
    _ = try builder.build(output: site.output, failOn: nil)
    let report = try builder.check(published: site.output)
    #expect(report.diagnostics.map(\.message) == [])
    #expect(report.links > 50)
  }

  private static func findings(
    _ files: [(path: String, text: String)]
  ) throws -> [Diagnostic] {
    let site = try TemporarySite()
    try site.add("Mail.txt", "text\n")
    for file in files {
      let path = site.output + "/" + file.path
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: URL(filePath: path))
    }
    return try SiteBuilder(content: site.content, asOf: "2026-01-01", version: "0")
      .check(published: site.output).diagnostics
  }
}
