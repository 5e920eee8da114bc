import Findings
import Foundation
import SourceText
import Testing

/// What hosts do not take is left out from the least severe end, and counted.
@Suite struct LimitTests {
  private let file = SourceFile(path: "a.txt", text: "bad\n")

  private func findings(_ count: Int, _ severity: Severity) -> [Diagnostic] {
    (0..<count).map {
      Sample.finding("bad", in: file, severity: severity, message: "m", subject: "\($0)")
    }
  }

  private func run(_ report: FindingsReport) throws -> [String: Any] {
    let log = try JSONSerialization.jsonObject(with: Data(FindingsForm.sarif.bytes(report)))
    let runs = try #require((log as? [String: Any])?["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  @Test func sarifTakesSoManyResults() throws {
    let records = Sample.records(findings(25_000, .note) + findings(3, .error), file)
    let run = try run(Sample.report(records))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 25_000)
    #expect(
      results.prefix(4).map { $0["level"] as? String } == ["error", "error", "error", "note"])
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    #expect("\(invocations)".contains("3 of the findings are left out"))
  }

  @Test func sarifTakesSoManyPlaces() throws {
    let notes = (0..<150).map {
      Diagnostic.Note("other \($0)", at: SourcePlace("a.txt", SourceRange(0, 1)))
    }
    let records = Sample.records([Sample.finding("bad", in: file, notes: notes)], file)
    let run = try run(Sample.report(records))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect((results[0]["relatedLocations"] as? [Any])?.count == 99)
    #expect("\(run["invocations"] ?? "")".contains("51 places"))
  }

  @Test func sarifTellsNewFromKnown() throws {
    let records = Sample.records(findings(2, .error), file)
    let run = try run(Sample.report([records[0]], known: [records[1]]))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["baselineState"] as? String } == ["new", "unchanged"])
    #expect(results[0]["suppressions"] == nil && results[1]["suppressions"] != nil)
  }

  @Test func gitHubTakesTenOfAKind() {
    let all = findings(12, .error) + findings(11, .warning) + findings(20, .note)
    let lines = Sample.text(.github, Sample.report(Sample.records(all, file)))
      .split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(lines[0].hasSuffix("::12 errors, 11 warnings, 20 notes; 14 not shown here"))
  }

  @Test func markdownFits() {
    let report = Sample.report(Sample.records(findings(5_000, .error), file))
    let text = Sample.text(.markdown, report)
    #expect(text.utf8.count <= 60_000)
    let shown = text.split(separator: "\n").count { $0.hasPrefix("- line") }
    #expect(text.hasSuffix("*\(5_000 - shown) more findings not shown here.*\n"))
    #expect(MarkdownReport.text(report, atMost: 0).utf8.count < 400)
  }

  @Test func junitIsRedExactlyWhereTheRunFails() {
    let records = Sample.records(findings(1, .error) + findings(1, .warning), file)
    func failures(_ failOn: Severity?) -> Int {
      Sample.text(.junit, Sample.report(records, failOn: failOn))
        .split(separator: "\n").count { $0.contains("<failure ") }
    }
    #expect([Severity.error, .warning, .note].map(failures) == [1, 2, 2])
    #expect(failures(nil) == 0)
    #expect(Sample.text(.junit, Sample.report([])).contains("tests=\"1\" failures=\"0\""))
  }
}
