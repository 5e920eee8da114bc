import ArgumentParser
import Findings
import Site
import SourceText

/// Mends what findings suggest, page by page. A page that must stay as it is is named with the reason.
struct FixRun {
  private let report: BuildReport
  private let plan: FixPlan
  private let paths: ContentPaths

  init(_ report: BuildReport, includesUnsure: Bool, content: String) {
    self.report = report
    plan = FixPlan(report.diagnostics, includesUnsure: includesUnsure) { path in
      report.rewriter?.isPage(path) == true
    }
    paths = ContentPaths(content: content)
  }

  /// Shows what would change and changes nothing.
  func preview() throws {
    var (findings, files) = (0, 0)
    for file in plan.files {
      guard let page = report.sources[file.path] else { continue }
      let difference = try attempt(file) { rewriter throws(RewriteFault) in
        _ = try rewriter.rewriting(of: page, edits: file.edits)
        do throws(EditedLines.Fault) {
          return try UnifiedDifference.text(
            path: paths.shown(file.path), of: page.bytes, edits: file.edits)
        } catch {
          throw .edits(error, .utf8)
        }
      }
      guard let difference else { continue }
      try RunReporter.print(difference)
      findings += file.findings
      files += 1
    }
    StandardStreams.reportLine("would fix \(counts(findings, files))")
    reportOverlaps()
  }

  /// - Returns: what was done, as a line.
  func mend() throws -> String {
    var (findings, files) = (0, 0)
    for file in plan.files {
      guard let page = report.sources[file.path] else { continue }
      let isDone: Bool? = try attempt(file) { rewriter throws(RewriteFault) in
        try rewriter.write(rewriter.rewriting(of: page, edits: file.edits))
        return true
      }
      guard isDone == true else { continue }
      findings += file.findings
      files += 1
    }
    reportOverlaps()
    return "fixed \(counts(findings, files))\n"
  }

  /// Nil where the page must stay as it is; that is said. A failing disk ends the run.
  private func attempt<Result>(
    _ file: FixPlan.File, _ work: (PageRewriter) throws(RewriteFault) -> Result
  ) throws -> Result? {
    guard let rewriter = report.rewriter else { return nil }
    do throws(RewriteFault) {
      return try work(rewriter)
    } catch {
      let path = paths.shown(file.path)
      RunReporter.reportFault("'\(path)' stays as it is: \(error.reason)")
      if case .disk = error { throw ExitCode.diskFailure }
      return nil
    }
  }

  private func counts(_ findings: Int, _ files: Int) -> String {
    "\(Summary.counted(findings, "finding")) in \(Summary.counted(files, "file"))"
  }

  private func reportOverlaps() {
    guard plan.overlapping > 0 else { return }
    let count = Summary.counted(plan.overlapping, "finding")
    StandardStreams.reportLine("\(count) left for the next run: others change the same text")
  }
}
