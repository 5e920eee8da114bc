/// A moment by a clock that only goes forward.
struct Moment: Sendable {
  private let instant: ContinuousClock.Instant

  static var now: Moment { Moment(instant: .now) }

  func adding(milliseconds: Int) -> Moment {
    Moment(instant: instant.advanced(by: .milliseconds(milliseconds)))
  }

  /// Milliseconds until then, begun ones counted; 0 where it has passed.
  var remaining: Int {
    let left = ContinuousClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    return Int(left / .milliseconds(1)) + 1
  }
}
