import Preview
import Site
import SourceText
import Synchronization

/// Tells people at a terminal what `serve` does: a line for each time the site was read, and the
/// findings that are new.
final class PreviewReporter: Sendable {
  private let content: String
  private let isOpen: Bool
  private let told = Mutex(Told())

  private struct Told {
    /// The beginning of the line about a site that is not judged yet.
    var line: String?
    var findings: Set<Diagnostic> = []
    var fault: String?
  }

  /// - Parameter isOpen: whether other machines can look.
  init(content: String, isOpen: Bool) {
    self.content = content
    self.isOpen = isOpen
  }

  func report(_ event: PreviewEvent) {
    told.withLock { told in
      switch event {
      case .listening(let address):
        print("serving '\(content.escapingControls)' at \(address)")
        if isOpen { print("other machines of the network can look, too (--bind)") }
        print("Ctrl-C ends it")
      case .polling:
        print("this system tells of no changes: they are looked for every half second")
      case .shown(let changed, let time):
        if let line = told.line { print(line) }
        told.fault = nil
        told.line = "\(words(changed)): shown after \(milliseconds(time))"
      case .judged(let report, let time):
        let line = told.line ?? "judged"
        told.line = nil
        print("\(line); \(Summary.findings(report)) (\(milliseconds(time)))")
        showNew(report, &told)
      case .unreadable(let fault, let changed):
        if let line = told.line { print(line) }
        told.line = nil
        print("\(words(changed)): cannot be read; the last site is shown")
        show(fault, &told)
      }
    }
  }

  /// Findings that were not there before; all of them are on the pages.
  private func showNew(_ report: BuildReport, _ told: inout Told) {
    let new = report.diagnostics.filter { !told.findings.contains($0) }
    told.findings = Set(report.diagnostics)
    guard !new.isEmpty else { return }
    var shown = report
    shown.diagnostics = Array(
      new.sorted { $0.severity > $1.severity }.prefix(Self.mostFindings))
    shown.diagnostics.sort()
    RunReporter.reportEach(shown)
    if new.count > Self.mostFindings {
      StandardStreams.reportLine(
        "… and \(new.count - Self.mostFindings) more; 'wikiguide check' shows them all")
    }
  }

  /// More new findings than this are not read by anybody who is writing.
  private static let mostFindings = 20

  /// Said when the work has ended.
  func end() { print("ended") }

  /// Each fault once, however often the content is saved meanwhile.
  private func show(_ fault: SiteFault, _ told: inout Told) {
    let text: String
    switch fault {
    case .usage(let message), .disk(let message): text = message
    case .configuration(let report): text = report.diagnostics.map(\.message).joined()
    }
    guard told.fault != text else { return }
    told.fault = text
    switch fault {
    case .usage(let message), .disk(let message): RunReporter.reportFault(message)
    case .configuration(let report): RunReporter.reportFindings(report)
    }
  }

  private func words(_ changed: [String]?) -> String {
    guard let changed else { return "everything read" }
    let names = changed.prefix(3).map { path in
      (path.hasPrefix(content + "/") ? String(path.dropFirst(content.count + 1)) : path)
        .escapingControls
    }
    let more = changed.count - names.count
    return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private func milliseconds(_ time: Duration) -> String {
    "\(Int(time / .milliseconds(1))) ms"
  }

  private func print(_ line: String) { _ = StandardStreams.printLine(line) }
}
