/// What a run does with each answer.
extension CheckRun {
  func take(_ answer: Answer, _ index: Int, _ cookies: [String]) {
    switch answer {
    case .end(let outcome): finish(index, outcome)
    case .redirect(let location, let status):
      takeRedirect(location, status, index, cookies)
    case .turnedAway(let seconds, let status): takePause(seconds, status, index)
    case .unknownHost:
      lookups.append(
        Lookup(
          job: index, host: jobs[index].address.host,
          ends: ContinuousClock.now + policy.connectTime))
    }
  }

  private func takeRedirect(
    _ location: [UInt8], _ status: Int, _ index: Int, _ cookies: [String]
  ) {
    if jobs[index].purpose == .archive {
      var outcome = LinkJob.Outcome(reason: .answers(status))
      outcome.status = status
      outcome.location = location
      return finish(index, outcome)
    }
    let end = jobs[index].follow(
      location, status: status, cookies: cookies, limit: policy.redirects)
    if let end {
      var outcome = LinkJob.Outcome(reason: end)
      outcome.status = status
      return finish(index, outcome)
    }
    guard jobs[index].spent < policy.linkTime else {
      return finish(index, .noEnd(seconds: policy.linkTime.seconds))
    }
    enqueue(index, isFirst: true)
  }

  /// A host wants to be left alone: for a while, or for the rest of the run.
  private func takePause(_ seconds: Int?, _ status: Int, _ index: Int) {
    let host = jobs[index].address.host
    let now = ContinuousClock.now
    let wait = seconds.map { Duration.seconds(min($0, 1_000_000_000)) } ?? policy.usualRetryAfter
    let until = seconds.map { self.moment(now) + min($0, 1_000_000_000) }
    jobs[index].turnedAway += 1
    hosts[host]?.pause(until: now + wait, from: now)
    let isTooLong = wait > policy.longestRetryAfter
    if isTooLong || (hosts[host]?.pauses ?? .zero) > policy.longestPauses {
      let reason = LinkReason.rateLimited(until: until)
      for job in hosts[host]?.finish(reason) ?? [] { finish(job, reason) }
      finish(index, reason, status: status)
    } else if jobs[index].turnedAway >= Self.patienceOfLink {
      finish(index, .rateLimited(until: nil), status: status)
    } else {
      enqueue(index, isFirst: true)
    }
  }

  /// How often a link is turned away before it is left for the next run.
  private static let patienceOfLink = 3

  func takeLookups() {
    let waiting = lookups
    lookups.removeAll()
    for lookup in waiting {
      let answer = self.lookup.answer(for: lookup.host)
      guard answer != nil || ContinuousClock.now >= lookup.ends else {
        lookups.append(lookup)
        continue
      }
      guard answer == .noSuchHost else {
        finish(lookup.job, .lookupFails(lookup.host))
        continue
      }
      jobs[lookup.job].unknownHost += 1
      finish(
        lookup.job, .noSuchHost(lookup.host, timesAsked: jobs[lookup.job].unknownHost))
    }
  }
}
