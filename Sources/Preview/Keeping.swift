import Dispatch
import FileWatch
import Site
import Synchronization

/// Keeps what is shown current: watches, reads what changed, and judges when it is quiet.
///
/// Pages are shown before they are judged, since judging takes longer than all else.
struct Keeping {
  let site: LiveSite
  let state: PreviewState
  let signal: WakeSignal
  let tell: @Sendable (PreviewEvent) -> Void

  /// Milliseconds without a change after which a site is judged: an author who goes on writing waits
  /// for the page, not for the findings.
  private static let quiet = 120

  func run() {
    var places = site.places()
    var watch = FolderWatch(places, signal: signal)
    if !watch.isTold { tell(.polling) }
    let judge = Judge(state: state, tell: tell)
    // From the beginning on, so that no change is lost between reading and watching.
    var toJudge = read(changed: nil)
    while !signal.isGiven {
      let changes = watch.changes(patience: toJudge == nil ? nil : Self.quiet)
      guard let changes else {
        if let model = toJudge, !signal.isGiven { judge.judge(model) }
        toJudge = nil
        continue
      }
      toJudge = read(changed: changes.isComplete ? changes.paths : nil) ?? toJudge
      let now = toJudge?.places ?? places
      if now != places {
        places = now
        watch = FolderWatch(places, signal: signal)
        // Something may have changed before it was watched.
        toJudge = read(changed: nil) ?? toJudge
      }
    }
    judge.finish()
  }

  private func read(changed: [String]?) -> LiveModel? {
    let clock = ContinuousClock()
    let start = clock.now
    do throws(SiteFault) {
      let model = try site.read(changed: changed)
      let pictures = changed?.contains { MediaType.of($0).hasPrefix("image/") } ?? false
      state.show(model, picturesChanged: pictures)
      tell(.shown(changed: changed, start.duration(to: clock.now)))
      return model
    } catch {
      state.show(error)
      tell(.unreadable(error, changed: changed))
      return nil
    }
  }
}

/// Judges one site at a time beside everything else; of those that come meanwhile, only the last.
private final class Judge: Sendable {
  private let state: PreviewState
  private let tell: @Sendable (PreviewEvent) -> Void
  private let queue = DispatchQueue(label: "judge", qos: .utility)
  private let next = Mutex<LiveModel?>(nil)

  init(state: PreviewState, tell: @escaping @Sendable (PreviewEvent) -> Void) {
    self.state = state
    self.tell = tell
  }

  func judge(_ model: LiveModel) {
    next.withLock { $0 = model }
    queue.async { self.work() }
  }

  private func work() {
    guard let model = next.withLock({ $0.take() }) else { return }
    let clock = ContinuousClock()
    let start = clock.now
    do throws(SiteFault) {
      let report = try model.judged()
      state.show(report, of: model)
      tell(.judged(report, start.duration(to: clock.now)))
    } catch {
      state.show(error)
      tell(.unreadable(error, changed: []))
    }
  }

  /// Forgets what waits; what is being done ends with the process.
  func finish() { next.withLock { $0 = nil } }
}
