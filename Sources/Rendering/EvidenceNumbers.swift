import GuideModel

/// Numbers for all places and pages that a compatibility list cites, in the order of the places.
struct EvidenceNumbers {
  /// `E1` is the first.
  let places: [Evidence]
  /// `S1` is the first.
  let paths: [String]

  init(_ facts: CompatibilityFacts) {
    var places: [Evidence] = []
    var paths: [String] = []
    // Places of one page stand together then, and pages in the order of their paths.
    for place in facts.places.sorted() where places.last != place {
      places.append(place)
      if paths.last != place.path { paths.append(place.path) }
    }
    self.places = places
    self.paths = paths
  }

  /// Without repetition, in the order given: the nearest evidence first.
  func numbers(of places: [Evidence]) -> [String] {
    guard places.count != 1 else { return number(of: places[0]).map { ["E\($0)"] } ?? [] }
    var seen: Set<Int> = []
    return places.compactMap(number).filter { seen.insert($0).inserted }.map { "E\($0)" }
  }

  private func number(of place: Evidence) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place ? low + 1 : nil
  }
}
