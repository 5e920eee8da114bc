/// What changed from each published list to the next, the newest change first.
package struct ChangeHistory: Sendable, Equatable {
  /// The date of the list with which the record begins, `YYYY-MM-DD`.
  package let begins: String
  package private(set) var entries: [Entry]

  /// The most entries that are kept; the oldest are forgotten.
  package static let mostEntries = 50
  /// The most changes of one entry that are kept, so that no record grows with the site.
  package static let mostChanges = 200

  /// What changed between two lists.
  package struct Entry: Sendable, Equatable {
    /// An address that names it and nothing else: `urn:uuid:…`.
    package let id: String
    package let changes: [SupportChange]
    /// How many more changes there were.
    package let omitted: Int
    package let weight: ChangeWeight
    package let movedEvidence: Int
    package let changedPages: Int
    package let before: ListDifference.Side
    package let after: ListDifference.Side
  }

  package init(begins: String, entries: [Entry] = []) {
    self.begins = begins
    self.entries = entries
  }

  /// Takes in a difference; one without changes leaves no entry. Two of one day stay two: what came
  /// and went again on that day did both.
  /// - Parameter digest: SHA-256 of bytes in hexadecimal digits.
  package mutating func add(_ difference: ListDifference, digest: ([UInt8]) -> String) {
    guard !difference.changes.isEmpty else { return }
    let entry = Entry(
      difference, atMost: Self.mostChanges, behind: entries.first?.id, digest: digest)
    entries = Array(([entry] + entries).prefix(Self.mostEntries))
  }
}

extension ChangeHistory.Entry {
  /// - Parameters:
  ///   - previous: the id of the entry before it, so that the same change made twice is two.
  ///   - digest: SHA-256 of bytes in hexadecimal digits.
  package init(
    _ difference: ListDifference, atMost count: Int? = nil, behind previous: String? = nil,
    digest: ([UInt8]) -> String
  ) {
    let kept = difference.changes.prefix(count ?? difference.changes.count)
    self.init(
      id: ChangeID.of(difference, behind: previous, digest: digest), changes: Array(kept),
      omitted: difference.changes.count - kept.count, weight: difference.weight,
      movedEvidence: difference.movedEvidence, changedPages: difference.changedPages,
      before: difference.before, after: difference.after)
  }
}
