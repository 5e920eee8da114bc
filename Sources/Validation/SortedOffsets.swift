import SourceText

/// Offsets of a file in order, looked up by stretches of it.
extension [Int] {
  /// Those within a stretch.
  func within(_ range: SourceRange) -> ArraySlice<Int> {
    let first = firstIndex(notBelow: range.lower)
    return self[first...].prefix { $0 < range.upper }
  }

  private func firstIndex(notBelow offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
