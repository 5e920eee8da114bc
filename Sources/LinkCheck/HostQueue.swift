/// The links of one host that wait to be asked for, and how much the host may be asked now.
struct HostQueue {
  private var waiting: [Int] = []
  private var first = 0
  private(set) var active = 0
  /// Before then, nothing is asked.
  private(set) var opens: ContinuousClock.Instant
  /// Whether it is closed because the host asked for that.
  private(set) var isPaused = false
  /// All pauses together that the host asked for.
  private(set) var pauses: Duration = .zero
  /// Why the host is not asked any more in this run.
  private(set) var finished: LinkReason?

  init(opens: ContinuousClock.Instant) { self.opens = opens }

  var isEmpty: Bool { first == waiting.count }

  mutating func append(_ job: Int) { waiting.append(job) }

  /// Puts a link before all others.
  mutating func prepend(_ job: Int) {
    if first > 0 {
      first -= 1
      waiting[first] = job
    } else {
      waiting.insert(job, at: 0)
    }
  }

  /// The next link, if one may be asked for now.
  mutating func next(
    _ now: ContinuousClock.Instant, limit: Int, pause: Duration
  ) -> Int? {
    guard !isEmpty, active < limit, now >= opens else { return nil }
    isPaused = false
    opens = now + pause
    active += 1
    defer {
      first += 1
      if isEmpty {
        waiting.removeAll(keepingCapacity: true)
        first = 0
      }
    }
    return waiting[first]
  }

  mutating func end() { active -= 1 }

  mutating func pause(until time: ContinuousClock.Instant, from now: ContinuousClock.Instant) {
    let begins = isPaused ? max(opens, now) : now
    if time > begins { pauses += time - begins }
    isPaused = true
    opens = max(opens, time)
  }

  /// Closes the queue for the rest of the run and gives back what waits in it.
  mutating func finish(_ reason: LinkReason) -> [Int] {
    finished = reason
    isPaused = false
    defer {
      waiting.removeAll()
      first = 0
    }
    return Array(waiting[first...])
  }
}
