/// How a run's results become what is remembered.
extension LinkState {
  /// The state after a run. Links that no page uses any more are forgotten; those that the run did
  /// not reach stay as they were.
  package func updated(
    with results: some Sequence<LinkResult>, used: some Sequence<String>, now: Int,
    policy: LinkPolicy = LinkPolicy()
  ) -> LinkState {
    var updated: [String: LinkRecord] = [:]
    for url in used { updated[url] = records[url] }
    for result in results {
      guard let record = Self.record(result, before: records[result.url], now, policy) else {
        continue
      }
      updated[result.url] = record
    }
    return LinkState(updated.values)
  }

  /// Nil where a result teaches nothing.
  private static func record(
    _ result: LinkResult, before old: LinkRecord?, _ now: Int, _ policy: LinkPolicy
  ) -> LinkRecord? {
    // What is wrong with an address itself needs no memory.
    if case .invalid = result.reason { return nil }
    guard result.verdict != .notChecked, result.reason != .runTimeOver else { return nil }
    var record = LinkRecord(
      url: result.url, verdict: result.verdict, checked: now, firstSeen: old?.firstSeen ?? now,
      nextCheck: nextCheck(result, now, policy), reason: result.reason.sentence)
    record.status = result.status
    record.finalURL = result.finalURL
    record.isPermanentlyMoved = result.isPermanentlyMoved
    record.fragments = fragments(of: result)
    switch result.verdict {
    case .alive:
      record.lastGood = now
      // A page that did not change may not say again by what it is known.
      let isSamePage = result.reason == .notModified
      record.etag = result.etag ?? (isSamePage ? old?.etag : nil)
      record.lastModified = result.lastModified ?? (isSamePage ? old?.lastModified : nil)
    case .dead:
      record.lastGood = old?.lastGood
      record.failures = (old?.failures ?? 0) + 1
      record.firstFailure = old?.firstFailure ?? now
    case .unsure, .notChecked:
      record.lastGood = old?.lastGood
      record.failures = old?.failures ?? 0
      record.firstFailure = old?.firstFailure
    }
    return record
  }

  private static func nextCheck(_ result: LinkResult, _ now: Int, _ policy: LinkPolicy) -> Int {
    switch result.verdict {
    case .alive:
      now + StableHash.spread(policy.aliveDays * LinkStanding.day, percent: 20, by: result.url)
    case .dead: now + policy.deadDays * LinkStanding.day
    case .unsure, .notChecked:
      if case .rateLimited(let until?) = result.reason {
        max(now + policy.unsureDays * LinkStanding.day, until)
      } else {
        now + policy.unsureDays * LinkStanding.day
      }
    }
  }

  private static func fragments(of result: LinkResult) -> [RememberedFragment] {
    let found = result.foundFragments.map {
      RememberedFragment(fragment: $0, presence: .found)
    }
    let missing = result.missingFragments.map {
      RememberedFragment(fragment: $0.fragment, presence: $0.isCertain ? .missing : .unsure)
    }
    return (found + missing).sorted {
      $0.fragment.utf8.lexicographicallyPrecedes($1.fragment.utf8)
    }
  }
}
