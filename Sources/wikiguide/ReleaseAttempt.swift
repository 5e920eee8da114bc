import ArgumentParser
import Site
import SourceText

/// One look at the wiki: publishes a release where something changed, and says so in a line.
struct ReleaseAttempt {
  let source: String
  let folder: ReleaseFolder
  let keep: Int
  let asOf: AsOfOption
  let failOn: FailOn
  let talk: ProgressOptions

  /// The most findings that are said one by one.
  private static let listedFindings = 20

  /// Says how it went and ends the run with the code that tells.
  func once() throws {
    guard let code = attempt(isAlone: true) else { return }
    throw code
  }

  /// Says how it went and lets the live release be whatever happens.
  /// - Parameter afterFailure: whether somebody waits to hear that all is well again.
  /// - Returns: whether it failed.
  func run(afterFailure: Bool) -> Bool { attempt(isAlone: afterFailure) != nil }

  /// Says what happens, unless nobody wants to hear it.
  func say(_ text: String) {
    if !talk.quiet { StandardStreams.reportLine(text.escapingControls) }
  }

  /// - Parameter isAlone: whether also that nothing happened is worth a line.
  /// - Returns: nil where all is well.
  private func attempt(isAlone: Bool) -> ExitCode? {
    let display = ProgressDisplay(talk, saysLines: false)
    do {
      let dates = ReleasePublisher.Dates(try asOf.date(), isChosen: asOf.asOf != nil)
      let outcome = try display.during { () throws(SiteFault) in
        try ReleasePublisher(
          content: source, folder: folder, version: MainCommand.version, progress: display.progress
        ).publish(dates, keep: keep) { $0.reaches(failOn.severity) }
      }
      guard let outcome else { return nil }
      return tell(outcome, display.duration, isAlone: isAlone)
    } catch let fault as SiteFault {
      return tell(fault)
    } catch {
      return error as? ExitCode ?? .wrongUsage
    }
  }

  private func tell(
    _ outcome: ReleasePublisher.Outcome, _ duration: Duration, isAlone: Bool
  ) -> ExitCode? {
    switch outcome {
    case .published(let name, let report):
      say("published \(name): \(Self.words(report))" + time(duration))
    case .unchanged(let live, let newest, _) where live != newest:
      // Whoever took a release back wonders why nothing comes.
      say(
        "nothing changed since \(newest), which was taken back; \(live) stays live")
    case .unchanged(let live, _, _):
      if isAlone { say("nothing changed; \(live) stays live") }
    case .refused(let live, let report):
      list(report)
      fail("\(Summary.findings(report)); nothing was published", live)
      return .findings
    }
    return nil
  }

  private func tell(_ fault: SiteFault) -> ExitCode {
    let live = try? folder.live()
    switch fault {
    case .usage(let message):
      fail(message, live)
      return .wrongUsage
    case .configuration(let report):
      list(report)
      fail("the configuration cannot be used; nothing was published", live)
      return .wrongUsage
    case .disk(let message):
      fail(message, live)
      return .diskFailure
    }
  }

  private func fail(_ message: String, _ live: ReleaseName?) {
    let stays = live.map { "\($0) stays live" } ?? "nothing is live yet"
    StandardStreams.reportLine("failed: \(message.escapingControls); \(stays)")
  }

  /// The findings that keep the release back, a line each.
  private func list(_ report: BuildReport) {
    let grave = report.diagnostics.filter { $0.severity >= failOn.severity ?? .error }
    for finding in grave.prefix(Self.listedFindings) {
      StandardStreams.reportLine(DiagnosticPrinter.line(finding, sources: report.sources))
    }
    if grave.count > Self.listedFindings {
      StandardStreams.reportLine(
        "and \(Summary.counted(grave.count - Self.listedFindings, "more finding"))")
    }
  }

  private func time(_ duration: Duration) -> String {
    talk.timing ? ", " + Summary.time(duration).filter { $0 != "\n" } : ""
  }

  private static func words(_ report: BuildReport) -> String {
    var parts = [
      Summary.counted(report.pages, "page"), Summary.counted(report.guides, "guide"),
      Summary.counted(report.clients, "client"),
    ]
    if let files = report.publication {
      parts += [
        "\(Summary.counted(files.written, "file")) written", "\(files.unchanged) unchanged",
        "\(files.removed) removed",
      ]
    }
    if !report.diagnostics.isEmpty { parts.append(Summary.findings(report)) }
    return parts.joined(separator: ", ")
  }
}
