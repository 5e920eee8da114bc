import Foundation
import Testing

@testable import LinkCheck

/// How fast hosts are asked, what happens when they say "not so fast", and when a run ends.
@Suite(.enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)))
struct PaceTests {
  private func check(
    _ addresses: [String], _ change: (inout LinkPolicy) -> Void = { _ in }
  ) throws -> (results: [LinkResult], time: Duration) {
    let server = try #require(BadServer.shared)
    var policy = server.policy
    change(&policy)
    var results: [LinkResult] = []
    let requests = addresses.map { LinkRequest(url: server.address($0)) }
    let time = try ContinuousClock().measure {
      results = try LinkChecker(policy).check(requests, now: Int(Date().timeIntervalSince1970))
    }
    return (results, time)
  }

  @Test(arguments: ["short", "date"]) func shortPausesAreWaitedFor(_ kind: String) throws {
    let (results, time) = try check((1...3).map { "{limited}/rate-limit/\(kind)/\($0)" })
    #expect(results.allSatisfy { $0.verdict == .alive })
    #expect(time >= .milliseconds(400))
    #expect(time < .seconds(9))
  }

  @Test(arguments: ["long", "huge"]) func longPausesEndTheHostForThisRun(_ kind: String) throws {
    let server = try #require(BadServer.shared)
    let (results, time) = try check([
      "{limited}/rate-limit/\(kind)/1", "{limited}/status/200?\(kind)", "{localhost}/status/200",
    ]) { $0.connectionsPerHost = 1 }
    for result in results.prefix(2) {
      guard case .rateLimited(let until?) = result.reason else {
        Issue.record("\(result.reason)")
        continue
      }
      #expect(until > Int(Date().timeIntervalSince1970) + 3_000)
      #expect(result.verdict == .unsure)
    }
    #expect(results[2].verdict == .alive)
    #expect(try server.count("/status/200?\(kind)") == 0)
    #expect(time < .seconds(5))
    // It is remembered.
    let state = LinkState().updated(with: results, used: results.map(\.url), now: testNow)
    #expect(!state.isDue(results[0].url, now: testNow + 3_600))
  }

  @Test(arguments: ["broken", "none", "negative", "past"])
  func pausesWithoutATimeAreShort(_ kind: String) throws {
    let (results, time) = try check(["{limited}/rate-limit/\(kind)/1"])
    #expect(results[0].reason == .rateLimited(until: nil))
    #expect(time < .seconds(5))
  }

  @Test func hostsUnderRepairAreLeftAlone() throws {
    let (results, _) = try check(["{limited}/maintenance"])
    #expect(results[0].verdict == .unsure)
    #expect(results[0].reason.sentence.hasPrefix("rate-limited until 20"))
  }

  @Test func requestsToOneHostKeepTheirDistance() throws {
    let (results, time) = try check((1...5).map { "{main}/status/200?pace\($0)" }) {
      $0.pausePerHost = .milliseconds(200)
    }
    #expect(results.allSatisfy { $0.verdict == .alive })
    #expect(time >= .milliseconds(800))
  }

  @Test func slowHostsHoldNobodyUp() throws {
    let server = try #require(BadServer.shared)
    var order: [Int] = []
    let addresses =
      (1...6).map { "{main}/slow-fine?\($0)" } + (1...20).map { "{localhost}/status/200?\($0)" }
    var policy = server.policy
    policy.connectionsPerHost = 2
    let clock = ContinuousClock()
    let start = clock.now
    var twenty: Duration?
    _ = try LinkChecker(policy).check(
      addresses.map { LinkRequest(url: server.address($0)) }, now: testNow,
      progress: {
        order.append($0.done)
        if $0.done >= 20, twenty == nil { twenty = clock.now - start }
      })
    #expect(try #require(twenty) < .milliseconds(1_500))
    #expect(order == order.sorted())
  }

  @Test func theRunsTimeEndsIt() throws {
    let (results, time) = try check(
      (1...8).map { "{main}/slow-header/5?\($0)" } + ["{localhost}/status/200"]
    ) {
      $0.connectionsPerHost = 2
      $0.runTime = .milliseconds(800)
    }
    #expect(results.prefix(8).allSatisfy { $0.reason == .runTimeOver && $0.verdict == .unsure })
    #expect(results[8].verdict == .alive)
    #expect(time < .seconds(2))
    #expect(LinkState().updated(with: results, used: [String](), now: 0).records.count == 1)
  }

  @Test func interruptedRunsTellWhatTheyKnow() throws {
    let server = try #require(BadServer.shared)
    var known = 0
    let requests = ["{localhost}/status/200?i", "{main}/slow-header/5?i"].map {
      LinkRequest(url: server.address($0))
    }
    let time = try ContinuousClock().measure {
      let results = try LinkChecker(server.policy).check(
        requests, now: testNow, progress: { known = $0.done }, isCancelled: { known == 1 })
      #expect(results.map(\.verdict) == [.alive, .notChecked])
      #expect(results[1].reason == .interrupted)
    }
    #expect(time < .seconds(1))
  }

  @Test func offlineNothingIsAsked() throws {
    let server = try #require(BadServer.shared)
    let (results, _) = try check(["{main}/status/200?offline", "http:"]) { $0.isOffline = true }
    #expect(results.map(\.reason) == [.offline, .invalid("it has no '//' before its host")])
    #expect(try server.count("/status/200?offline") == 0)
  }

  /// With the times that a real run has.
  @Test func slowServersHaveTheirTimeAndNoMore() throws {
    let usual = LinkPolicy()
    let (results, time) = try check([
      "{localhost}/slow-header/30", "{main}/drip-body#place", "{main6}/drip-header",
    ]) {
      $0.connectTime = usual.connectTime
      $0.headerTime = usual.headerTime
      $0.linkTime = usual.linkTime
    }
    #expect(
      results.map(\.reason) == [
        .noHeader(seconds: 10), .noEnd(seconds: 20), .noHeader(seconds: 10),
      ])
    #expect(results.allSatisfy { $0.milliseconds < 25_000 })
    #expect(time < .seconds(35))
  }
}
