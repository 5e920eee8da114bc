/// What a new list says otherwise than an old one.
package struct ListDifference: Sendable {
  /// By kind, losses first; within a kind by feature and client.
  package let changes: [SupportChange]
  /// How many places that facts rest on moved or were reworded while the facts stayed.
  package let movedEvidence: Int
  /// How many pages have other bytes than before.
  package let changedPages: Int
  package let before: Side
  package let after: Side
  /// The new list's schema and pages, by which it is told from lists of other sites.
  package let lists: String

  package struct Side: Sendable, Equatable {
    /// `YYYY-MM-DD`
    package let asOf: String
    package let statistics: ListStatistics

    init(asOf: String, statistics: ListStatistics) {
      self.asOf = asOf
      self.statistics = statistics
    }

    init(_ list: PublishedList) {
      self.init(asOf: list.asOf, statistics: ListStatistics(list))
    }
  }

  package init(from old: PublishedList, to new: PublishedList) {
    var comparison = ListComparison(old, new)
    comparison.compare()
    changes = comparison.found.sorted
    movedEvidence = comparison.moves.count
    changedPages = EvidenceMoves.changedPages(old, new)
    before = Side(old)
    after = Side(new)
    lists = ([new.schema] + new.sources.keys.sorted()).joined(separator: "\u{1F}")
  }

  /// The weight of the heaviest change.
  package var weight: ChangeWeight { changes.map(\.section.weight).max() ?? .none }
}
