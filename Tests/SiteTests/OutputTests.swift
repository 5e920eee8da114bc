import Foundation
import Site
import SourceText
import Testing

/// What a build does to the output folder, and what it refuses to do.
@Suite struct OutputTests {
  @Test func secondBuildChangesNothing() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/a.png", bytes: [1, 2, 3])
    let first = try #require(try site.build(failOn: nil).publication)
    let before = try site.outputFiles()
    let second = try #require(try site.build(failOn: nil).publication)
    #expect(first.written > 0 && first.unchanged == 0)
    #expect(second.written == 0 && second.removed == 0)
    #expect(second.unchanged == first.written)
    #expect(try site.outputFiles() == before)
  }

  @Test func onlyWhatChangedIsWritten() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/a.png", bytes: [1, 2, 3])
    try site.build(failOn: nil)
    let before = try site.outputFiles()
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try site.build(failOn: nil)
    let after = try site.outputFiles()
    #expect(after["images/a.png"] == before["images/a.png"])
    #expect(after != before)
  }

  @Test func whatIsGoneIsRemoved() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/a.png", bytes: [1, 2, 3])
    try site.build(failOn: nil)
    try FileManager.default.removeItem(atPath: site.content + "/images/a.png")
    #expect(try site.build(failOn: nil).publication?.removed == 1)
    #expect(try site.outputFiles()["images/a.png"] == nil)
  }

  @Test func onlyPicturesOfNamedFoldersArePublished() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/a.png", bytes: [1])
    try site.add("drafts/b.png", bytes: [2])
    try site.add("wikiguide.yml", "images:\n  folders: [images]\n")
    let report = try site.build(failOn: nil)
    #expect(report.unreadFiles == ["drafts/b.png"])
    let files = try site.outputFiles()
    #expect(files["images/a.png"] != nil && files["drafts/b.png"] == nil)
  }

  @Test func failingBuildLeavesTheOutputAlone() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.build(failOn: nil)
    let before = try site.outputFiles()
    try site.add("Bad.txt", "[[No such page]]\n")
    #expect(try site.build().publication == nil)
    try site.add("wikiguide.yml", "titel: a\n")
    #expect(throws: SiteFault.self) { try site.build() }
    #expect(try site.outputFiles() == before)
    try expectNothingBeside(site)
  }

  @Test func buildsLeaveNothingBesideTheOutput() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.build(failOn: nil)
    try site.build(failOn: nil)
    try expectNothingBeside(site)
  }

  @Test(arguments: ["content/output", "content", ".", "missing/output"])
  func unsafePlaceIsRefused(_ place: String) throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    let fault = #expect(throws: SiteFault.self) {
      try site.build(output: site.folder + "/" + place)
    }
    #expect(fault?.usage != nil)
    #expect(FileManager.default.contents(atPath: site.content + "/Mail.txt") != nil)
  }

  @Test func linkToContentIsNoWayAround() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try FileManager.default.createSymbolicLink(
      atPath: site.output, withDestinationPath: site.content)
    #expect(throws: SiteFault.self) { try site.build() }
    #expect(FileManager.default.contents(atPath: site.content + "/Mail.txt") != nil)
  }

  @Test func foreignFilesAreKept() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.write(site.output + "/thesis.doc", [1])
    let fault = #expect(throws: SiteFault.self) { try site.build() }
    #expect(fault?.usage?.contains("thesis.doc") == true)
    #expect(try site.outputFiles().keys.sorted() == ["thesis.doc"])
  }

  @Test func outputThatIsAFileIsKept() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.write(site.output, [1])
    #expect(throws: SiteFault.self) { try site.build() }
    #expect(FileManager.default.contents(atPath: site.output) == Data([1]))
  }

  @Test func emptyFolderIsTaken() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.makeFolder(site.output)
    #expect(try site.build(failOn: nil).publication != nil)
  }

  /// The same content makes the same bytes, wherever it lies.
  @Test func sameContentMakesTheSameSite() throws {
    let sites = [try TemporarySite(), try TemporarySite()]
    for site in sites {
      for number in 1...20 { try site.add("Mail\(number).txt") }
      try site.build(failOn: nil)
    }
    let bytes = try sites.map { try $0.outputFiles().mapValues(\.bytes) }
    #expect(bytes[0] == bytes[1])
  }

  private func expectNothingBeside(_ site: TemporarySite) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: site.folder)
      .filter { !$0.hasSuffix("lock") }
    #expect(names.sorted() == ["content", "output"])
  }
}
