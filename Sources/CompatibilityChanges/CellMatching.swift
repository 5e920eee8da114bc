/// Which claims of a new list about one feature and client are which of an old list.
///
/// The same version is the same claim. Where a page begins or ceases to name versions, or names a
/// range, what was said of all of them is held against what is said of each. Two versions that are
/// both named one by one are never taken for each other: 5.5 gone and 6 come are two changes.
struct CellMatching {
  typealias Cell = PublishedList.Cell

  private(set) var pairs: [(old: Cell, new: Cell)] = []
  /// The same level, but of other versions.
  private(set) var versions: [(old: [VersionKey], new: [VersionKey])] = []
  private(set) var removed: [Cell]
  private(set) var added: [Cell]

  init(old: [Cell], new: [Cell]) {
    removed = old
    added = new
    pair { $0.version == $1.version && $0.level == $1.level }
    pair { $0.version == $1.version }
    pairVersions()
    pairGeneral()
  }

  private mutating func pair(where isSame: (Cell, Cell) -> Bool) {
    var rest: [Cell] = []
    for cell in removed {
      guard let index = added.firstIndex(where: { isSame(cell, $0) }) else {
        rest.append(cell)
        continue
      }
      pairs.append((cell, added.remove(at: index)))
    }
    removed = rest
  }

  private mutating func pairVersions() {
    for level in ListedLevel.allCases {
      let old = removed.filter { $0.level == level }
      let new = added.filter { $0.level == level }
      guard let first = old.first, let now = new.first,
        (old + new).contains(where: \.version.isSpan)
      else { continue }
      versions.append((old.map(\.version), new.map(\.version)))
      pairs.append((first, now))
      removed.removeAll { $0.level == level }
      added.removeAll { $0.level == level }
    }
  }

  /// Holds what was or is said of whatever version there is against what is said of each.
  private mutating func pairGeneral() {
    if let index = removed.firstIndex(where: \.version.isGeneral), !added.isEmpty {
      let general = removed.remove(at: index)
      pairs += added.map { (general, $0) }
      added = []
    }
    if let index = added.firstIndex(where: \.version.isGeneral), !removed.isEmpty {
      let general = added.remove(at: index)
      pairs += removed.map { ($0, general) }
      removed = []
    }
  }
}
