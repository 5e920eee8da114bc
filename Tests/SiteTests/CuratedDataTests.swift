import Foundation
import Site
import SourceText
import Testing

/// Files of curated data: what is wrong is said at its place, and the rest goes on.
@Suite struct CuratedDataTests {
  private func findings(_ file: String, _ text: String) throws -> [Diagnostic] {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add(file, text)
    let builder = SiteBuilder(content: site.content, asOf: "2026-01-02", version: "test")
    return try builder.check().diagnostics.filter { $0.rule == "invalid-curated-data" }
  }

  @Test(arguments: [
    "MPL-2.0", "MIT OR Apache-2.0", "(MIT OR Apache-2.0) AND BSD-3-Clause", "GPL-2.0-or-later",
    "GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-Becky", "EPL-2.0+",
  ])
  func licencesAreRead(_ license: String) throws {
    #expect(try findings("clients.yml", "a:\n  source: x\n  license: \(license)\n").isEmpty)
  }

  @Test(arguments: [
    ("無償", "price"), ("free", "price"), ("Shareware", "price"), ("MPL2.0", "no licence"),
    ("MIT and ISC", "small letters"), ("MIT OR", "breaks off"), ("(MIT", "rightly"),
    ("MIT WITH Clasppath-exception-2.0", "no licence"), ("MIT ISC", "rightly"), ("AND", "rightly"),
    ("MIT)", "rightly"),
  ])
  func otherWordsAreNoLicence(_ license: String, _ words: String) throws {
    let found = try findings("clients.yml", "a:\n  source: x\n  license: \(license)\n")
    #expect(found.count == 1 && found.first?.message.contains(words) == true)
    #expect(found.first?.severity == .error && found.first?.help != nil)
  }

  @Test func anUnknownLicenceIsAWarning() throws {
    let found = try findings("clients.yml", "a:\n  source: x\n  license: Frobnicate-7\n")
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("clients.yml", "- a\n"), ("clients.yml", "a: b\n"), ("clients.yml", "A b:\n  source: x\n"),
    ("clients.yml", "a:\n  source: x\n  kind: phone\n"), ("clients.yml", "a:\n  kind: desktop\n"),
    ("clients.yml", "a:\n  source: x\n  lifecycle: {ended_on: 2020-01-01}\n"),
    ("clients.yml", "a:\n  source: x\n  lifecycle: {status: ended, ended_on: 2020-02-30}\n"),
    ("clients.yml", "a:\n  source: x\n  lifecycle: {status: active, ended_on: 2020-02-03}\n"),
    ("clients.yml", "a:\n  source: x\n  links: [{rel: homepage}]\n"),
    ("clients.yml", "a:\n  source: x\n  links: [{rel: homepage, url: 'javascript:1'}]\n"),
    ("clients.yml", "a:\n  source: x\n  support: {imap: {level: manual}}\n"),
    ("clients.yml", "a:\n  source: x\n  support: {imap: {versions: all}}\n"),
    ("clients.yml", "a:\n  source: x\n  support: {impa: {level: native}}\n"),
    (
      "clients.yml",
      "a:\n  source: x\n  support: {imap: {level: native, verified: {on: 2026-01-01}}}\n"
    ),
    ("features.yml", "x:\n  source: y\n  status: {deprecated: true}\n"),
    ("features.yml", "x:\n  source: y\n  name: {日本: あ}\n"),
    (
      "features.yml",
      "x:\n  source: y\n  status: {standard_track: true, deprecated: true, superseded_by: [imapp]}\n"
    ),
    ("features.yml", "x: {\n"), ("features.yml", "x:\n  source: y\nx:\n  source: y\n"),
  ])
  func whatIsWrongIsFoundAtItsPlace(_ file: String, _ text: String) throws {
    let found = try findings(file, text)
    #expect(found.count == 1, "\(found)")
    for finding in found {
      let range = finding.place.range ?? SourceRange(0, 0)
      #expect(finding.place.path == file && SourceRange(0, text.utf8.count).contains(range))
    }
  }

  /// A client that no page names has a page of its own all the same, and no link is broken.
  @Test func clientsOfTheDataAloneArePublished() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add(
      "clients.yml",
      "hinata-mail:\n  name: Hinata Mail\n  platforms: [ios]\n  source: https://hinata.example/\n"
        + "  support:\n    imap: {level: native, versions: {through: '5'}}\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty)
    let page = try site.outputText("clients/hinata-mail/index.html")
    #expect(page.contains("<a href=\"https://hinata.example/\">https://hinata.example/</a>"))
    #expect(page.contains("(clients.yml, 6行目)") && page.contains("≤5"))
    #expect(try site.outputText("clients/platform-ios.html").contains("Hinata Mail"))
    let builder = SiteBuilder(content: site.content, asOf: "2026-01-02", version: "test")
    #expect(try builder.check(published: site.output).diagnostics.isEmpty)
  }

  /// Names of the data are names by which pages are read.
  @Test func aliasesAreRecognisedOnPages() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", "*IMAP\n**対応メールソフト\n-正式に対応\n--ひなた\n")
    try site.add("clients.yml", "hinata-mail:\n  name: Hinata\n  aliases: [ひなた]\n  source: x\n")
    try site.build()
    #expect(
      try site.outputText("compatibility/compatibility.csv").contains("imap,hinata-mail,Hinata,"))
  }
}
