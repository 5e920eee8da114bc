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

  static var hasCome: Bool { isAsked.load(ordering: .relaxed) }
}
