import Foundation
import Testing

@testable import LinkCheck

/// What the table of cases cannot show: statuses by the hundred, several requests in a row, settings
/// that change what is asked.
@Suite(.enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)))
struct AnswerTests {
  private func check(
    _ addresses: [String], _ change: (inout LinkPolicy) -> Void = { _ in }
  ) throws -> [LinkResult] {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    change(&policy)
    return try LinkChecker(policy).check(
      addresses.map { LinkRequest(url: server.address($0)) }, now: testNow)
  }

  @Test func everyStatus() throws {
    let statuses = Array(200...599)
    let results = try check(statuses.map { "{main}/status/\($0)" })
    for (status, result) in zip(statuses, results) {
      let expected: LinkVerdict =
        switch status {
        case 200...299: .alive
        case 404, 410: .dead
        default: .unsure
        }
      #expect(result.verdict == expected, "\(status)")
      #expect(result.status == status)
    }
  }

  @Test func requestsForOnePageAreOne() throws {
    let server = try #require(BadServer.shared)
    let written = [
      "{main}/status/200?one", "{main}/./status/200?one", "{main}/status/404/../200?one#top",
    ]
    let results = try check(written)
    #expect(Set(results.map(\.url)).count == 1)
    #expect(results[2].foundFragments == ["top"])
    #expect(try server.count("/status/200?one") == 1)
  }

  @Test func redirectsAreToldAndJudged() throws {
    let results = try check([
      "{main}/moved/301", "{main}/moved/302", "{main}/redirects/2", "{main}/to-home",
      "{main}/to-other-host", "{main}/credentials-in-location", "{main}/to-fragment/absent",
      "{main}/cookie-wall", "{main}/to/%2Fmoved%2F301",
    ])
    #expect(
      results.map(\.isPermanentlyMoved) == [
        true, false, true, false, false, false, true, false, false,
      ])
    #expect(results[0].finalURL?.hasSuffix("/status/200") == true)
    #expect(results[2].hops.count == 2)
    #expect(results[3].notes == [.redirectsToHomePage])
    #expect(results[4].notes == [.redirectsToOtherHost("localhost")])
    #expect(results[5].notes == [.redirectHeldCredentials])
    #expect(results[6].notes == [.redirectFragmentMissing("absent")])
    #expect(results[6].finalURL?.hasSuffix("/fragments#absent") == true)
    #expect(results[7].finalURL == nil)
  }

  @Test func encryptionThatIsLostIsTold() throws {
    let server = try #require(BadServer.shared)
    let target = server.address("{main}/").replacing("/", with: "%2F")
    let results = try check(["{tls_good}/to/\(target)"])
    #expect(results[0].notes.contains(.losesEncryption))
  }

  @Test func unchangedPagesAreAlive() throws {
    let server = try #require(BadServer.shared)
    let url = server.address("{main}/unchanged")
    let checker = LinkChecker(server.policy)
    let first = try checker.check([LinkRequest(url: url)], now: testNow)
    let state = LinkState().updated(with: first, used: [url], now: testNow)
    let record = try #require(state[url])
    #expect(record.etag == "\"v1\"")
    let second = try checker.check([LinkRequest(url: url, previous: record)], now: testNow)
    #expect(second[0].reason == .notModified)
    // A place must be looked for, so the page must come.
    let third = try checker.check(
      [LinkRequest(url: url, fragments: ["x"], previous: record)], now: testNow)
    #expect(third[0].reason == .answers(200))
    let later = state.updated(with: second, used: [url], now: testNow + 9)
    #expect(later[url]?.etag == "\"v1\"")
  }

  @Test func credentialsStayAtTheirHost() throws {
    let server = try #require(BadServer.shared)
    let results = try check(
      ["{main}/needs-password", "{main}/password-then-away", "{other}/no-authorization"]
    ) {
      $0.credentials["127.0.0.1:\(server.ports["main"] ?? 0)"] = .password(
        user: "user", password: "secret", mayBeSentInClear: true)
    }
    #expect(results.map(\.verdict) == [.alive, .alive, .alive])
    #expect(!"\(results)".contains("secret"))
    let credential = LinkCredential.header(name: "X-Key", value: "secret")
    #expect(!"\(credential)".contains("secret"))
    #expect(!String(reflecting: credential).contains("secret"))
    var dumped = ""
    dump(credential, to: &dumped)
    #expect(!dumped.contains("secret"))
    // Nothing is sent where everybody can read it, unless somebody wants that.
    let inClear = try check(["{main}/needs-password"]) {
      $0.credentials["127.0.0.1"] = .password(user: "user", password: "secret")
    }
    #expect(inClear[0].reason == .asksForPassword(401))
  }

  @Test func passwordsInBrokenAddressesAreNotRepeated() throws {
    let written = [
      "http://user:secret@a b/", "ftp://user:secret@example.net/", "http://user:secret@:99999/",
      "http://user:secret@example.net:x/@",
    ]
    let results = try LinkChecker().check(written.map { LinkRequest(url: $0) }, now: testNow)
    #expect(results[1].url == "ftp://***@example.net/")
    #expect(!"\(results)".contains("secret"))
  }

  @Test func pagesThatSayTheyAreMissing() throws {
    let results = try check([
      "{main}/soft/english", "{main}/soft/japanese", "{main}/soft/fine", "{main}/soft-same/one",
      "{main}/",
    ]) { $0.checksSoftNotFound = true }
    #expect(results.allSatisfy { $0.verdict == .alive })
    #expect(
      results.map(\.notes) == [
        [.saysNotFound("page not found")], [.saysNotFound("お探しのページ")], [],
        [.looksLikeMissingPage], [],
      ])
  }

  @Test func namesThatLeadNowhere() throws {
    let server = try #require(BadServer.shared)
    let hosts = ["no-such.example.invalid", "not-now.example.invalid"]
    let checker = LinkChecker(server.policy) { $0.hasPrefix("no-such") ? .noSuchHost : .notNow }
    let results = try checker.check(hosts.map { LinkRequest(url: "http://\($0)/") }, now: testNow)
    #expect(results[0].reason == .noSuchHost(hosts[0], timesAsked: 2))
    #expect(results[0].verdict == .dead)
    #expect(results[1].reason == .lookupFails(hosts[1]))
    #expect(results[1].verdict == .unsure)
    // Where there was no time to ask twice, it is not known.
    #expect(LinkReason.noSuchHost("x", timesAsked: 1).verdict == .unsure)
  }

  @Test func snapshotsOfTheArchive() throws {
    let server = try #require(BadServer.shared)
    let base = server.address("{main}")
    let answers = try LinkChecker(server.policy).archived(
      [("http://kept.example/", "2026-01-05"), ("http://lost.example/", "2026-01-05")],
      now: testNow, base: base)
    #expect(
      answers == [
        .snapshot("\(base)/web/20260102030405/http://kept.example/"), .none,
      ])
    #expect(
      WebArchive.snapshot(of: "https://example.net/a", at: testNow)
        == "https://web.archive.org/web/20261118/https://example.net/a")
    #expect(
      WebArchive.search(for: "https://example.net/")
        == "https://web.archive.org/web/*/https://example.net/")
    var offline = LinkPolicy()
    offline.isOffline = true
    #expect(
      try LinkChecker(offline).archived([("http://x.example/", "2026-01-05")], now: 0)
        == [.unknown(.offline)])
  }
}
