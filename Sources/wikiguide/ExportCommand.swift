import ArgumentParser
import Site

/// `wikiguide export`: the parent of what can be exported.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print data that was read from wiki pages.",
    subcommands: [ExportCompatibilityCommand.self, ExportSettingsCommand.self])
}

/// `wikiguide export compatibility`: which client supports which feature, to standard output.
struct ExportCompatibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compatibility", abstract: "Print which mail clients support which features.",
    discussion: """
      The list goes to standard output, findings to standard error.

      Examples:
        wikiguide export compatibility --format csv > compatibility.csv
        wikiguide export compatibility wiki --format markdown --as-of 2025-12-31
      """)

  @Argument(help: "A folder of wiki pages, or one page.")
  var content = "content"

  @Option(help: "The form of the list.")
  var format = CompatibilityFormat.json

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var limit: FailOnOption

  func run() throws {
    let builder = SiteBuilder(
      content: content, asOf: try asOf.date(), version: MainCommand.version)
    let list = try RunReporter.run { () throws(SiteFault) in
      try builder.compatibility(format: format)
    }
    RunReporter.reportFindings(list.report)
    try RunReporter.print(list.bytes)
    try RunReporter.fail(list.report, on: limit.failOn)
  }
}

extension CompatibilityFormat: ExpressibleByArgument {}
