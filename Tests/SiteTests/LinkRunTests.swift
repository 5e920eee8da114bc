import LinkCheck
import Site
import SourceText
import Testing

/// What becomes of a site's addresses when they were asked for; the network is another part's matter.
@Suite struct LinkRunTests {
  private static let day = 86_400
  private static let start = 1_767_225_600

  private static func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.add(
      "Mail.txt",
      """
      *Links
      -https://a.example/ and https://a.example/#x
      -http://b.example/page
      -https://private.example/
      -https://left.example/out
      """)
    try site.add("wikiguide.yml", "links:\n  exclude: ['https://left.example/*']\n")
    return site
  }

  /// Answers by address; all others are not checked.
  private static func results(
    _ requests: [LinkRequest], _ verdicts: [String: LinkVerdict]
  ) -> [LinkResult] {
    requests.map { request in
      switch verdicts[request.url] {
      case .alive?:
        var result = LinkResult(url: request.url, verdict: .alive, reason: .answers(200))
        result.foundFragments = request.fragments
        return result
      case .dead?: return LinkResult(url: request.url, verdict: .dead, reason: .status(404))
      case .unsure?: return LinkResult(url: request.url, verdict: .unsure, reason: .status(503))
      case .notChecked?, nil:
        return LinkResult(
          url: request.url, verdict: .notChecked, reason: .privateAddress("10.0.0.1"))
      }
    }
  }

  /// One run after another, a day each.
  private static func outcomes(
    _ site: TemporarySite, _ verdicts: [[String: LinkVerdict]], every days: Int = 1
  ) throws -> [LinkRun.Outcome] {
    try verdicts.enumerated().map { index, verdicts in
      let run = try LinkRun(content: site.content, state: nil)
      let now = start + index * days * day
      let policy = LinkPolicy()
      let requests = run.requests(now: now, all: true)
      let outcome = run.outcome(results(requests, verdicts), now: now, policy: policy)
      try run.save(outcome.state)
      return outcome
    }
  }

  @Test func countsAddUp() throws {
    let outcome = try #require(
      Self.outcomes(
        Self.site(), [["https://a.example/": .alive, "http://b.example/page": .unsure]]
      ).first)
    let counts = outcome.counts
    #expect(counts.total == 4)
    #expect(counts.alive == 1 && counts.unsure == 1 && counts.dead == 0)
    #expect(
      counts.notChecked.map(\.reason) == [
        "left out by the configuration", "private address 10.0.0.1 is not asked",
      ])
    #expect(counts.asked == 2)
    #expect(outcome.report.diagnostics.isEmpty)
  }

  @Test func whatNeverWasGoodFailsAtOnce() throws {
    let outcome = try #require(
      Self.outcomes(Self.site(), [["https://a.example/": .dead]]).first)
    let finding = try #require(outcome.report.diagnostics.first)
    #expect(finding.rule == "dead-link" && finding.severity == .error)
    #expect(finding.notes.count == 1, "the second place is named")
    #expect(outcome.dead.map(\.address) == ["https://a.example/"])
  }

  @Test func whatWasGoodFailsAfterThreeChecksOverSevenDays() throws {
    let dead: [String: LinkVerdict] = ["https://a.example/": .dead]
    let outcomes = try Self.outcomes(
      Self.site(), [["https://a.example/": .alive], dead, dead, dead, dead], every: 3)
    let severities = outcomes.map { $0.report.diagnostics.first?.severity }
    #expect(severities == [nil, .warning, .warning, .warning, .error])
  }

  @Test func oneBadDayIsForgotten() throws {
    let alive: [String: LinkVerdict] = ["https://a.example/": .alive]
    let outcomes = try Self.outcomes(Self.site(), [alive, ["https://a.example/": .dead], alive])
    #expect(outcomes.map { $0.report.diagnostics.count } == [0, 1, 0])
  }

  @Test func whatCannotBeToldNeverFails() throws {
    let unsure: [String: LinkVerdict] = ["https://a.example/": .unsure]
    let outcomes = try Self.outcomes(Self.site(), [unsure, unsure, unsure], every: 20)
    #expect(outcomes.map { $0.report.diagnostics.first?.rule } == [nil, nil, "unconfirmed-link"])
    #expect(outcomes.allSatisfy { !$0.report.reaches(.error) })
  }

  @Test func aBuildWarnsOfWhatIsRemembered() throws {
    let site = try Self.site()
    _ = try Self.outcomes(
      site, [["https://a.example/": .dead, "https://b.example/page": .alive]])
    let report = try site.build()
    let found = report.diagnostics.filter { $0.rule == "dead-link" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.message.contains("since 2026-01-01") == true)
    let insecure = try #require(report.diagnostics.first { $0.rule == "insecure-link" })
    #expect(insecure.suggestion?.replacement == "https")
    #expect(insecure.suggestion?.certainty == .safe)
    #expect(report.publication != nil)
  }

  @Test func whatIsNotDueIsNotAskedAgain() throws {
    let site = try Self.site()
    _ = try Self.outcomes(site, [["https://a.example/": .alive, "http://b.example/page": .dead]])
    let run = try LinkRun(content: site.content, state: nil)
    let soon = run.requests(now: Self.start + 3600, all: false).map(\.url)
    #expect(!soon.contains("https://a.example/") && !soon.contains("http://b.example/page"))
    let later = run.requests(now: Self.start + 2 * Self.day, all: false).map(\.url)
    #expect(later.contains("http://b.example/page") && !later.contains("https://a.example/"))
  }

  @Test func nothingIsWrittenIntoAWikisOwnFolder() throws {
    let site = try TemporarySite()
    let wiki = try WikiFolder(site.folder + "/wiki")
    try wiki.addPage("FrontPage", "text\n")
    #expect(throws: SiteFault.self) { try LinkRun(content: wiki.path, state: nil) }
    let run = try LinkRun(content: wiki.path, state: site.folder + "/state.tsv")
    #expect(run.statePath == site.folder + "/state.tsv")
  }

  @Test func aFileThatIsNoMemoryIsSaid() throws {
    let site = try Self.site()
    try site.add(".wikiguide/links.tsv", "<<<<<<< ours\n# wikiguide link state, version 1\nx\n")
    let report = try site.build()
    #expect(report.diagnostics.contains { $0.rule == "unreadable-link-state" })
  }
}
