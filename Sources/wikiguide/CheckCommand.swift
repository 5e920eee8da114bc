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
        wikiguide check wiki --output site
        wikiguide check wiki --as-of 2026-11-25 --max-age 365
        wikiguide check wiki --fix --dry-run
        wikiguide check wiki --format sarif --report findings.sarif
        wikiguide check wiki --write-baseline wikiguide.baseline
        wikiguide check wiki --baseline wikiguide.baseline
        wikiguide explain broken-page-link
      """)

  @Argument(help: "A folder of wiki pages, or one page.", completion: .pages)
  var content = "content"

  @OptionGroup var limit: FailOnOption
  @OptionGroup var findings: FindingsOptions
  @OptionGroup var talk: ProgressOptions

  @Option(
    help: ArgumentHelp(
      "Check the published site in this folder too: links and ids as readers get them.",
      valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Take this day as today, and say what was tried too long before it.", valueName: "date"),
    transform: { try AsOfDate(option: $0) })
  var asOf: AsOfDate?

  @Option(
    name: .customLong("max-age"),
    help: ArgumentHelp(
      "After how many days what was tried counts as out of date.", valueName: "days"))
  var maximumAge = 365

  @Option(
    help: ArgumentHelp(
      "Write all findings to this file, to be kept out from now on by --baseline.",
      valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Mend what can be mended surely, in the pages themselves; never in a wiki's data.")
  var fix = false

  @Flag(help: "Mend also what somebody should look at afterwards.")
  var fixMaybe = false

  @Flag(help: "Show what --fix or --fix-maybe would change, and change nothing.")
  var dryRun = false

  private var fixes: Bool { fix || fixMaybe }

  func validate() throws {
    guard maximumAge > 0 else { throw ValidationError("an age is more than 0 days") }
    guard !dryRun || fixes else { throw ValidationError("--dry-run needs --fix or --fix-maybe") }
    guard !dryRun || !findings.takesOutput else {
      throw ValidationError(
        "--dry-run shows changes on standard output; send the findings to a file with --report")
    }
    guard !dryRun || writeBaseline == nil else {
      throw ValidationError("--dry-run writes nothing, so --write-baseline cannot go with it")
    }
    guard writeBaseline == nil || findings.baseline == nil else {
      throw ValidationError("--write-baseline writes all findings; leave --baseline out")
    }
  }

  func run() throws {
    let run = try FindingsRun(
      findings, content: content, failOn: limit.failOn, showsChanges: dryRun)
    // Judging makes no dated data, so any date will do.
    let display = ProgressDisplay(talk)
    let builder = SiteBuilder(
      content: content, asOf: "1970-01-01", version: MainCommand.version,
      progress: display.progress)
    let memory = output ?? "output"
    let oldest = asOf?.adding(days: -maximumAge).text
    func check() throws -> BuildReport {
      try run.run { () throws(SiteFault) in
        try display.during { () throws(SiteFault) in
          try builder.check(output: memory, outdatedBefore: oldest)
        }
      }
    }
    var report = try check()
    // The process ends soon, and the system takes its memory back faster than it could be freed.
    if let read = report.everythingRead { _ = Unmanaged.passRetained(read) }
    if fixes {
      // What is known and kept out stays as it is.
      let fixing = FixRun(run.judge(report).report, includesUnsure: fixMaybe, content: content)
      if dryRun {
        try fixing.preview()
      } else {
        try run.say(fixing.mend())
        report = try check()
      }
    }
    var published = ""
    if let output {
      let found = try run.run { () throws(SiteFault) in
        try display.during { () throws(SiteFault) in try builder.check(published: output) }
      }
      report.diagnostics = (report.diagnostics + found.diagnostics).sorted()
      report.sources.merge(found.sources) { first, _ in first }
      published = Summary.published(found, output)
    }
    var judged = run.judge(report)
    if let writeBaseline {
      judged = try run.writeBaseline(writeBaseline, judged)
    }
    // Said by the findings themselves where there are some.
    let isSilent = judged.report.diagnostics.isEmpty && !findings.takesOutput
    try run.show(
      judged,
      summary: talk.closing(
        Summary.content(report) + published
          + (isSilent ? Summary.findings(judged.report) + "\n" : ""),
        after: display.duration),
      mends: "--fix", isQuiet: talk.quiet)
    try RunReporter.fail(judged.report, on: limit.failOn)
  }
}
