/// What the seconds mean that a wiki writes into its records.
///
/// PukiWiki takes its server's zone off before it writes: on a server in Japan its seconds lie nine
/// hours before those since 1970. The other wikis write seconds since 1970.
struct ServerClock: Equatable {
  /// Seconds to be added.
  let offset: Int

  static let exact = ServerClock(offset: 0)

  func moment(_ stamp: Int) -> WikiDate {
    WikiDate(seconds: stamp.addingReportingOverflow(offset).overflow ? stamp : stamp + offset)
  }

  /// Sets the clock of a PukiWiki by what else it wrote.
  /// - Parameters:
  ///   - recent: has dates in words beside some stamps.
  ///   - zones: those that pages name in their author lines.
  ///   - fileTimes: when the files of pages were written, by the page's name.
  static func ofPukiWiki(
    recent: RecentChanges, zones: [Int], fileTimes: [String: Int]
  ) -> ServerClock {
    let worded = recent.stamps.compactMap { name, stamp in
      recent.dates[name].map { $0.seconds.subtractingReportingOverflow(stamp).partialValue }
    }
    let filed = recent.stamps.compactMap { name, stamp in
      fileTimes[name].map { $0.subtractingReportingOverflow(stamp).partialValue }
    }
    let offset = commonZone(worded) ?? commonZone(zones) ?? commonZone(filed) ?? WikiDate.zone
    return ServerClock(offset: offset)
  }

  /// The zone that most of the differences are; nil where most are none.
  private static func commonZone(_ differences: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for difference in differences where isZone(difference) { counts[difference, default: 0] += 1 }
    // Of equals the eastern one, so that the order does not matter.
    let common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let common, common.value * 2 > differences.count else { return nil }
    return common.key
  }

  private static func isZone(_ seconds: Int) -> Bool {
    (-12 * 3600...14 * 3600).contains(seconds) && seconds.isMultiple(of: 900)
  }
}
