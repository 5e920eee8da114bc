import ArgumentParser
import Findings
import Site
import SourceText

/// The file of known findings on disk. What is wrong with it is reported and ends the run.
enum BaselineFile {
  static func read(_ path: String) throws -> (baseline: Baseline, file: SourceFile) {
    let file = try file(path)
    let (baseline, findings) = Baseline.read(file)
    guard findings.isEmpty else {
      var printer = DiagnosticPrinter(sources: [path: file], palette: .standardError)
      for finding in findings { StandardStreams.reportLine(printer.text(finding)) }
      RunReporter.reportFault("the baseline '\(path)' cannot be used")
      throw ExitCode.wrongUsage
    }
    return (baseline, file)
  }

  /// Writes findings as the baseline. Refuses to replace a file that is none.
  static func write(_ path: String, _ findings: [FindingRecord]) throws {
    let isBaseline = try RunReporter.onDisk { () throws(FileSystemError) in
      guard try FileSystem.kindFollowingLinks(path) == .file else { return true }
      return Baseline.mayReplace(try FileSystem.read(path))
    }
    guard isBaseline else {
      RunReporter.reportFault(
        "'\(path)' is no baseline and is not overwritten; name another file")
      throw ExitCode.wrongUsage
    }
    let bytes = Array(Baseline.text(of: findings).utf8)
    guard bytes.count <= SourceFile.maximumSize else {
      RunReporter.reportFault(
        "\(findings.count) findings are too many for a baseline; turn a rule off in wikiguide.yml")
      throw ExitCode.wrongUsage
    }
    try RunReporter.onDisk { () throws(FileSystemError) in try FileSystem.replace(path, bytes) }
  }

  private static func file(_ path: String) throws -> SourceFile {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(path)
    } catch {
      guard error.isMissing else {
        RunReporter.reportFault(error.description)
        throw ExitCode.diskFailure
      }
      RunReporter.reportFault(
        "there is no baseline '\(path)'; 'wikiguide check --write-baseline \(path)' writes it")
      throw ExitCode.wrongUsage
    }
    do throws(SourceFault) {
      return try SourceFile(path: path, bytes: bytes)
    } catch {
      RunReporter.reportFault("the baseline '\(path)' is no text that can be read")
      throw ExitCode.wrongUsage
    }
  }
}

extension RunReporter {
  /// Runs work on files that are no content; a fault is reported and ends the run.
  static func onDisk<Result>(_ work: () throws(FileSystemError) -> Result) throws -> Result {
    do throws(FileSystemError) {
      return try work()
    } catch {
      reportFault(error.description)
      throw ExitCode.diskFailure
    }
  }
}
