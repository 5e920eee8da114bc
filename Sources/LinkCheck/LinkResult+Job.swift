/// How a job that has come to its end reads for those who asked.
extension LinkResult {
  init(_ job: LinkJob, fragments: [String], missingPages: MissingPages) {
    let outcome = job.outcome ?? LinkJob.Outcome(reason: .interrupted)
    let verdict = outcome.reason.verdict
    self.init(url: job.start.text, verdict: verdict, reason: outcome.reason)
    status = outcome.status
    milliseconds = (job.spentBefore + job.spent).milliseconds
    hops = job.hops.map(\.text)
    // What a page that is perhaps another one holds says nothing.
    if verdict == .alive {
      foundFragments = outcome.found.filter(fragments.contains)
      missingFragments = outcome.missing.filter(fragments.contains).map {
        // Browsers go to the place that a redirect names, if it names one.
        MissingFragment(
          fragment: $0, isCertain: outcome.isMissingCertain && job.redirectFragment == nil)
      }
    }
    if job.hops.isEmpty {
      etag = outcome.etag
      lastModified = outcome.lastModified
    } else if job.address.text != job.start.text {
      finalURL = job.address.text + (job.redirectFragment.map { "#" + $0 } ?? "")
      isPermanentlyMoved = job.isPermanent && verdict == .alive
    }
    notes = Self.notes(job, outcome, missingPages)
  }

  private static func notes(
    _ job: LinkJob, _ outcome: LinkJob.Outcome, _ missingPages: MissingPages
  ) -> [LinkNote] {
    var notes: [LinkNote] = []
    let end = job.address
    if end.host != job.start.host { notes.append(.redirectsToOtherHost(end.host)) }
    let isAlive = outcome.reason.verdict == .alive
    if isAlive, !job.hops.isEmpty, end.target == "/", job.start.target != "/" {
      notes.append(.redirectsToHomePage)
    }
    if job.losesEncryption { notes.append(.losesEncryption) }
    if job.redirectHeldCredentials { notes.append(.redirectHeldCredentials) }
    if let fragment = job.redirectFragment, outcome.missing.contains(fragment),
      !job.fragments.contains(fragment)
    {
      notes.append(.redirectFragmentMissing(fragment))
    }
    if isAlive, outcome.fingerprint != nil || !outcome.title.isEmpty {
      if let words = SoftNotFound.words(in: outcome.title)
        ?? SoftNotFound.words(in: outcome.heading)
      {
        notes.append(.saysNotFound(words))
      } else if missingPages.look(like: outcome.fingerprint, at: end) {
        notes.append(.looksLikeMissingPage)
      }
    }
    return notes
  }
}

/// What hosts give for pages that cannot exist, where they give one at all.
struct MissingPages {
  private var fingerprints: [String: UInt64] = [:]

  init(_ jobs: some Sequence<LinkJob>) {
    for job in jobs {
      guard let outcome = job.outcome, outcome.reason.verdict == .alive else { continue }
      fingerprints[job.start.text] = outcome.fingerprint
    }
  }

  func look(like fingerprint: UInt64?, at address: LinkAddress) -> Bool {
    guard let fingerprint, address.target != "/",
      let missing = fingerprints[SoftNotFound.missingPage(beside: address).text]
    else { return false }
    return PageFingerprint.areAlike(fingerprint, missing)
  }
}
