import Foundation
import SourceText
import Testing

@testable import Site

/// A build that sees by its memory that there is nothing to do.
@Suite struct BuildMemoryTests {
  /// What a build with this memory makes of a site.
  private func build(
    _ site: TemporarySite, asOf: String = "2026-01-02", program: String = "one",
    failOn: Severity? = nil
  ) throws -> BuildReport {
    // What was changed at the very moment at which a build began is not remembered.
    Thread.sleep(forTimeInterval: 0.02)
    return try SiteBuilder(
      content: site.content, asOf: asOf, version: "test",
      memory: BuildMemory(folder: site.folder + "/memory", program: program)
    ).build(output: site.output, failOn: failOn)
  }

  /// Only a build that did its work holds what it read.
  private func isRecalled(_ report: BuildReport) -> Bool { report.everythingRead == nil }

  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("Other.txt", "*Other\n[[Nowhere]] and\n[[Mail]]\n")
    try site.add("images/a.png", bytes: [1, 2, 3])
    return site
  }

  @Test func sameReportComesBack() throws {
    let site = try site()
    let first = try build(site)
    let files = try site.outputFiles()
    let second = try build(site)
    #expect(!isRecalled(first) && isRecalled(second))
    #expect(second.diagnostics == first.diagnostics && !first.diagnostics.isEmpty)
    #expect(second.pages == first.pages && second.clients == first.clients)
    #expect(second.guides == first.guides && second.steps == first.steps)
    #expect(second.unreadFiles == first.unreadFiles)
    #expect(second.publication?.written == 0)
    #expect(second.publication?.unchanged == first.publication?.written)
    for path in Set(first.diagnostics.map(\.place.path)) {
      #expect(second.sources[path]?.bytes == first.sources[path]?.bytes)
    }
    #expect(try site.outputFiles() == files)
  }

  @Test func whatReachesTheLimitIsNotPublishedAgain() throws {
    let site = try site()
    _ = try build(site)
    let report = try build(site, failOn: .error)
    #expect(isRecalled(report) && report.publication == nil)
  }

  /// Each change of what a build reads or wrote, and what is to be asked for anew.
  @Test(arguments: [
    "content/Mail.txt", "content/New.txt", "content/images/a.png", "content/wikiguide.yml",
    "content/.wikiguide/links.tsv", "output/index.html", "output/new.html",
  ])
  func changesAreSeen(_ path: String) throws {
    let site = try site()
    _ = try build(site)
    let place = site.folder + "/" + path
    let old = FileManager.default.contents(atPath: place) ?? Data()
    try site.write(place, Array(old) + [UInt8(ascii: "\n")])
    #expect(!isRecalled(try build(site)))
    #expect(isRecalled(try build(site)))
    try FileManager.default.removeItem(atPath: site.output + "/search/index.html")
    #expect(!isRecalled(try build(site)))
  }

  @Test func anotherQuestionIsAskedAnew() throws {
    let site = try site()
    _ = try build(site)
    #expect(!isRecalled(try build(site, asOf: "2026-01-03")))
    #expect(!isRecalled(try build(site, asOf: "2026-01-03", program: "two")))
    #expect(isRecalled(try build(site, asOf: "2026-01-03", program: "two")))
  }

  @Test func linksAreNotTrusted() throws {
    let site = try site()
    try site.write(site.folder + "/elsewhere.txt", Array("*Elsewhere\n".utf8))
    try site.link("Linked.txt", to: site.folder + "/elsewhere.txt")
    _ = try build(site)
    #expect(!isRecalled(try build(site)))
  }

  /// A memory that was cut or overwritten anywhere is as good as none.
  @Test func damageIsSeen() throws {
    let site = try site()
    let first = try build(site)
    let folder = site.folder + "/memory"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".build") })
    let whole = try #require(FileManager.default.contents(atPath: folder + "/" + name))
    for count in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 12)) {
      try site.write(folder + "/" + name, Array(whole.prefix(count)))
      let report = try build(site)
      #expect(!isRecalled(report))
      #expect(report.diagnostics == first.diagnostics)
    }
    // Paths of looks at files then run on to the end of what was kept.
    try site.write(folder + "/" + name, whole.map { $0 == 0 ? 1 : $0 })
    #expect(!isRecalled(try build(site)))
  }

  @Test(arguments: [[], [1], [0], [0x2E, 0, 1, 2], Array(repeating: UInt8(1), count: 40)])
  func damagedStampsHoldNothing(_ stretch: [UInt8]) throws {
    let site = try site()
    let isEmpty = stretch.isEmpty
    #expect(FileStamps(root: site.content, stretches: [stretch]).stillHold == isEmpty)
  }
}
