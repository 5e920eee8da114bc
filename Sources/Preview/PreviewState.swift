import Site
import Synchronization

/// What is shown at the moment, for all who ask; whoever waits hears of the next change.
final class PreviewState: Sendable {
  /// One state of the preview.
  struct Moment: Sendable {
    fileprivate(set) var number = 0
    /// The last site that could be read; nil until there is one.
    fileprivate(set) var model: LiveModel?
    /// Why the content cannot be read as it is now.
    fileprivate(set) var fault: SiteFault?
    /// The findings of the last site that was judged.
    fileprivate(set) var judged: JudgedSite?
    /// Whether these are the findings of the site that is shown.
    fileprivate(set) var isJudged = false
    /// How many times pictures have changed.
    fileprivate(set) var pictures = 0
  }

  /// Seconds after which whoever waits hears that nothing happened.
  static let patience = 20

  private let shared = Mutex(Shared())
  /// Tells this run of the server from others.
  private let run: String

  private struct Shared {
    var moment = Moment()
    var isClosed = false
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextWaiting = 0
  }

  init(run: String) { self.run = run }

  var moment: Moment { shared.withLock { $0.moment } }

  /// What a browser sends back to hear of what comes next.
  func version(_ moment: Moment) -> String { "\(run)-\(moment.number)" }

  func show(_ model: LiveModel, picturesChanged: Bool) {
    change {
      $0.model = model
      $0.fault = nil
      $0.isJudged = false
      if picturesChanged { $0.pictures += 1 }
    }
  }

  func show(_ fault: SiteFault) { change { $0.fault = fault } }

  /// - Parameter model: the one that was judged; it may no longer be the one that is shown.
  func show(_ report: BuildReport, of model: LiveModel) {
    let judged = JudgedSite(report)
    change {
      $0.judged = judged
      $0.isJudged = $0.model === model
    }
  }

  /// Lets everybody go who waits, now and later.
  func close() {
    let waiting = shared.withLock { shared in
      shared.isClosed = true
      defer { shared.waiting = [:] }
      return shared.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Waits until there is another state than the one with a version, or patience ends.
  func wait(after version: String) async {
    let id = shared.withLock { shared in
      shared.nextWaiting += 1
      return shared.nextWaiting
    }
    let timer = Task {
      try? await Task.sleep(for: .seconds(Self.patience))
      self.letGo(id)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = shared.withLock { shared in
          if shared.isClosed || Task.isCancelled || self.version(shared.moment) != version {
            return true
          }
          shared.waiting[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      letGo(id)
    }
    timer.cancel()
  }

  private func letGo(_ id: Int) {
    shared.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
  }

  private func change(_ body: (inout Moment) -> Void) {
    let waiting = shared.withLock { shared in
      body(&shared.moment)
      shared.moment.number += 1
      defer { shared.waiting = [:] }
      return shared.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }
}
