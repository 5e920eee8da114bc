/// What a build makes of the files: which are new, and what becomes of the old ones.
struct StagedFiles: Sendable {
  /// Those that the old output does not have.
  private(set) var new = PathTable()
  /// What becomes of each file of the old output, by its number there.
  private(set) var fates: [Fate]

  enum Fate: UInt8, Sendable { case gone, kept, replaced }

  /// - Parameter old: how many files the old output has.
  init(old: Int) { fates = Array(repeating: .gone, count: old) }

  /// - Parameters:
  ///   - old: the number of the old file of that path.
  ///   - isSame: whether it has the same bytes.
  /// - Returns: false where the path was added before.
  mutating func add(_ path: String, old: Int?, isSame: Bool) -> Bool {
    guard let old else { return new.insert(path) != nil }
    guard fates[old] == .gone else { return false }
    fates[old] = isSame ? .kept : .replaced
    return true
  }

  /// Numbers of the old files that come to the same.
  func old(_ fate: Fate) -> [Int] { fates.indices.filter { fates[$0] == fate } }

  var counts: OutputStage.Counts {
    let (kept, gone) = (fates.count { $0 == .kept }, fates.count { $0 == .gone })
    return OutputStage.Counts(
      written: new.count + fates.count - kept - gone, unchanged: kept, removed: gone)
  }
}

/// Up to where changed files are moved one by one: few of a site so large that linking all others would
/// take longer than anything else.
package struct PiecewiseLimit: Sendable {
  private let unchanged: Int
  private let share: Int

  /// - Parameters:
  ///   - unchanged: how many files must stay at least.
  ///   - share: how many must stay for each that does not.
  package init(unchanged: Int = 1000, share: Int = 16) {
    self.unchanged = unchanged
    self.share = share
  }

  func admits(_ counts: OutputStage.Counts) -> Bool {
    counts.unchanged >= unchanged
      && (counts.written + counts.removed) * share <= counts.unchanged
  }
}
