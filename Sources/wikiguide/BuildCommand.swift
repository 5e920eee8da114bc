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

  @Argument(help: "A folder of wiki pages, or one page.", completion: .pages)
  var content = "content"

  @Option(help: ArgumentHelp("The folder to publish in.", valueName: "dir"))
  var output = "output"

  @Flag(help: "Do all work again, even where nothing seems to have changed.")
  var anew = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var limit: FailOnOption
  @OptionGroup var findings: FindingsOptions
  @OptionGroup var talk: ProgressOptions

  func run() throws {
    let display = ProgressDisplay(talk)
    let builder = SiteBuilder(
      content: content, asOf: try asOf.date(), version: MainCommand.version,
      progress: display.progress,
      memory: anew ? nil : StandardStreams.buildMemory(version: MainCommand.version))
    let run = try FindingsRun(findings, content: content, failOn: limit.failOn)
    let report = try run.run { () throws(SiteFault) in
      try display.during { () throws(SiteFault) in
        try builder.build(output: output) {
          run.judge($0).report.reaches(limit.failOn.severity)
        }
      }
    }
    // The process ends soon, and the system takes its memory back faster than it could be freed.
    if let read = report.everythingRead { _ = Unmanaged.passRetained(read) }
    let judged = run.judge(report)
    try run.show(
      judged,
      summary: talk.closing(
        Summary.content(report) + (report.publication.map(Summary.publication) ?? ""),
        after: display.duration),
      mends: "check --fix", isQuiet: talk.quiet)
    if report.publication == nil {
      StandardStreams.reportLine(
        "nothing was published: there are findings at or above '\(limit.failOn.rawValue)'")
    }
    try RunReporter.fail(judged.report, on: limit.failOn)
  }
}
