import SourceText

/// Finds the last of some stretches of a file, in the order in which they were given, that holds an
/// offset.
struct StretchIndex {
  private struct Stretch {
    let range: SourceRange
    let order: Int
    /// How far this one and those that begin before it reach, and the last of them.
    var reach: Int
    var last: Int
  }

  /// Sorted by where they begin.
  private var stretches: [Stretch]

  init(_ ranges: [SourceRange]) {
    stretches = ranges.enumerated().map { order, range in
      Stretch(range: range, order: order, reach: range.upper, last: order)
    }
    let isInOrder = zip(ranges, ranges.dropFirst()).allSatisfy { $0.lower <= $1.lower }
    if !isInOrder {
      stretches.sort { ($0.range.lower, $0.order) < ($1.range.lower, $1.order) }
    }
    for index in stretches.indices.dropFirst() {
      stretches[index].reach = max(stretches[index].reach, stretches[index - 1].reach)
      stretches[index].last = max(stretches[index].last, stretches[index - 1].last)
    }
  }

  /// The number of the stretch, from 0.
  func last(around offset: Int) -> Int? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].range.lower <= offset { low = middle + 1 } else { high = middle }
    }
    var found: Int?
    while low > 0, stretches[low - 1].reach > offset, stretches[low - 1].last > found ?? -1 {
      low -= 1
      if stretches[low].range.contains(offset), stretches[low].order > found ?? -1 {
        found = stretches[low].order
      }
    }
    return found
  }
}
