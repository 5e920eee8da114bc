/// How much a list holds.
package struct ListStatistics: Sendable, Equatable {
  /// Names and numbers in a fixed order: clients, features, statements, then the statements of each
  /// level and those with a guide.
  package let counts: [(name: String, number: Int)]

  static let names =
    ["clients", "features", "statements"] + ListedLevel.allCases.map(\.rawValue) + ["with_guide"]

  init(_ list: PublishedList) {
    let levels = Dictionary(grouping: list.cells, by: \.level).mapValues(\.count)
    let numbers =
      [list.clients.count, list.features.count, list.cells.count]
      + ListedLevel.allCases.map { levels[$0] ?? 0 } + [list.cells.count(where: \.hasGuide)]
    self.init(numbers)
  }

  /// - Parameter numbers: one for each name.
  init(_ numbers: [Int]) { counts = Array(zip(Self.names, numbers)) }

  package static func == (left: ListStatistics, right: ListStatistics) -> Bool {
    left.counts.map(\.number) == right.counts.map(\.number)
  }
}
