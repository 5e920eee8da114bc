/// How much of what facts rest on lies elsewhere now, or reads otherwise, while the facts are the same.
struct EvidenceMoves {
  private var gone: Set<PublishedList.Place> = []
  private var come: Set<PublishedList.Place> = []

  /// Takes in what a fact rested on and rests on now.
  mutating func add(_ old: [PublishedList.Place], _ new: [PublishedList.Place]) {
    guard old != new else { return }
    let (old, new) = (Set(old), Set(new))
    gone.formUnion(old.subtracting(new))
    come.formUnion(new.subtracting(old))
  }

  /// Places, not facts: several facts may rest on one line.
  var count: Int { max(gone.count, come.count) }

  /// How many pages that both lists cite have other bytes now.
  static func changedPages(_ old: PublishedList, _ new: PublishedList) -> Int {
    new.sources.count { path, digest in
      old.sources[path].map { $0 != digest } ?? false
    }
  }
}
