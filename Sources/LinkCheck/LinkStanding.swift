/// What a link's record means for a build: a link that was good gets time before it fails one.
package enum LinkStanding: Sendable, Equatable {
  case alive
  /// Gone for good, or never good: a mistake that somebody must mend.
  case failing(since: Int)
  case deadInGrace(since: Int, failures: Int)
  /// Not confirmed since then; worth a warning after a month.
  case unsure(since: Int, isWorthWarning: Bool)

  package init(_ record: LinkRecord, now: Int, policy: LinkPolicy = LinkPolicy()) {
    switch record.verdict {
    case .alive: self = .alive
    case .dead:
      let since = record.firstFailure ?? record.checked
      let wasNeverGood = record.lastGood == nil
      let isGone = record.status == 410
      let isProven =
        record.failures >= policy.graceFailures
        && record.checked - since >= policy.graceDays * Self.day
      self =
        isGone || wasNeverGood || isProven
        ? .failing(since: since) : .deadInGrace(since: since, failures: record.failures)
    case .unsure, .notChecked:
      let since = record.lastGood ?? record.firstSeen
      self = .unsure(
        since: since, isWorthWarning: now - since >= policy.unsureWarningDays * Self.day)
    }
  }

  static let day = 86_400
}
