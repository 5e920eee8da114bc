/// Ids of which no two on a page are the same. A page may want one of them many times.
package struct UniqueIDs: Sendable {
  private var taken: Set<String> = []
  /// Where the search for a free number begins: those before it are taken for good.
  private var nextNumbers: [String: Int] = [:]

  package init() {}

  /// Says that an id is taken.
  package mutating func take(_ id: String) { taken.insert(id) }

  /// The id itself, or the id with a number where it is taken already.
  package mutating func unique(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = nextNumbers[wanted] ?? 2
    while !taken.insert("\(wanted)-\(number)").inserted { number += 1 }
    nextNumbers[wanted] = number + 1
    return "\(wanted)-\(number)"
  }
}
