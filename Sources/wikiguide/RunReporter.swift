import ArgumentParser
import Site
import SourceText

/// Tells the user what a run found and did, and how it ends.
enum RunReporter {
  /// Runs work on a site; a fault is reported and ends the run.
  static func run<Result>(_ work: () throws(SiteFault) -> Result) throws -> Result {
    do throws(SiteFault) {
      return try work()
    } catch {
      switch error {
      case .usage(let message):
        reportFault(message)
        throw ExitCode.wrongUsage
      case .configuration(let report):
        reportFindings(report)
        throw ExitCode.wrongUsage
      case .disk(let message):
        reportFault(message)
        throw ExitCode.diskFailure
      }
    }
  }

  /// Prints all findings and how many there are to standard error.
  /// - Parameter remark: what is said behind their number.
  static func reportFindings(_ report: BuildReport, remark: String = "") {
    reportEach(report)
    if !report.diagnostics.isEmpty {
      let palette = Palette.standardError
      StandardStreams.reportLine(palette.strong(Summary.findings(report) + remark))
      for line in Summary.byRule(report) { StandardStreams.reportLine(line) }
    }
  }

  /// Prints the findings alone.
  static func reportEach(_ report: BuildReport) {
    writeEach(report, Palette.standardError, to: StandardStreams.report)
  }

  /// Writes all findings as text, in large parts of which a few are made side by side: on a large site,
  /// printing them one by one takes as long as finding them, and all of them are more than the site.
  static func writeEach(_ report: BuildReport, _ palette: Palette, to write: ([UInt8]) -> Void) {
    let size = 1024
    let starts = Array(stride(from: 0, to: report.diagnostics.count, by: size))
    for first in stride(from: 0, to: starts.count, by: 8) {
      let parts = Parallel.map(Array(starts[first...].prefix(8)), chunkSize: 1) { start in
        var printer = DiagnosticPrinter(sources: report.sources, palette: palette)
        return printer.text(
          of: report.diagnostics[start..<min(start + size, report.diagnostics.count)])
      }
      for part in parts { write(part) }
    }
  }

  /// Prints a result; a failing output ends the run.
  static func print(_ bytes: [UInt8]) throws {
    guard StandardStreams.print(bytes) else {
      reportFault("standard output could not be written")
      throw ExitCode.diskFailure
    }
  }

  static func print(_ text: String) throws { try print(Array(text.utf8)) }

  static func fail(_ report: BuildReport, on failOn: FailOn) throws {
    guard !report.reaches(failOn.severity) else { throw ExitCode.findings }
  }

  static func reportFault(_ message: String) {
    let label = Palette.standardError.severity("error:", .error)
    StandardStreams.reportLine("\(label) \(message.escapingControls)")
  }
}
