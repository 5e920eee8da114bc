import Foundation
import Site
import SourceText
import Testing

/// Content that cannot be published as it is: each fault is a finding at its file.
@Suite struct ContentFaultTests {
  @Test func mistypedKeyIsNamedWithItsNearest() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", "titel: Guides\n")
    let report = try configurationFault(site)
    #expect(report.diagnostics.first?.rule == "invalid-configuration")
    #expect(report.diagnostics.first?.help?.contains("'title'") == true)
    #expect(report.diagnostics.first?.place.range == SourceRange(0, 5))
  }

  @Test(arguments: [
    "title: [a, b]\n", "language: french\n", "base_url: ftp://mail.example/\n",
    "images:\n  folders: [../elsewhere]\n", "rules:\n  broken-page-lnik: off\n",
    "title: a\ntitle: b\n",
    "title: 'open\n", "clients:\n  - kind: desktop\n", "- a\n", "images:\n  show_remote: 1\n",
    "rules:\n  broken-page-link: loud\n", "clients:\n  - name: A\n    id: Not An Id\n",
  ])
  func wrongConfigurationIsRefused(_ text: String) throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", text)
    let report = try configurationFault(site)
    #expect(!report.diagnostics.isEmpty)
    for finding in report.diagnostics {
      let range = finding.place.range ?? SourceRange(0, 0)
      #expect(SourceRange(0, text.utf8.count).contains(range))
    }
    #expect(try site.outputFiles().isEmpty)
  }

  @Test func configurationThatIsNoTextIsRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", bytes: [0x74, 0xFF, 0x0A])
    #expect(try configurationFault(site).diagnostics.first?.rule == "not-utf-8")
  }

  @Test func emptyFolderIsRefused() throws {
    let site = try TemporarySite()
    let fault = #expect(throws: SiteFault.self) { try site.build() }
    #expect(fault?.usage?.contains("no wiki page") == true)
  }

  @Test func missingContentIsRefused() throws {
    let site = try TemporarySite()
    try FileManager.default.removeItem(atPath: site.content)
    #expect(throws: SiteFault.self) { try site.build() }
  }

  @Test func eucPageIsRead() throws {
    let site = try TemporarySite()
    // 「*設定」 in EUC-JP.
    try site.add("Settings.txt", bytes: [0x2A, 0xC0, 0xDF, 0xC4, 0xEA, 0x0A])
    let report = try site.build()
    #expect(report.diagnostics.map(\.rule) == ["encoding-recognised"])
    try site.add("wikiguide.yml", "encoding: euc-jp\n")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try site.outputText("pages/Settings/index.html").contains("設定"))
  }

  @Test func bytesThatAreNoTextAreMarked() throws {
    let site = try TemporarySite()
    try site.add("Bad.txt", bytes: Array("*Mail\n一行目".utf8) + [0xFF] + Array("です\n".utf8) + [0])
    let report = try site.build()
    let finding = try #require(report.diagnostics.first)
    #expect(finding.rule == "undecodable-bytes")
    #expect(finding.message.contains("byte 16, on line 2, is 0xFF"))
    #expect(finding.notes.count == 1)
    #expect(try site.outputText("pages/Bad/index.html").contains("一行目\u{FFFD}です"))
  }

  @Test func fileThatIsNoTextIsRefused() throws {
    #expect(try onlyFault(bytes: (0...255).map { UInt8($0) }).rule == "not-text")
  }

  @Test func hugePageIsRefused() throws {
    let bytes = [UInt8](repeating: 0x61, count: 11 * 1024 * 1024)
    #expect(try onlyFault(bytes: bytes).rule == "page-too-large")
  }

  @Test func symbolicLinkOutOfContentIsRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.write(site.folder + "/secret.txt", Array("secret".utf8))
    try site.link("Secret.txt", to: "../secret.txt")
    try site.link("Loop.txt", to: "Loop.txt")
    let report = try site.build(failOn: nil)
    #expect(report.diagnostics.contains { $0.rule == "symlink-out-of-content" })
    #expect(report.pages == 1)
    for file in try site.outputFiles().values { #expect(!file.bytes.contains("secret")) }
  }

  @Test func imageThatIsAFolderIsRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.makeFolder(site.content + "/images/a.png")
    #expect(try faults(site) == ["image-is-folder"])
  }

  @Test func pagesThatShareAnAddressAreRefused() throws {
    let site = try TemporarySite()
    try site.add("My Mail.txt")
    try site.add("My-Mail.txt")
    #expect(try faults(site) == ["duplicate-page-address"])
  }

  @Test func filesThatShareAPageNameAreRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("Mail.wiki")
    #expect(try faults(site) == ["duplicate-page-name"])
  }

  @Test func hiddenFilesAreNotSeen() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add(".Draft.txt")
    try site.add("notes.pdf")
    let report = try site.build(failOn: nil)
    #expect(report.pages == 1)
    #expect(report.unreadFiles == ["notes.pdf"])
  }

  private func configurationFault(_ site: TemporarySite) throws -> BuildReport {
    let fault = #expect(throws: SiteFault.self) { try site.build() }
    return try #require(fault?.report)
  }

  private func faults(_ site: TemporarySite) throws -> [String] {
    let report = try site.build()
    #expect(report.publication == nil)
    return report.diagnostics.filter { $0.severity == .error }.map(\.rule)
  }

  private func onlyFault(bytes: [UInt8]) throws -> Diagnostic {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("Bad.txt", bytes: bytes)
    let report = try site.build()
    #expect(report.publication == nil)
    return try #require(report.diagnostics.first { $0.place.path == "Bad.txt" })
  }
}

extension Data {
  fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
