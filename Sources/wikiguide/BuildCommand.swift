import ArgumentParser
import Site

/// `wikiguide build`: reads a content folder and publishes it as a site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Publish wiki pages as a site of setup guides.",
    discussion: """
      Nothing is published when findings reach --fail-on. The output folder is replaced as a \
      whole; it must be new, empty, or made by wikiguide.

      Examples:
        wikiguide build
        wikiguide build wiki --output site --as-of 2025-12-31
        wikiguide build wiki --fail-on never
      """)

  @Argument(help: "A folder of wiki pages, or one page.")
  var content = "content"

  @Option(help: ArgumentHelp("The folder to publish in.", valueName: "dir"))
  var output = "output"

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var limit: FailOnOption

  func run() throws {
    let builder = SiteBuilder(
      content: content, asOf: try asOf.date(), version: MainCommand.version)
    let report = try RunReporter.run { () throws(SiteFault) in
      try builder.build(output: output, failOn: limit.failOn.severity)
    }
    RunReporter.reportFindings(report)
    try RunReporter.print(Summary.content(report))
    if let publication = report.publication {
      try RunReporter.print(Summary.publication(publication))
    } else {
      StandardStreams.reportLine(
        "nothing was published: there are findings at or above '\(limit.failOn.rawValue)'")
    }
    try RunReporter.fail(report, on: limit.failOn)
  }
}
