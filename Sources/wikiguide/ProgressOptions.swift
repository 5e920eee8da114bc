import ArgumentParser

/// How much a command says of its work: options of every command that may take long.
struct ProgressOptions: ParsableArguments {
  @Flag(
    help: "Say nothing but findings and errors; with --report, the file alone has the findings.")
  var quiet = false

  @Flag(
    help: ArgumentHelp(
      """
      Say on standard error how far the work has come, as JSON: an object a line with 'phase', 'done' \
      and 'total', which is null where nobody knows.
      """))
  var jsonProgress = false

  @Flag(help: "Say how long it took, also where no terminal is.")
  var timing = false

  /// What is said at the end: the summary, and the time for those who look on. Files and logs that are
  /// compared are the same from run to run.
  func closing(_ summary: String, after duration: Duration) -> String {
    guard !quiet else { return "" }
    return summary
      + (timing || StandardStreams.resultsGoToTerminal ? Summary.time(duration) : "")
  }
}
