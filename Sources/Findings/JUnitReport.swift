import SourceText

/// The findings as a JUnit report, which build servers show as tests: a suite for each file, a case for
/// each finding.
///
/// A finding at or above `--fail-on` is a failure; one below it is a skipped case with its text, so
/// that the report is red exactly when the command fails and yet shows everything. Text in
/// `system-out` would be shown by few readers. Without findings there is one case that passes, since
/// some readers take an empty report for a broken one.
enum JUnitReport {
  static func text(_ report: FindingsReport) -> String {
    let files = Dictionary(grouping: report.findings, by: \.place.path)
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let suites = paths.map { suite($0, files[$0] ?? [], report) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + element(
        "testsuites", ["name": report.tool.name], counts(report.findings, report),
        suites.isEmpty ? [passing(report)] : suites)
  }

  private static func passing(_ report: FindingsReport) -> String {
    element(
      "testsuite", ["name": report.tool.name], (1, 0, 0),
      ["<testcase classname=\"\(XMLText.escaped(report.tool.name))\" name=\"no findings\"/>\n"])
  }

  private static func suite(
    _ path: String, _ findings: [FindingRecord], _ report: FindingsReport
  ) -> String {
    var names: [String: Int] = [:]
    let cases = findings.map { finding in
      let name = "\(finding.rule): \(finding.message)"
      let count = names[name, default: 0] + 1
      names[name] = count
      return testCase(finding, name: count == 1 ? name : "\(name) (\(count))", report)
    }
    return element("testsuite", ["name": path], counts(findings, report), cases)
  }

  private static func testCase(
    _ finding: FindingRecord, name: String, _ report: FindingsReport
  ) -> String {
    let path = XMLText.escaped(finding.place.path)
    let line = finding.place.region.map { " line=\"\($0.startLine)\"" } ?? ""
    let opening =
      "<testcase classname=\"\(path)\" name=\"\(XMLText.escaped(name))\" file=\"\(path)\"\(line)>"
    let message = XMLText.escaped(finding.message)
    let detail = XMLText.escaped(detail(finding))
    let outcome =
      fails(finding, report)
      ? "<failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(detail)</failure>"
      : "<skipped type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(detail)</skipped>"
    return "\(opening)\n  \(outcome)\n</testcase>\n"
  }

  private static func fails(_ finding: FindingRecord, _ report: FindingsReport) -> Bool {
    report.failOn.map { finding.severity >= $0 } ?? false
  }

  private static func detail(_ finding: FindingRecord) -> String {
    func lines(_ place: FindingPlace, _ words: String) -> [String] {
      let region = place.region.map { ":\($0.startLine):\($0.startColumn)" } ?? ""
      return ["\(place.path)\(region): \(words)"]
        + (place.excerpt.map { ["    " + $0.text] } ?? [])
    }
    var text = lines(
      finding.place, "\(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)")
    for note in finding.notes {
      text += note.place.map { lines($0, "note: \(note.message)") } ?? ["note: \(note.message)"]
    }
    if let help = finding.help { text.append("help: \(help)") }
    return text.joined(separator: "\n")
  }

  private static func counts(
    _ findings: [FindingRecord], _ report: FindingsReport
  ) -> (tests: Int, failures: Int, skipped: Int) {
    let failures = findings.count { fails($0, report) }
    return (findings.count, failures, findings.count - failures)
  }

  private static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>,
    _ counts: (tests: Int, failures: Int, skipped: Int), _ content: [String]
  ) -> String {
    let attributes = attributes.map { " \($0)=\"\(XMLText.escaped($1))\"" }.joined()
    return "<\(name)\(attributes) tests=\"\(counts.tests)\" failures=\"\(counts.failures)\""
      + " errors=\"0\" skipped=\"\(counts.skipped)\">\n\(content.joined())</\(name)>\n"
  }
}
