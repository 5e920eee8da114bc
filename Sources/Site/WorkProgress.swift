import Synchronization

/// How far a run has come: counted by those who do the work, looked at by whoever shows it.
///
/// A step costs one addition to a number that all processor cores share; only the beginning of a phase
/// takes a lock. Nothing that is published depends on what stands here.
package final class WorkProgress: Sendable {
  /// What a run is busy with. The names are read by other programs and stay as they are.
  package enum Phase: String, Sendable, CaseIterable {
    case findingFiles = "finding-files"
    case readingPages = "reading-pages"
    case pictures
    case checking
    case rendering
    case writing
    case publishing
    case askingAddresses = "asking-addresses"
  }

  /// Where a run stands at one moment.
  package struct State: Sendable, Equatable {
    package var phase: Phase
    package var done: Int
    /// Nil where nobody knows beforehand.
    package var total: Int?
    /// What else there is to say, such as how many hosts are waited for.
    package var remark: String

    package init(_ phase: Phase, done: Int = 0, total: Int? = nil, remark: String = "") {
      self.phase = phase
      self.done = done
      self.total = total
      self.remark = remark
    }
  }

  private let current = Mutex<State?>(nil)
  private let done = Atomic<Int>(0)
  private let phaseBegins: @Sendable (_ ended: State?, _ begun: State) -> Void

  /// - Parameter phaseBegins: is told how the phase before ended, and which one begins.
  package init(
    phaseBegins: @escaping @Sendable (_ ended: State?, _ begun: State) -> Void = { _, _ in }
  ) {
    self.phaseBegins = phaseBegins
  }

  /// Nil before the first phase.
  package var state: State? { current.withLock { $0.map(counted) } }

  package func begin(_ phase: Phase, total: Int? = nil) {
    let begun = State(phase, total: total)
    let ended = current.withLock { state in
      let ended = state.map(counted)
      state = begun
      done.store(0, ordering: .relaxed)
      return ended
    }
    phaseBegins(ended, begun)
  }

  /// One more page, file or picture of the phase is done.
  package func step() { done.add(1, ordering: .relaxed) }

  /// For work that counts for itself.
  package func update(done: Int, total: Int, remark: String) {
    current.withLock { state in
      state?.total = total
      state?.remark = remark
      self.done.store(done, ordering: .relaxed)
    }
  }

  private func counted(_ state: State) -> State {
    var state = state
    state.done = done.load(ordering: .relaxed)
    return state
  }
}

extension Parallel {
  /// The same work, each value counted when it is done.
  package static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], counting progress: WorkProgress,
    _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    map(values) { value in
      defer { progress.step() }
      return transform(value)
    }
  }
}
