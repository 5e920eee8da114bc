#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells what changes in folders, with all that is in them, and in single files.
///
/// Takes the places; they need not be there yet, and may go and come back. Gives `FileChanges`, one
/// after a burst of changes has ended, so that a file which an editor writes in pieces, or beside and
/// then moves into its place, is told of once. Names that begin with a dot or end with `~`
/// are not looked at, nor what is in such folders. One thread asks; others may only end the waiting,
/// through the `WakeSignal`. Never reads a file.
package final class FolderWatch {
  private let places: [WatchedPlace]
  private let signal: WakeSignal
  private var queue: EventQueue?
  private var stamps: FileStamps?
  private let pollingInterval: Int

  /// How changes are found out.
  package enum Method: Sendable {
    /// The system tells, where it can; otherwise as `polling`.
    case events
    /// All files are looked at again and again, for file systems that tell nothing.
    case polling
  }

  /// - Parameters:
  ///   - places: folders, watched with all that is in them, or files.
  ///   - signal: ends the waiting.
  ///   - pollingInterval: milliseconds between two looks where the system tells nothing.
  package init(
    _ places: [String], method: Method = .events, signal: WakeSignal, pollingInterval: Int = 500
  ) {
    self.places = places.map(WatchedPlace.init)
    self.signal = signal
    self.pollingInterval = pollingInterval
    if method == .events { queue = EventQueue(self.places) }
    if queue == nil { stamps = FileStamps(self.places) }
  }

  /// Whether the system tells of changes; otherwise they are seen with a delay.
  package var isTold: Bool { queue != nil }

  /// Waits for a change, then until it is quiet.
  /// - Parameters:
  ///   - quiet: milliseconds without a change that end a burst.
  ///   - limit: milliseconds after which a burst is told of though it goes on.
  ///   - patience: milliseconds after which nothing is told; nil waits for ever.
  /// - Returns: what changed; nil where the signal came, or patience ended, before anything did.
  package func changes(
    quiet: Int = 12, limit: Int = 250, patience: Int? = nil
  ) -> FileChanges? {
    let end = patience.map { Moment.now.adding(milliseconds: $0) }
    if queue == nil { return polled(end) }
    var burst = Burst(quiet: quiet, limit: limit)
    while true {
      let wait = burst.wait ?? end?.remaining ?? Self.look
      switch signal.wait(besides: queue?.descriptor, milliseconds: min(wait, Self.look)) {
      case .signal: return nil
      case .readable: queue?.read(into: &burst)
      case .time:
        // What stands above a place is not watched: see whether another folder is there now.
        if burst.isEmpty { queue?.findPlaces(into: &burst) }
      }
      if queue?.isBroken == true {
        fallBack()
        return FileChanges(isComplete: false)
      }
      if burst.isOver { return burst.changes }
      if burst.isEmpty, let end, end.remaining == 0 { return nil }
    }
  }

  /// How often, in milliseconds, somebody looks whether the places themselves are still there.
  private static let look = 400

  private func polled(_ end: Moment?) -> FileChanges? {
    while true {
      let wait = min(end?.remaining ?? pollingInterval, pollingInterval)
      if signal.wait(besides: nil, milliseconds: wait) == .signal { return nil }
      let now = FileStamps(places)
      let changed = now.differences(from: stamps ?? FileStamps())
      stamps = now
      if !changed.isEmpty { return FileChanges(paths: changed) }
      if let end, end.remaining == 0 { return nil }
    }
  }

  /// From now on without the system's help.
  private func fallBack() {
    queue = nil
    stamps = FileStamps(places)
  }
}
