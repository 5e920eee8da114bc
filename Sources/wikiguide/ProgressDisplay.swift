import Dispatch
import Site

/// Shows how far a command has come while it works.
///
/// The work counts and never waits; a timer looks ten times a second at what it counted. The clock
/// decides when something is shown, and nothing else.
struct ProgressDisplay: Sendable {
  /// What the work counts with.
  let progress: WorkProgress
  private let screen: ProgressScreen
  private let start = ContinuousClock.now

  private static let interval = DispatchTimeInterval.milliseconds(100)

  init(_ options: ProgressOptions, saysLines: Bool = true) {
    self.init(ProgressScreen(options, saysLines: saysLines))
  }

  init(_ screen: ProgressScreen) {
    self.screen = screen
    progress = WorkProgress { ended, begun in screen.phaseBegins(ended: ended, begun: begun) }
  }

  /// How long ago the display was made, which is when the command began.
  var duration: Duration { ContinuousClock.now - start }

  /// Shows the progress of this work, and takes the bar away before anything else is said.
  func during<Result, Fault: Error>(
    _ work: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let round = screen.begin()
    defer { screen.end(progress.state) }
    if screen.form != .nothing {
      Self.look(at: progress, for: screen, round, on: DispatchQueue(label: "progress"))
    }
    return try work()
  }

  /// Looks again and again until the work has ended.
  private static func look(
    at progress: WorkProgress, for screen: ProgressScreen, _ round: Int, on queue: DispatchQueue
  ) {
    queue.asyncAfter(deadline: .now() + interval) {
      guard screen.show(progress.state, round: round) else { return }
      look(at: progress, for: screen, round, on: queue)
    }
  }
}
