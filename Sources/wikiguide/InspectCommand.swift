import ArgumentParser
import GuideModel
import Site
import SourceText
import Syntax

/// `wikiguide inspect`: what was understood of one page, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show what is understood of one page, and why.",
    discussion: """
      Findings go to standard error and never make this command fail.

      Examples:
        wikiguide inspect content/Thunderbird.txt
        wikiguide inspect content/Thunderbird.txt --tree
      """)

  @Argument(help: "The page's file.")
  var page: String

  @Flag(help: "Show the page's syntax tree instead.")
  var tree = false

  func run() throws {
    // Nothing dated is made here, so any date will do.
    let builder = SiteBuilder(content: page, asOf: "1970-01-01", version: MainCommand.version)
    let result = try RunReporter.run { () throws(SiteFault) in try builder.reading(of: page) }
    RunReporter.reportFindings(result.report)
    let text =
      tree
      ? DocumentDump.text(result.reading.document)
      : PageInspection(result.reading).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try RunReporter.print(lines.map { String($0).escapingControls }.joined(separator: "\n"))
  }
}
