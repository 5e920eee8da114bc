import Site
import Synchronization

/// Where progress is shown: a bar on a terminal, elsewhere a line a phase once the work turns out to be
/// long, or JSON for other programs. One lock keeps what different threads say apart.
final class ProgressScreen: Sendable {
  enum Form: Sendable { case nothing, bar, lines, json }

  let form: Form
  private let write: @Sendable (String) -> Void
  private let columns: @Sendable () -> Int
  private let now: @Sendable () -> ContinuousClock.Instant
  private let shown = Mutex(Shown())

  private struct Shown {
    /// Nil while nothing is going on.
    var start: ContinuousClock.Instant?
    /// Which piece of work it is: whoever looks for an older one has nothing to show.
    var round = 0
    var isBarDrawn = false
    /// What was shown last.
    var last: WorkProgress.State?
  }

  /// Work that is done within this time draws no bar, so that nothing flickers.
  private static let untilBar = Duration.milliseconds(300)
  /// Work that is done within this time says no line but its summary.
  private static let untilLines = Duration.seconds(2)
  private static let eraseLine = "\r\u{1B}[2K"

  /// - Parameters:
  ///   - write: takes what is to be shown as it is.
  ///   - columns: how wide the terminal is at this moment.
  ///   - now: the clock.
  init(
    _ form: Form, write: @escaping @Sendable (String) -> Void = { StandardStreams.report($0) },
    columns: @escaping @Sendable () -> Int = { StandardStreams.errorColumns },
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.form = form
    self.write = write
    self.columns = columns
    self.now = now
  }

  /// - Parameter saysLines: false for commands that say a line for each event in any case.
  convenience init(_ options: ProgressOptions, saysLines: Bool = true) {
    let form: Form =
      if options.jsonProgress {
        .json
      } else if options.quiet {
        .nothing
      } else if StandardStreams.errorsGoToDrawingTerminal {
        .bar
      } else {
        saysLines ? .lines : .nothing
      }
    self.init(form)
  }

  /// - Returns: the number by which this piece of work is known.
  func begin() -> Int {
    shown.withLock { shown in
      shown.start = now()
      shown.round += 1
      return shown.round
    }
  }

  /// Shows how far the work has come, where it is time for that.
  /// - Returns: whether the piece of work still goes on.
  func show(_ state: WorkProgress.State?, round: Int) -> Bool {
    shown.withLock { shown in
      guard let start = shown.start, shown.round == round else { return false }
      guard let state else { return true }
      let duration = now() - start
      switch form {
      case .nothing: return false
      case .bar where duration >= Self.untilBar:
        if shown.isBarDrawn, shown.last == state { break }
        // The last column stays free: some terminals go to the next line after it.
        write(Self.eraseLine + ProgressLine.bar(state, columns: max(1, columns() - 1)))
        shown.isBarDrawn = true
        shown.last = state
      case .lines where duration >= Self.untilLines: writeLine(state, &shown)
      case .json: writeJSON(state, &shown)
      case .bar, .lines: break
      }
      return true
    }
  }

  /// Says at once what a timer might miss.
  func phaseBegins(ended: WorkProgress.State?, begun: WorkProgress.State) {
    shown.withLock { shown in
      guard let start = shown.start else { return }
      switch form {
      case .json:
        if let ended { writeJSON(ended, &shown) }
        writeJSON(begun, &shown)
      case .lines where now() - start >= Self.untilLines: writeLine(begun, &shown)
      case .lines, .bar, .nothing: break
      }
    }
  }

  /// Takes away what is only for the time of the work.
  func end(_ state: WorkProgress.State?) {
    shown.withLock { shown in
      if form == .json, let state { writeJSON(state, &shown) }
      if shown.isBarDrawn { write(Self.eraseLine) }
      shown.isBarDrawn = false
      shown.start = nil
    }
  }

  /// A phase has one line, and none where there is nothing to do.
  private func writeLine(_ state: WorkProgress.State, _ shown: inout Shown) {
    guard shown.last?.phase != state.phase, state.total != 0 else { return }
    shown.last = state
    write(ProgressLine.text(state) + "\n")
  }

  /// The same state is not said twice.
  private func writeJSON(_ state: WorkProgress.State, _ shown: inout Shown) {
    guard shown.last != state else { return }
    shown.last = state
    write(ProgressLine.json(state) + "\n")
  }
}
