import HTMLScan

/// Looks for the places that links point to, while a page's tags pass by.
///
/// Only what is wanted is compared; of all other ids their count is kept.
struct FragmentSearch {
  private let fragments: [String]
  /// What an id may be for each wanted fragment.
  private let places: [[UInt8]: [Int]]
  private(set) var isFound: [Bool]
  private(set) var idCount = 0

  init(_ fragments: [String]) {
    self.fragments = fragments
    isFound = fragments.map(Self.needsNoPlace)
    var places: [[UInt8]: [Int]] = [:]
    for (index, fragment) in fragments.enumerated() {
      let raw = Array(Self.withoutTextDirective(fragment).utf8)
      let decoded = PercentCoding.decoded(Self.withoutTextDirective(fragment))
      // GitHub gives ids this beginning, and its script takes it away.
      let prefix = Array("user-content-".utf8)
      for form in Set([raw, decoded, prefix + raw, prefix + decoded]) {
        places[form, default: []].append(index)
      }
    }
    self.places = places
  }

  var isComplete: Bool { isFound.allSatisfy { $0 } }

  var found: [String] { zip(fragments, isFound).filter(\.1).map(\.0) }

  var missing: [String] { zip(fragments, isFound).filter { !$0.1 }.map(\.0) }

  mutating func take(_ tag: HTMLTag, in bytes: Span<UInt8>) {
    var attributes = tag.attributes
    while let attribute = attributes.next(in: bytes) {
      guard attribute.name == .id || (attribute.name == .name && tag.name == .a) else { continue }
      idCount += 1
      for index in places[HTMLReferences.decoded(bytes, attribute.value)] ?? [] {
        isFound[index] = true
      }
    }
  }

  /// The top of a page is everywhere, and searching for words is the browser's affair.
  private static func needsNoPlace(_ fragment: String) -> Bool {
    let place = withoutTextDirective(fragment)
    return place.isEmpty || place.lowercased() == "top"
  }

  private static func withoutTextDirective(_ fragment: String) -> Substring {
    guard let start = fragment.firstRange(of: ":~:") else { return fragment[...] }
    return fragment[..<start.lowerBound]
  }
}
