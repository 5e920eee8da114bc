import FileWatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C, for work that can end early and keep what it has: asked for once it ends the work, a second
/// time the program.
enum Interruption {
  private static let isAsked = Atomic<Bool>(false)

  /// Catches the signal from now on.
  static func begin() {
    // Made before the handler may run, which must not wait for anybody.
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interruption.isAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Given when the signal comes, for work that waits; nil where the system has no descriptors left.
  static let wake = WakeSignal()

  /// Catches the signal of service managers too, and lets each end the waiting for `wake`.
  static func beginWaking() {
    // Made before the handler may run.
    guard wake != nil else { return }
    isAsked.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.isAsked.store(true, ordering: .relaxed)
        Interruption.wake?.give()
        signal(number, SIG_DFL)
      }
    }
  }

  static var hasCome: Bool { isAsked.load(ordering: .relaxed) }
}
