import ArgumentParser

/// `--fail-on`, which every command that judges content has.
struct FailOnOption: ParsableArguments {
  @Option(help: "The least severity of a finding with which the run fails.")
  var failOn = FailOn.error
}

/// `--as-of`, which every command that makes dated data has.
struct AsOfOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The date that the data bears, such as 2025-12-31. (default: the date of SOURCE_DATE_EPOCH \
      where that is set, else today; both in UTC)
      """, valueName: "date"),
    transform: { try AsOfDate(option: $0) })
  var asOf: AsOfDate?

  func date() throws -> String { try (asOf ?? AsOfDate.standard()).text }
}
