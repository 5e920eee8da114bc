import SourceText

/// When pages were last changed, by the best word there is on each.
///
/// The page's own author line; the wiki's list of changes or its record of the page; the time of the
/// file. A folder that was copied has lost the times of its files: then the newest backup goes
/// before them.
struct PageDates {
  private let clock: ServerClock
  private let recent: RecentChanges
  private let authors: [String: AuthorLine]
  private let records: [String: PageRecord]
  private let areFileTimesOriginal: Bool

  /// - Parameters:
  ///   - authors: by the file of the page, as are `records`.
  ///   - records: what the wiki keeps beside the page.
  init(
    _ items: [PageListing.Item], recent: RecentChanges, authors: [String: AuthorLine],
    records: [String: PageRecord], clock: ServerClock
  ) {
    self.clock = clock
    self.recent = recent
    self.authors = authors
    self.records = records
    areFileTimesOriginal = Self.areOriginal(
      items.map { item in
        let known =
          authors[item.file]?.date ?? records[item.file]?.modified
          ?? recent.date(of: item.name, clock: clock)
        return (item.written, known?.seconds)
      })
  }

  /// - Parameter backup: the moment of the newest backup, asked for only where nothing better is
  ///   known.
  func date(
    of item: PageListing.Item, backup: () -> WikiDate?
  ) -> (WikiDate?, StoredPage.DateSource) {
    if let date = authors[item.file]?.date { return (date, .author) }
    if let date = records[item.file]?.modified ?? recent.date(of: item.name, clock: clock) {
      return (date, .recentChanges)
    }
    let written = item.written > 0 ? WikiDate(seconds: item.written) : nil
    if areFileTimesOriginal, let written { return (written, .fileTime) }
    if let date = backup() { return (date, .backup) }
    return written.map { ($0, .fileTime) } ?? (nil, .none)
  }

  /// Whether most pages whose date is known have files of that time. Where no date is known, times
  /// that lie within an hour are those of a copy.
  private static func areOriginal(_ times: [(written: Int, known: Int?)]) -> Bool {
    let known = times.compactMap { time in time.known.map { abs($0 - time.written) <= 2 } }
    if !known.isEmpty { return known.count { $0 } * 2 > known.count }
    let written = times.map(\.written)
    guard let first = written.min(), let last = written.max() else { return true }
    return last - first > 3600
  }
}
