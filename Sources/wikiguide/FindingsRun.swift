import ArgumentParser
import Findings
import Site
import SourceText

/// What becomes of the findings of one run: which of them count, and where they are shown in which
/// form.
struct FindingsRun {
  private let options: FindingsOptions
  private let failOn: FailOn
  private let isOnePage: Bool
  private let baseline: (baseline: Baseline, file: SourceFile)?
  private let paths: ContentPaths
  /// Whether something else than what is said about the run goes to standard output.
  private let outputIsTaken: Bool

  /// The findings of a report, judged.
  struct Judged {
    /// The report without the findings that are known.
    var report: BuildReport
    fileprivate(set) var records: [FindingRecord]
    /// Nil where there is no baseline.
    fileprivate var known: [FindingRecord]?
    /// Where findings are listed that are kept out.
    fileprivate var baselinePath: String?
  }

  /// Reads the baseline, if there is one; a fault of it is reported and ends the run.
  /// - Parameter showsChanges: whether standard output is for a difference of pages.
  init(
    _ options: FindingsOptions, content: String, failOn: FailOn, showsChanges: Bool = false
  ) throws {
    self.options = options
    outputIsTaken = options.takesOutput || showsChanges
    self.failOn = failOn
    isOnePage = (try? FileSystem.kindFollowingLinks(content)) == .file
    paths = ContentPaths(content: content)
    baseline = try options.baseline.map { try BaselineFile.read($0) }
  }

  // MARK: - Judging

  /// Runs work on a site. A fault of the configuration is shown in the form that was asked for.
  func run<Result>(_ work: () throws(SiteFault) -> Result) throws -> Result {
    guard let form = options.format.forMachines else { return try RunReporter.run(work) }
    do throws(SiteFault) {
      return try work()
    } catch {
      if case .configuration(let report) = error {
        let document = document(judge(report, with: nil), isComplete: false)
        try deliver(form.bytes(document))
      }
      return try RunReporter.run { () throws(SiteFault) in throw error }
    }
  }

  /// Parts new findings from known ones.
  func judge(_ report: BuildReport) -> Judged { judge(report, with: baseline) }

  private func records(_ report: BuildReport) -> [FindingRecord] {
    FindingRecord.all(
      report.diagnostics, sources: report.sources, shownPath: paths.shown, hash: Digest.sha256)
  }

  private func judge(
    _ report: BuildReport, with baseline: (baseline: Baseline, file: SourceFile)?
  ) -> Judged {
    guard let (baseline, file) = baseline else {
      // People read the findings as they are.
      let records = options.format.forMachines == nil ? [] : records(report)
      return Judged(report: report, records: records)
    }
    let records = records(report)
    let (isNew, stale) = baseline.split(records)
    var judged = report
    judged.diagnostics = zip(report.diagnostics, isNew).filter(\.1).map(\.0)
    // Of the other pages nothing is known.
    let told = stale.filter { !isOnePage || report.sources[$0.path] != nil }
    let path = report.sources[file.path] == nil ? file.path : "./" + file.path
    judged.sources[path] = file
    var paths = paths
    paths.add(path, as: file.path)
    let remarks = told.map { baseline.finding(stale: $0, path: path) }
    judged.diagnostics += remarks
    return Judged(
      report: judged,
      records: zip(records, isNew).filter(\.1).map(\.0)
        + FindingRecord.all(
          remarks, sources: judged.sources, shownPath: paths.shown, hash: Digest.sha256),
      known: zip(records, isNew).filter { !$0.1 }.map(\.0), baselinePath: file.path)
  }

  // MARK: - Showing

  /// Shows findings, then what is said about the run.
  /// - Parameters:
  ///   - summary: lines that go to standard output unless the findings have that for themselves.
  ///   - mends: how findings are mended, for the sentence that says how many can be.
  ///   - isQuiet: whether findings that a file holds need not be said to people as well.
  func show(_ judged: Judged, summary: String, mends: String, isQuiet: Bool = false) throws {
    if let form = options.format.forMachines {
      let document = document(judged, isComplete: true)
      try deliver(form.bytes(document))
      if form == .github { try appendJobSummary(document) }
    } else if options.report != nil {
      var text: [UInt8] = []
      RunReporter.writeEach(judged.report, .plain) { text += $0 }
      try deliver(text + Array((Summary.findings(judged.report) + "\n").utf8))
    }
    if isQuiet, options.report != nil { return }
    if options.takesOutput {
      StandardStreams.reportLine(
        Summary.findings(judged.report) + remark(judged, mends)
          + Summary.byRule(judged.report).map { "\n" + $0 }.joined())
    } else {
      RunReporter.reportFindings(judged.report, remark: remark(judged, mends))
    }
    try say(summary + (isQuiet ? "" : keptOut(judged)))
  }

  /// Says something about the run, to standard output where that is free.
  func say(_ text: String) throws {
    if outputIsTaken { StandardStreams.report(text) } else { try RunReporter.print(text) }
  }

  /// Writes all findings as known ones.
  /// - Returns: the findings judged by what was written: none is new.
  func writeBaseline(_ path: String, _ judged: Judged) throws -> Judged {
    let records = records(judged.report)
    try BaselineFile.write(path, records)
    try say(
      "wrote \(Summary.counted(records.count, "finding")) to "
        + "'\(path.escapingControls)'\n")
    var report = judged.report
    report.diagnostics = []
    return Judged(report: report, records: [], known: records)
  }

  private func document(_ judged: Judged, isComplete: Bool) -> FindingsReport {
    var document = FindingsReport(
      tool: FindingsReport.Tool(name: "wikiguide", version: MainCommand.version),
      rules: RuleDescription.all, rulesURL: options.rulesURL, findings: judged.records,
      known: judged.known, failOn: failOn.severity, isComplete: isComplete)
    document.hasJobSummary = jobSummary != nil
    return document
  }

  private var jobSummary: String? { StandardStreams.variable("GITHUB_STEP_SUMMARY") }

  private func deliver(_ bytes: [UInt8]) throws {
    guard let path = options.report else { return try RunReporter.print(bytes) }
    try RunReporter.onDisk { () throws(FileSystemError) in
      try FileSystem.replace(path, bytes)
    }
  }

  /// GitHub shows few annotations; all findings stand in the summary of the job, as far as it holds
  /// them.
  private func appendJobSummary(_ document: FindingsReport) throws {
    guard let path = jobSummary else { return }
    try RunReporter.onDisk { () throws(FileSystemError) in
      let taken = try FileSystem.kindFollowingLinks(path) == .file ? FileSystem.read(path).count : 0
      let text = MarkdownReport.text(document, atMost: 1_048_576 - 1 - taken)
      // An earlier step may have left its last line open.
      try FileSystem.append(Array(((taken > 0 ? "\n" : "") + text).utf8), to: path)
    }
  }

  /// `; 2 can be mended with --fix (1 more with --fix-maybe)`
  private func remark(_ judged: Judged, _ mends: String) -> String {
    let fixes = FixCount(judged.report)
    guard fixes.safe + fixes.maybe > 0 else { return "" }
    guard fixes.safe > 0 else { return "; \(fixes.maybe) can be mended with \(mends)-maybe" }
    return "; \(fixes.safe) can be mended with \(mends)"
      + (fixes.maybe > 0 ? " (\(fixes.maybe) more with \(mends)-maybe)" : "")
  }

  private func keptOut(_ judged: Judged) -> String {
    guard let known = judged.known, !known.isEmpty, let path = judged.baselinePath else {
      return ""
    }
    return "\(Summary.counted(known.count, "known finding")) kept out by "
      + "'\(path.escapingControls)'\n"
  }
}

/// How many findings could be mended where they stand.
struct FixCount {
  let safe: Int
  let maybe: Int

  init(_ report: BuildReport) {
    let suggestions = report.diagnostics.lazy.filter {
      $0.suggestion != nil && report.rewriter?.isPage($0.place.path) == true
    }.compactMap(\.suggestion)
    safe = suggestions.count { $0.certainty == .safe }
    maybe = suggestions.count - safe
  }
}
