import GuideModel

/// How lists print versions, and which of them a claim includes.
extension Versions {
  /// `6`, `6, 5.5`, `6–9`, `≤9`, `≥6`; nil where none is named.
  var shown: String? {
    switch scope {
    case .unspecified, .all: nil
    case .listed(let versions): versions.joined(separator: ", ")
    case .range(let from?, let through?): "\(from)–\(through)"
    case .range(nil, let through?): "≤\(through)"
    case .range(let from?, nil): "≥\(from)"
    case .range(nil, nil): nil
    }
  }

  /// One a version for those that are listed; itself for all else.
  var rows: [Versions] {
    switch scope {
    case .listed(let versions): versions.map { Versions(listed: [$0], asWritten: asWritten) }
    case .unspecified, .all, .range: [self]
    }
  }

  /// Whether a claim on these versions speaks of one of them. What names none speaks of all.
  func includes(_ version: String) -> Bool {
    switch scope {
    case .unspecified, .all: true
    case .listed(let versions): versions.contains(version)
    case .range(let from, let through):
      Self.isOrdered(from, version) && Self.isOrdered(version, through)
    }
  }

  /// Whether a guide for these versions is one for others as well.
  func meets(_ other: Versions) -> Bool {
    switch (scope, other.scope) {
    case (.listed(let versions), _): versions.contains(where: other.includes)
    case (_, .listed(let versions)): versions.contains(where: includes)
    case (.range(let from, let through), .range(let otherFrom, let otherThrough)):
      Self.isOrdered(from, otherThrough) && Self.isOrdered(otherFrom, through)
    case (.unspecified, _), (.all, _), (_, .unspecified), (_, .all): true
    }
  }

  /// By their numbers, part by part; an end that is left open is before and behind everything.
  /// False where one of them is no number.
  private static func isOrdered(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return true }
    guard first != second else { return true }
    let parts = [first, second].map { text in text.split(separator: ".").map { Int($0) } }
    guard let left = numbers(parts[0]), let right = numbers(parts[1]) else { return false }
    // 5.5 includes what is called 5.5.2: an end is meant with all its parts.
    return left.lexicographicallyPrecedes(right) || left.starts(with: right)
  }

  private static func numbers(_ parts: [Int?]) -> [Int]? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count && !known.isEmpty ? known : nil
  }
}
