import Foundation
import Site
import SourceText
import Testing

/// Releases beside each other: what is published, what stays live, and what a kill leaves.
@Suite struct ReleaseTests {
  private static let day = ReleasePublisher.Dates("2026-01-02", isChosen: false)

  private func folder(_ site: TemporarySite) throws -> ReleaseFolder {
    try ReleaseFolder.opened(site.folder + "/publish", for: site.content)
  }

  @discardableResult
  private func publish(
    _ site: TemporarySite, keep: Int = 5, dates: ReleasePublisher.Dates = day,
    stoppingAfter stop: ReleasePublisher.Step? = nil
  ) throws -> ReleasePublisher.Outcome? {
    try ReleasePublisher(content: site.content, folder: try folder(site), version: "test")
      .publish(dates, keep: keep, stoppingAfter: stop) { $0.reaches(.error) }
  }

  private func live(_ site: TemporarySite) throws -> Int? {
    try folder(site).listing().live?.number
  }

  private func numbers(_ site: TemporarySite) throws -> [Int] {
    try folder(site).listing().names.map(\.number)
  }

  /// What a reader gets.
  private func page(_ site: TemporarySite) throws -> String {
    try String(
      contentsOfFile: site.folder + "/publish/current/pages/Mail/index.html", encoding: .utf8)
  }

  private func isPublished(_ outcome: ReleasePublisher.Outcome?) -> Bool {
    if case .published = outcome { return true }
    return false
  }

  private func isUnchanged(_ outcome: ReleasePublisher.Outcome?) -> Bool {
    if case .unchanged = outcome { return true }
    return false
  }

  @Test func onlyWhatChangedMakesARelease() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    #expect(isPublished(try publish(site)))
    #expect(isUnchanged(try publish(site)))
    let later = ReleasePublisher.Dates("2026-01-03", isChosen: false)
    #expect(isUnchanged(try publish(site, dates: later)), "another day alone is nothing new")
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    #expect(isPublished(try publish(site, dates: later)))
    let folder = try folder(site)
    let names = try folder.listing().names
    #expect(names.map { folder.record(of: $0)?.asOf } == ["2026-01-02", "2026-01-03"])
    let chosen = ReleasePublisher.Dates("2026-01-04", isChosen: true)
    #expect(isPublished(try publish(site, dates: chosen)), "a date that somebody chose counts")
  }

  @Test func releasesShareWhatIsTheSame() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("images/a.png", bytes: [1, 2, 3])
    try publish(site)
    func inode() throws -> Int? {
      let path = site.folder + "/publish/current/images/a.png"
      return try FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.systemFileNumber] as? Int
    }
    let before = try inode()
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try publish(site)
    #expect(try live(site) == 2)
    #expect(try inode() == before)
  }

  @Test func olderReleasesGo() throws {
    let site = try TemporarySite()
    for number in 1...5 {
      try site.add("Mail.txt", TemporarySite.page + "-(3)\(number)回。\n")
      try publish(site, keep: 2)
    }
    #expect(try numbers(site) == [3, 4, 5])
    _ = try folder(site).rollBack(to: "3")
    for number in 6...9 {
      try site.add("Mail.txt", TemporarySite.page + "-(3)\(number)回。\n")
      try publish(site, keep: 0)
    }
    #expect(try numbers(site) == [9])
  }

  @Test func whatWasTakenBackIsNotPublishedAgain() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    let good = try page(site)
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try publish(site)
    let bad = try page(site)
    let back = try folder(site).rollBack(to: nil)
    #expect(back.before?.number == 2 && back.live.number == 1 && back.newest.number == 2)
    #expect(try page(site) == good)
    guard case .unchanged(let shown, let newest, _) = try publish(site) else {
      Issue.record("the same content was published again")
      return
    }
    #expect(shown.number == 1 && newest.number == 2)
    #expect(try page(site) == good && good != bad)
    try site.add("Mail.txt", TemporarySite.page + "-(3)戻る。\n")
    #expect(isPublished(try publish(site)))
    #expect(try live(site) == 3)
    #expect(try page(site) != good)
  }

  @Test func releasesAreNamedByNumberOrName() throws {
    let site = try TemporarySite()
    for number in 1...3 {
      try site.add("Mail.txt", TemporarySite.page + "-(3)\(number)回。\n")
      try publish(site)
    }
    let folder = try folder(site)
    #expect(try folder.rollBack(to: "1").live.number == 1)
    #expect(try folder.rollBack(to: "000003").live.number == 3)
    let name = try #require(try folder.listing().names.dropFirst().first)
    #expect(try folder.rollBack(to: name.description).live == name)
    #expect(throws: SiteFault.self) { try folder.rollBack(to: "4") }
    #expect(throws: SiteFault.self) { try folder.rollBack(to: "../1") }
    #expect(try folder.rollBack(to: nil).live.number == 1)
    #expect(throws: SiteFault.self) { try folder.rollBack(to: nil) }
    #expect(try live(site) == 1)
  }

  @Test func findingsKeepTheLiveRelease() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    let before = try page(site)
    try site.add("Bad.txt", "[[No such page]]\n")
    guard case .refused(let shown, _) = try publish(site) else {
      Issue.record("it was not refused")
      return
    }
    #expect(shown?.number == 1)
    try site.add("wikiguide.yml", "titel: a\n")
    #expect(throws: SiteFault.self) { try publish(site) }
    #expect(try page(site) == before)
    #expect(!FileManager.default.fileExists(atPath: site.folder + "/publish/work"))
  }

  /// After a kill behind any step, readers have a whole site, and the next run ends what was begun.
  @Test(arguments: ReleasePublisher.Step.allCases)
  func killsLeaveAWholeSite(_ step: ReleasePublisher.Step) throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    let old = try page(site)
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try publish(site, stoppingAfter: step)
    let seen = try page(site)
    try publish(site)
    let new = try page(site)
    #expect(new != old && (seen == old || seen == new))
    #expect(try live(site) == 2)
    #expect(try numbers(site) == [1, 2], "nothing is made twice")
    let left = try FileManager.default.contentsOfDirectory(atPath: site.folder + "/publish")
    #expect(left.sorted() == [".wikiguide-releases", "current", "releases"])
  }

  /// The same before the first release.
  @Test(arguments: ReleasePublisher.Step.allCases)
  func firstReleaseSurvivesKills(_ step: ReleasePublisher.Step) throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site, stoppingAfter: step)
    try publish(site)
    #expect(try live(site) == 1)
    #expect(try numbers(site) == [1])
    #expect(try page(site).contains("Mail"))
  }

  @Test func rollbackEndsWhatAKillLeft() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try publish(site, stoppingAfter: .name)
    #expect(try live(site) == 1)
    let back = try folder(site).rollBack(to: nil)
    #expect(back.before?.number == 2 && back.live.number == 1)
    #expect(isUnchanged(try publish(site)))
    #expect(try live(site) == 1)
  }

  @Test func aLostLinkComesBack() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    try FileManager.default.removeItem(atPath: site.folder + "/publish/current")
    #expect(isUnchanged(try publish(site)))
    #expect(try live(site) == 1)
  }

  @Test func otherThingsAreNotTouched() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.write(site.folder + "/publish/notes.txt", [1])
    #expect(throws: SiteFault.self) { try publish(site) }
    try FileManager.default.removeItem(atPath: site.folder + "/publish/notes.txt")
    try publish(site)
    try site.write(site.folder + "/publish/notes.txt", [1])
    try site.write(site.folder + "/publish/releases/mine/a", [1])
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    try publish(site, keep: 0)
    let manager = FileManager.default
    #expect(manager.fileExists(atPath: site.folder + "/publish/notes.txt"))
    #expect(manager.fileExists(atPath: site.folder + "/publish/releases/mine/a"))
    try manager.removeItem(atPath: site.folder + "/publish/current")
    try site.makeFolder(site.folder + "/publish/current")
    #expect(throws: SiteFault.self) { try publish(site) }
  }

  @Test func linksOfStrangersAreNotFollowed() throws {
    let site = try TemporarySite()
    let manager = FileManager.default
    let publishing = site.folder + "/publish"
    try site.add("Mail.txt")
    try site.write(site.folder + "/strange/file", [1])
    try publish(site)
    for next in ["../strange", "releases/../../strange", "/etc"] {
      try manager.createSymbolicLink(
        atPath: publishing + "/.current-next", withDestinationPath: next)
      _ = try publish(site)
      #expect(try live(site) == 1, "\(next) is no release")
    }
    try manager.createSymbolicLink(
      atPath: publishing + "/work", withDestinationPath: site.folder + "/strange")
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    #expect(isPublished(try publish(site)))
    try manager.removeItem(atPath: publishing + "/releases")
    try manager.removeItem(atPath: publishing + "/current")
    try manager.createSymbolicLink(
      atPath: publishing + "/releases", withDestinationPath: site.folder + "/strange")
    #expect(throws: SiteFault.self) { try publish(site) }
    #expect(try manager.contentsOfDirectory(atPath: site.folder + "/strange") == ["file"])
  }

  @Test func namesThatCountTooFarAreNotReleases() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    try site.makeFolder(
      site.folder + "/publish/releases/9223372036854775807-abcdefabcdef/site")
    try site.write(
      site.folder + "/publish/releases/1000000000-abcdefabcdef/release.txt", [1])
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    #expect(isPublished(try publish(site)))
    #expect(try numbers(site) == [1, 2])
  }

  @Test func aRecordWithoutADayCountsAsNone() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    let folder = try folder(site)
    let name = try #require(try folder.listing().live)
    for words in ["as-of \u{1B}[31m", "as-of <script>", "as-of 2026-02-30", "pages 3"] {
      try site.write(
        site.folder + "/publish/releases/\(name)/release.txt", Array(words.utf8))
      #expect(folder.record(of: name) == nil)
    }
  }

  @Test(arguments: ["content/publish", "content", "."])
  func placesAmongTheContentAreRefused(_ place: String) throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    #expect(throws: SiteFault.self) {
      try ReleaseFolder.opened(site.folder + "/" + place, for: site.content)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.content) == ["Mail.txt"])
  }

  @Test func releasesAreNotBuiltOver() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try publish(site)
    try site.add("Mail.txt", TemporarySite.page + "-(3)閉じる。\n")
    let before = try page(site)
    #expect(throws: SiteFault.self) { try site.build(output: site.folder + "/publish/current") }
    #expect(throws: SiteFault.self) { try site.build(output: site.folder + "/publish") }
    #expect(try page(site) == before)
  }

  @Test func oneRunAtATime() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    let folder = try folder(site)
    var first: FolderLock? = try folder.watching()
    #expect(throws: SiteFault.self) { try folder.watching() }
    withExtendedLifetime(first) {}
    first = nil
    _ = try folder.watching()
  }
}
