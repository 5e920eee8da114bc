/// Asks the network which links work: the whole of this part in one call.
///
/// Requests go in, results come out in the same order, one for each, with a verdict and the reason.
/// Nothing is printed, read or written; the state file is the caller's to keep.
package struct LinkChecker: Sendable {
  package let policy: LinkPolicy
  private let lookup: @Sendable (String) -> HostLookup.Answer

  package init(_ policy: LinkPolicy = LinkPolicy()) {
    self.init(policy, lookup: HostLookup.system)
  }

  /// With another way to ask whether a host exists, as tests need it.
  init(_ policy: LinkPolicy, lookup: @escaping @Sendable (String) -> HostLookup.Answer) {
    self.policy = policy
    self.lookup = lookup
  }

  /// Whether libcurl is there, and which version.
  package static func curlVersion() throws(LinkCheckError) -> String {
    try CurlPool.curlVersion()
  }

  /// Checks links; the calling thread is busy until all have a verdict or the policy's time is over.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970, for dates in answers and results.
  ///   - progress: Called often, on this thread.
  ///   - isCancelled: Asked often, on this thread; once true, what is known so far comes back.
  package func check(
    _ requests: [LinkRequest], now: Int, progress: @escaping (LinkProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws(LinkCheckError) -> [LinkResult] {
    let plan = RequestPlan(requests)
    // Nothing to ask, nothing needed.
    let needsNetwork = !policy.isOffline && !plan.jobs.isEmpty
    guard needsNetwork else {
      return plan.results([], policy: policy)
    }
    let run = try run(plan.jobs, now: now, progress: progress, isCancelled: isCancelled)
    return plan.results(run.jobs, policy: policy)
  }

  func run(
    _ jobs: [LinkJob], now: Int, progress: @escaping (LinkProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool
  ) throws(LinkCheckError) -> CheckRun {
    let run = try CheckRun(
      jobs, policy: policy, now: now, lookup: HostLookup(lookup), report: progress,
      isCancelled: isCancelled)
    try run.run()
    return run
  }
}
