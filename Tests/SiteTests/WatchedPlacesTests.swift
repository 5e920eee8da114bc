import Site
import Testing

/// What is watched of a site.
@Suite struct WatchedPlacesTests {
  /// `Mail` as PukiWiki names its file.
  private static let stored = "wiki/4D61696C.txt"

  @Test func contentIsWatched() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    #expect(WatchedPlaces.of(site.content) == [site.content])
    try site.add("wikiguide.yml", "titel: a\n")
    #expect(
      WatchedPlaces.of(site.content) == [site.content], "a broken configuration changes nothing")
    #expect(WatchedPlaces.of(site.folder + "/none") == [site.folder + "/none"])
  }

  /// A wiki counts its readers in other folders.
  @Test func ofAWikiOnlyPagesAndAttachmentsAreWatched() throws {
    let site = try TemporarySite()
    try site.add(Self.stored)
    try site.add("counter/4D61696C.count", "1")
    let found = WatchedPlaces.of(site.content)
    #expect(found.map { $0.dropFirst(site.content.count) } == ["/wiki", "/attach"])
  }

  @Test func wikisElsewhereAreWatched() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", "sources:\n  - {kind: pukiwiki, path: ../office, id: office}\n")
    try site.write(site.folder + "/office/" + Self.stored, Array(TemporarySite.page.utf8))
    let found = WatchedPlaces.of(site.content)
    #expect(found.first == site.content)
    #expect(
      found.dropFirst().map { $0.hasSuffix("office/wiki") || $0.hasSuffix("office/attach") }
        == [true, true])
    #expect(WatchedPlaces.folders(of: site.content).count == 2)
  }
}
