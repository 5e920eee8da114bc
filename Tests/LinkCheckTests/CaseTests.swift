import Foundation
import LinkCheck
import Testing

/// Every bad behaviour of the server, against what `Cases.txt` says should come of it.
@Suite(.enabled(if: !BadServer.isMissing, Comment(rawValue: BadServer.absence)), .serialized)
struct CaseTests {
  private struct Case {
    let written: String
    let expected: [String]
  }

  /// All at once, as in a real run: whoever is slow must not spoil it for the others.
  @Test func everyCaseGetsItsVerdict() throws {
    let server = try #require(BadServer.shared)
    let cases = try Self.cases()
    let memory = Self.peakMemory()
    let clock = ContinuousClock()
    var results: [LinkResult] = []
    let time = try clock.measure {
      // Each alone in the plan: the same page with other fragments is another request.
      let requests = cases.enumerated().map { index, one in
        LinkRequest(url: Self.distinct(server.address(one.written), index))
      }
      results = try LinkChecker(server.policy).check(requests, now: testNow)
    }
    for (one, result) in zip(cases, results) {
      #expect(Self.found(result) == one.expected, "\(one.written)")
      #expect(result.milliseconds < 25_000, "\(one.written)")
      #expect(!"\(result)".contains("secret"), "\(one.written)")
    }
    #expect(time < .seconds(25))
    #expect(Self.peakMemory() - memory < 100 << 20)
  }

  /// A query makes each case a page of its own; the server looks at paths only.
  private static func distinct(_ address: String, _ index: Int) -> String {
    guard address.hasPrefix("http"), !address.hasSuffix("//") else { return address }
    let parts = address.split(separator: "#", maxSplits: 1)
    return "\(parts[0])?\(index)" + (parts.count > 1 ? "#\(parts[1])" : "")
  }

  private static func found(_ result: LinkResult) -> [String] {
    let missing = result.missingFragments.map {
      ($0.isCertain ? "missing: " : "unsure: ") + $0.fragment
    }
    return [result.verdict.rawValue, result.reason.sentence] + missing
  }

  private static func cases() throws -> [Case] {
    try BadServer.text("Cases.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "  ").map {
          $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
        return Case(written: columns[0], expected: Array(columns.dropFirst()))
      }
  }

  /// The most memory that this process ever held, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1_024
    #endif
  }
}
