import ArgumentParser
import Site

/// `wikiguide check`: judges a content folder and publishes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for mistakes in wiki pages; publish nothing.",
    discussion: """
      Examples:
        wikiguide check
        wikiguide check wiki --fail-on warning
        wikiguide explain broken-page-link
      """)

  @Argument(help: "A folder of wiki pages, or one page.")
  var content = "content"

  @OptionGroup var limit: FailOnOption

  func run() throws {
    // Judging makes no dated data, so any date will do.
    let builder = SiteBuilder(content: content, asOf: "1970-01-01", version: MainCommand.version)
    let report = try RunReporter.run { () throws(SiteFault) in try builder.check() }
    RunReporter.reportFindings(report)
    try RunReporter.print(Summary.content(report))
    if report.diagnostics.isEmpty { try RunReporter.print(Summary.findings(report) + "\n") }
    try RunReporter.fail(report, on: limit.failOn)
  }
}
