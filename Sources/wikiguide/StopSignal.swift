import FileWatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C and the system's request to end, for work that goes on until then: the first one ends the work,
/// a second one the program.
enum StopSignal {
  private static let signal = WakeSignal()

  /// Catches both from now on.
  /// - Returns: what is given when one comes; nil where the system has no descriptors left.
  static func begin() -> WakeSignal? {
    // Made before the handler may run, which must not wait for anybody.
    guard let signal else { return nil }
    for number in [SIGINT, SIGTERM] {
      Self.catching(number)
    }
    return signal
  }

  private static func catching(_ number: Int32) {
    #if canImport(Darwin)
      _ = Darwin.signal(number, handler)
    #else
      _ = Glibc.signal(number, handler)
    #endif
  }

  private static let handler: @convention(c) (Int32) -> Void = { number in
    StopSignal.signal?.give()
    #if canImport(Darwin)
      _ = Darwin.signal(number, SIG_DFL)
    #else
      _ = Glibc.signal(number, SIG_DFL)
    #endif
  }
}
