import CCurl

/// One run over many addresses: who is asked when, and what becomes of the answers.
///
/// All of it happens on the thread that calls; nothing in it blocks for longer than a tenth of a
/// second. Addresses wait in a queue for each host; what was unsure goes round once more at the end.
final class CheckRun {
  let policy: LinkPolicy
  private let now: Int
  private let report: (LinkProgress) -> Void
  private let isCancelled: () -> Bool
  let pool: CurlPool
  let lookup: HostLookup
  private let start = ContinuousClock.now

  var jobs: [LinkJob]
  var hosts: [String: HostQueue] = [:]
  /// The hosts at which something waits, in the order in which they came.
  private var busyHosts: [String] = []
  private var requests: [Request] = []
  var lookups: [Lookup] = []
  private var round = Round.first
  private var progress = LinkProgress()

  private enum Round { case first, second }

  /// A request under way.
  private struct Request {
    let job: Int
    let host: String
    let handle: CurlHandle
    let started: ContinuousClock.Instant
    let headerEnds: ContinuousClock.Instant
  }

  /// A name of which we want to know why it leads nowhere.
  struct Lookup {
    let job: Int
    let host: String
    let ends: ContinuousClock.Instant
  }

  init(
    _ jobs: [LinkJob], policy: LinkPolicy, now: Int, lookup: HostLookup,
    report: @escaping (LinkProgress) -> Void, isCancelled: @escaping () -> Bool
  ) throws(LinkCheckError) {
    pool = try CurlPool(connections: policy.connections)
    self.jobs = jobs
    self.policy = policy
    self.now = now
    self.lookup = lookup
    self.report = report
    self.isCancelled = isCancelled
    progress.total = jobs.count
  }

  /// Asks for all addresses; afterwards every job has an outcome.
  func run() throws(LinkCheckError) {
    for job in jobs.indices { enqueue(job) }
    try drain()
    try secondRound()
    try askForMissingPages()
    show()
  }

  // MARK: Rounds

  private func secondRound() throws(LinkCheckError) {
    let again = jobs.indices.filter { jobs[$0].outcome?.reason.deservesSecondRound == true }
    guard !again.isEmpty else { return }
    round = .second
    lookup.forget()
    let begins = ContinuousClock.now + policy.secondRoundDelay
    while ContinuousClock.now < begins, stopReason == nil {
      pool.wait(min(Self.patience, begins - ContinuousClock.now))
      show()
    }
    guard stopReason == nil else { return }
    for job in again {
      jobs[job].restart()
      enqueue(job)
    }
    try drain()
  }

  /// Asks each host of a page that was found for one that cannot exist.
  private func askForMissingPages() throws(LinkCheckError) {
    guard policy.checksSoftNotFound, stopReason == nil else { return }
    let pages = jobs.filter { $0.outcome?.fingerprint != nil }.map(\.address)
    var asked: Set<LinkAddress> = []
    for address in pages.map(SoftNotFound.missingPage) where asked.insert(address).inserted {
      jobs.append(LinkJob(address, purpose: .missingPage))
      enqueue(jobs.count - 1)
    }
    try drain()
  }

  /// Why nothing more may be asked, when that is so.
  private var stopReason: LinkReason? {
    if isCancelled() { return .interrupted }
    return ContinuousClock.now - start >= policy.runTime ? .runTimeOver : nil
  }

  // MARK: The loop

  private func drain() throws(LinkCheckError) {
    while true {
      if let reason = stopReason { return stop(reason) }
      try startWhatMayStart()
      if requests.isEmpty, lookups.isEmpty, busyHosts.isEmpty { return }
      pool.perform()
      let hasEnded = takeEnded()
      endOverdue()
      takeLookups()
      if !hasEnded { pool.wait(nextEvent()) }
      show()
    }
  }

  /// Asks one link of each host in turn, so that connections are used again and no host waits behind
  /// another.
  private func startWhatMayStart() throws(LinkCheckError) {
    let moment = ContinuousClock.now
    var hasStarted = true
    while hasStarted, pool.activeCount < connections {
      hasStarted = false
      var passedOver: [String] = []
      var asked: [String] = []
      for host in busyHosts {
        guard pool.activeCount < connections,
          let job = hosts[host]?.next(moment, limit: perHost, pause: policy.pausePerHost)
        else {
          if hosts[host]?.isEmpty == false { passedOver.append(host) }
          continue
        }
        try startRequest(job, host, moment)
        hasStarted = true
        if hosts[host]?.isEmpty == false { asked.append(host) }
      }
      busyHosts = passedOver + asked
    }
  }

  private var connections: Int {
    round == .first ? policy.connections : min(policy.connections, policy.secondRoundConnections)
  }
  private var perHost: Int { round == .first ? policy.connectionsPerHost : 1 }

  private func startRequest(
    _ index: Int, _ host: String, _ moment: ContinuousClock.Instant
  ) throws(LinkCheckError) {
    let job = jobs[index]
    let handle = try pool.handle()
    let wish = PageWish(
      fragments: job.wantedFragments,
      keepsWords: job.purpose == .missingPage
        || (policy.checksSoftNotFound && job.purpose == .link),
      mayBeUnchanged: job.mayBeUnchanged)
    let transfer = Transfer(job.address, wish: wish, policy: policy)
    handle.prepare(
      transfer, policy: policy, fields: job.requestFields, cookies: job.cookies,
      time: policy.linkTime - job.spent)
    requests.append(
      Request(
        job: index, host: host, handle: handle, started: moment,
        headerEnds: moment + policy.headerTime))
    pool.start(handle)
  }

  private func takeEnded() -> Bool {
    var hasEnded = false
    while let (handle, code) = pool.nextEnded() {
      guard let index = requests.firstIndex(where: { $0.handle === handle }) else { continue }
      let request = requests[index]
      requests.swapAt(index, requests.count - 1)
      requests.removeLast()
      hasEnded = true
      end(request, code)
    }
    return hasEnded
  }

  private func end(_ request: Request, _ code: CURLcode) {
    let handle = request.handle
    let answer = Answer(handle, code, policy: policy, now: moment(ContinuousClock.now))
    let cookies = handle.cookies
    pool.end(handle)
    close(request)
    take(answer, request.job, cookies)
  }

  /// Ends what has not sent a whole header in time, and what has sent all that matters; libcurl
  /// watches over the rest.
  private func endOverdue() {
    let now = ContinuousClock.now
    for request in requests where request.handle.transfer?.dawdles(now) == true {
      requests.removeAll { $0.handle === request.handle }
      end(request, CURLE_OK)
    }
    for request in requests
    where now >= request.headerEnds && request.handle.transfer?.header.isComplete != true {
      requests.removeAll { $0.handle === request.handle }
      pool.end(request.handle)
      close(request)
      finish(request.job, .noHeader(seconds: policy.headerTime.seconds))
    }
  }

  private func close(_ request: Request) {
    jobs[request.job].spent += ContinuousClock.now - request.started
    hosts[request.host]?.end()
  }

  private func nextEvent() -> Duration {
    let now = ContinuousClock.now
    var time = lookups.isEmpty ? Self.patience : .milliseconds(10)
    for request in requests { time = min(time, request.headerEnds - now) }
    if pool.activeCount < connections {
      for host in busyHosts {
        if let queue = hosts[host], queue.active < perHost { time = min(time, queue.opens - now) }
      }
    }
    return max(time, .milliseconds(1))
  }

  /// How long the loop may sleep before it looks whether somebody wants it to end.
  private static let patience: Duration = .milliseconds(100)

  // MARK: Jobs in and out

  func enqueue(_ index: Int, isFirst: Bool = false) {
    let address = jobs[index].address
    if let refusal = policy.refusal(of: address) { return finish(index, refusal) }
    var queue = hosts[address.host] ?? HostQueue(opens: start)
    if let finished = queue.finished { return finish(index, finished) }
    if queue.isEmpty { busyHosts.append(address.host) }
    if isFirst { queue.prepend(index) } else { queue.append(index) }
    hosts[address.host] = queue
  }

  func finish(_ index: Int, _ reason: LinkReason, status: Int? = nil) {
    var outcome = LinkJob.Outcome(reason: reason)
    outcome.status = status
    finish(index, outcome)
  }

  func finish(_ index: Int, _ outcome: LinkJob.Outcome) {
    jobs[index].outcome = outcome
    let isForNow = round == .first && outcome.reason.deservesSecondRound
    guard !isForNow, jobs[index].purpose == .link else { return }
    progress.done += 1
    switch outcome.reason.verdict {
    case .dead: progress.dead += 1
    case .unsure: progress.unsure += 1
    case .alive, .notChecked: break
    }
  }

  /// Ends everything at once. What a first round found out stays.
  private func stop(_ reason: LinkReason) {
    for request in requests {
      pool.end(request.handle)
      close(request)
    }
    requests.removeAll()
    lookups.removeAll()
    busyHosts.removeAll()
    for index in jobs.indices where jobs[index].outcome == nil { finish(index, reason) }
  }

  private func show() {
    progress.waitingHosts = hosts.values.count { $0.isPaused && !$0.isEmpty }
    report(progress)
  }

  /// Seconds since 1970, from when the run was said to begin.
  func moment(_ instant: ContinuousClock.Instant) -> Int {
    now + (instant - start).seconds
  }
}
