/// Which of some new texts are which of some old ones: the pairs of the same order that are most alike
/// in sum, then those that were moved unchanged.
///
/// The same texts give the same pairs always: of equally good ones, those further back are taken.
struct StepAlignment: Sendable {
  /// For each old text its new index, and the other way round; nil where it has none.
  private(set) var newIndex: [Int?]
  private(set) var oldIndex: [Int?]
  /// Old indexes of texts that stand in another order now.
  private(set) var moved: Set<Int> = []

  /// Texts that share less are not the same one changed.
  private static let least = 0.5
  /// Above so many pairs only equal texts are looked for, and above so many texts none: the search
  /// would take for ever.
  private static let mostPairs = 250_000
  private static let mostTexts = 6_000

  init(_ old: [TextLikeness], _ new: [TextLikeness]) {
    newIndex = Array(repeating: nil, count: old.count)
    oldIndex = Array(repeating: nil, count: new.count)
    let prefix = zip(old, new).prefix { $0.isSame(as: $1) }.count
    let rest = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix { $0.isSame(as: $1) }.count
    let tail = min(suffix, rest)
    for index in 0..<prefix { join(index, index) }
    for index in 0..<tail { join(old.count - 1 - index, new.count - 1 - index) }
    align(old, prefix..<(old.count - tail), new, prefix..<(new.count - tail))
    findMoved(old, new)
  }

  private mutating func join(_ old: Int, _ new: Int) {
    newIndex[old] = new
    oldIndex[new] = old
  }

  private mutating func align(
    _ old: [TextLikeness], _ oldRange: Range<Int>, _ new: [TextLikeness], _ newRange: Range<Int>
  ) {
    guard !oldRange.isEmpty, !newRange.isEmpty else { return }
    guard oldRange.count * newRange.count <= Self.mostPairs else {
      return alignEqual(old, oldRange, new, newRange)
    }
    let width = newRange.count + 1
    func likeness(_ left: Int, _ right: Int) -> Double {
      let (one, other) = (old[left], new[right])
      if one.isEmpty || other.isEmpty { return one.isSame(as: other) ? 1 : 0 }
      let found = one.likeness(to: other)
      return found >= Self.least ? found : 0
    }
    // best[i][j]: the most likeness of what stands before i and j.
    var best = Array(repeating: 0.0, count: (oldRange.count + 1) * width)
    var alike = Array(repeating: 0.0, count: oldRange.count * newRange.count)
    for left in 0..<oldRange.count {
      for right in 0..<newRange.count {
        let found = likeness(oldRange.lowerBound + left, newRange.lowerBound + right)
        alike[left * newRange.count + right] = found
        best[(left + 1) * width + right + 1] = max(
          best[left * width + right] + found, best[left * width + right + 1],
          best[(left + 1) * width + right])
      }
    }
    var (left, right) = (oldRange.count, newRange.count)
    while left > 0, right > 0 {
      let found = alike[(left - 1) * newRange.count + right - 1]
      let here = best[left * width + right]
      if found > 0, here == best[(left - 1) * width + right - 1] + found {
        join(oldRange.lowerBound + left - 1, newRange.lowerBound + right - 1)
        left -= 1
        right -= 1
      } else if here == best[left * width + right - 1] {
        right -= 1
      } else {
        left -= 1
      }
    }
  }

  private mutating func alignEqual(
    _ old: [TextLikeness], _ oldRange: Range<Int>, _ new: [TextLikeness], _ newRange: Range<Int>
  ) {
    guard oldRange.count + newRange.count <= Self.mostTexts else { return }
    var isRemoved = Array(repeating: false, count: oldRange.count)
    var isAdded = Array(repeating: false, count: newRange.count)
    for change in new[newRange].difference(from: old[oldRange], by: { $0.isSame(as: $1) }) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    let kept = zip(
      oldRange.filter { !isRemoved[$0 - oldRange.lowerBound] },
      newRange.filter { !isAdded[$0 - newRange.lowerBound] })
    for (left, right) in kept { join(left, right) }
  }

  /// What is gone at one place and new at another with the same words has moved.
  private mutating func findMoved(_ old: [TextLikeness], _ new: [TextLikeness]) {
    var free: [String: [Int]] = [:]
    for right in new.indices.reversed() where oldIndex[right] == nil && !new[right].isEmpty {
      free[new[right].text, default: []].append(right)
    }
    for left in old.indices where newIndex[left] == nil {
      guard let right = free[old[left].text]?.popLast() else { continue }
      join(left, right)
      moved.insert(left)
    }
  }
}
