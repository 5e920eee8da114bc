import ArgumentParser

extension ExitCode {
  /// Findings at or above `--fail-on`.
  static let findings = ExitCode(1)
  /// Wrong usage or configuration.
  static let wrongUsage = ExitCode(2)
  /// The disk, or whatever output is sent to, failed.
  static let diskFailure = ExitCode(3)
  /// What was asked for cannot be said in the form that was asked for.
  static let unsupported = ExitCode(4)
}
