import Testing

@testable import LinkCheck

/// The file that remembers links: what goes in comes out, merges do no harm, and nothing depends on
/// chance.
@Suite struct LinkStateTests {
  private static let head = LinkState().text

  private func record(
    _ url: String, _ verdict: LinkVerdict = .alive, checked: Int = testNow
  ) -> LinkRecord {
    LinkRecord(
      url: url, verdict: verdict, checked: checked, firstSeen: checked - 100,
      nextCheck: checked + 86_400, reason: "200 OK")
  }

  @Test func whatGoesInComesOut() throws {
    var odd = record("http://example.net/%09%25?a=%41%E3", .dead)
    odd.status = 404
    odd.lastGood = 0
    odd.failures = 2
    odd.firstFailure = testNow - 86_400
    odd.etag = "W/\"a\tb%09\n\""
    odd.lastModified = "Wed, 25 Nov 2026 10:00:00 GMT"
    odd.finalURL = "http://example.net/日本"
    odd.isPermanentlyMoved = true
    odd.fragments = [
      RememberedFragment(fragment: "a b", presence: .found),
      RememberedFragment(fragment: "!c", presence: .missing),
      RememberedFragment(fragment: "?%20", presence: .unsure),
    ]
    odd.reason = "it said:\r\n\u{0}\u{7F}"
    let state = LinkState([odd, record("http://b.example/")])
    let (read, problems) = try LinkState.read(state.text)
    #expect(read == state)
    #expect(problems.isEmpty)
    #expect(read.text == state.text)
    #expect(state.text.split(separator: "\n").count == 4)
    #expect(try LinkState.read(state.text.replacing("\n", with: "\r\n")).state == state)
  }

  @Test func linesAreSortedByBytes() {
    let urls = ["http://b/", "http://a/é", "http://a/z", "http://a/Z"]
    let forwards = LinkState(urls.map { record($0) })
    let backwards = LinkState(urls.reversed().map { record($0) })
    #expect(forwards.text == backwards.text)
    let first = forwards.text.split(separator: "\n").dropFirst(2).map {
      $0.split(separator: "\t")[0]
    }
    #expect(first == ["http://a/Z", "http://a/z", "http://a/é", "http://b/"])
  }

  @Test func unfinishedMergesAreReadAndNamed() throws {
    let older = LinkStateLine.text(record("http://a/", checked: 1_000_000))
    let newer = LinkStateLine.text(record("http://a/", .dead, checked: 2_000_000))
    for (one, other) in [(older, newer), (newer, older)] {
      let text = Self.head + "<<<<<<< ours\n\(one)\n=======\n\(other)\n>>>>>>> theirs\n"
      let (state, problems) = try LinkState.read(text)
      #expect(state["http://a/"]?.verdict == .dead)
      #expect(
        problems == [
          LinkStateProblem(line: 3, kind: .conflictMark),
          LinkStateProblem(line: 5, kind: .conflictMark),
          LinkStateProblem(line: 6, kind: .duplicate("http://a/")),
          LinkStateProblem(line: 7, kind: .conflictMark),
        ])
    }
  }

  @Test(arguments: [
    "http://a/", "http://a/\talive", "\t\t\t\t\t\t\t\t\t\t\t\t\t\t",
  ]) func brokenLinesAreNamed(_ line: String) throws {
    let good = LinkStateLine.text(record("http://a/"))
    let (state, problems) = try LinkState.read(Self.head + line + "\n" + good + "\n")
    #expect(state.records.count == 1)
    #expect(problems == [LinkStateProblem(line: 3, kind: .unreadable)])
  }

  @Test func everyFieldIsChecked() throws {
    var full = record("http://a/", .dead)
    full.status = 404
    full.lastGood = testNow
    full.firstFailure = testNow
    let fields = LinkStateLine.text(full).split(
      separator: "\t", omittingEmptySubsequences: false)
    for index in [0, 1, 2, 3, 4, 5, 6, 7, 8, 12] {
      var broken = fields
      broken[index] = index == 0 ? "" : "broken"
      #expect(LinkStateLine.record(broken.joined(separator: "\t")[...]) == nil, "field \(index)")
    }
    #expect(LinkStateLine.record((fields + [""]).joined(separator: "\t")[...]) == nil)
  }

  @Test func otherFilesAreNotRead() throws {
    #expect(try LinkState.read("").state == LinkState())
    #expect(throws: LinkStateError.notALinkState) { try LinkState.read("{}\n") }
    #expect(throws: LinkStateError.unknownVersion("2")) {
      try LinkState.read("# wikiguide link state, version 2\n")
    }
    #expect(throws: LinkStateError.unknownVersion("12")) {
      try LinkState.read("# wikiguide link state, version 12\n")
    }
  }

  @Test func anyBytesAreReadOrRefused() throws {
    var seed: UInt64 = 3
    for _ in 0..<500 {
      let line = (0..<80).map { _ -> Character in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("\t\t\t%0a=<>http: 2026-11-25T00:00:00Z\r")[Int(seed >> 33) % 34]
      }
      let (state, problems) = try LinkState.read(Self.head + String(line) + "\n")
      #expect(state.records.count + problems.count >= 1)
    }
  }

  // MARK: From run to run

  private func result(
    _ url: String, _ reason: LinkReason, status: Int? = nil
  ) -> LinkResult {
    var result = LinkResult(url: url, verdict: reason.verdict, reason: reason)
    result.status = status
    return result
  }

  @Test func failuresAreCountedUntilTheLinkIsGood() throws {
    let url = "http://a/"
    let day = 86_400
    var state = LinkState()
    func run(_ reason: LinkReason, _ status: Int?, on number: Int) {
      state = state.updated(
        with: [result(url, reason, status: status)], used: [url], now: testNow + number * day)
    }
    func standing(on number: Int) throws -> LinkStanding {
      LinkStanding(try #require(state[url]), now: testNow + number * day)
    }
    run(.answers(200), 200, on: 0)
    #expect(try standing(on: 0) == .alive)
    run(.status(404), 404, on: 15)
    #expect(try standing(on: 15) == .deadInGrace(since: testNow + 15 * day, failures: 1))
    run(.status(500), 500, on: 16)
    #expect(try standing(on: 16) == .unsure(since: testNow, isWorthWarning: false))
    #expect(try standing(on: 30) == .unsure(since: testNow, isWorthWarning: true))
    run(.status(404), 404, on: 17)
    run(.status(404), 404, on: 18)
    // Three failures, but all within three days; waiting alone proves nothing.
    #expect(try standing(on: 40) == .deadInGrace(since: testNow + 15 * day, failures: 3))
    run(.status(404), 404, on: 22)
    #expect(try standing(on: 22) == .failing(since: testNow + 15 * day))
    run(.answers(200), 200, on: 23)
    #expect(state[url]?.failures == 0)
    run(.status(410), 410, on: 40)
    #expect(try standing(on: 40) == .failing(since: testNow + 40 * day))
  }

  @Test func newLinksThatDoNotWorkFailAtOnce() throws {
    let state = LinkState().updated(
      with: [result("http://a/", .refused)], used: ["http://a/"], now: testNow)
    let record = try #require(state["http://a/"])
    #expect(LinkStanding(record, now: testNow) == .failing(since: testNow))
  }

  @Test func whatNobodyUsesIsForgottenAndWhatWasNotReachedStays() {
    let old = LinkState([record("http://a/"), record("http://b/"), record("http://c/")])
    let new = old.updated(
      with: [result("http://b/", .runTimeOver), result("http://c/", .interrupted)],
      used: ["http://b/", "http://c/"], now: testNow + 50)
    #expect(new == LinkState([record("http://b/"), record("http://c/")]))
    let invalid = LinkState().updated(
      with: [result("http:", .invalid("x"))], used: ["http:"], now: testNow)
    #expect(invalid == LinkState())
  }

  @Test func timesUntilTheNextCheck() throws {
    let day = 86_400
    let urls = (0..<200).map { "http://example.net/\($0)" }
    let state = LinkState().updated(
      with: urls.map { result($0, .answers(200)) }, used: urls, now: testNow)
    let waits = try urls.map { try #require(state[$0]).nextCheck - testNow }
    #expect(try #require(waits.min()) >= 14 * day * 8 / 10)
    #expect(try #require(waits.max()) <= 14 * day * 12 / 10)
    #expect(Set(waits).count > 150)
    // The same on every machine and in every run.
    #expect(StableHash.value("http://example.net/".utf8) == 0x5C84_396B_71F7_0667)
    let dead = LinkState().updated(
      with: [result(urls[0], .status(404))], used: urls, now: testNow)
    #expect(dead[urls[0]]?.nextCheck == testNow + day)
    #expect(!dead.isDue(urls[0], now: testNow + day - 1))
    #expect(dead.isDue(urls[0], now: testNow + day))
    #expect(dead.isDue(urls[0], fragments: ["new"], now: testNow))
    #expect(dead.isDue("http://never.example/", now: testNow))
  }
}
