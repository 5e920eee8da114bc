import GuideModel

/// Numbers for all places and pages that a compatibility list cites, in the order of the places.
struct EvidenceNumbers {
  /// `E1` is the first.
  let places: [Evidence]
  /// `S1` is the first.
  let paths: [String]
  private let numbers: [Evidence: Int]
  private let sources: [String: Int]

  init(_ facts: CompatibilityFacts) {
    let cited = Set(facts.places.joined())
    places = cited.sorted()
    paths = Set(places.map(\.path)).sorted()
    numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0 + 1) })
    sources = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0 + 1) })
  }

  /// Without repetition, in the order given: the nearest evidence first.
  func numbers(of places: [Evidence]) -> [String] {
    var seen: Set<Int> = []
    return places.compactMap { numbers[$0] }.filter { seen.insert($0).inserted }.map { "E\($0)" }
  }

  func source(of place: Evidence) -> String { "S\(sources[place.path] ?? 0)" }
}
