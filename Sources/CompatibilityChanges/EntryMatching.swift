/// Which entry of a new list is which of an old one: the same id, else the same name under another id.
///
/// Three ways are tried one after the other, and each takes a pair only where nothing else would fit
/// either side: the id; names and aliases; the spellings of pages. A pair that was guessed wrong would
/// hide a removal, so that what is not sure stays apart.
struct EntryMatching {
  /// New entries by the ids of their old ones.
  let newByOld: [String: PublishedList.Entry]
  let removed: [PublishedList.Entry]
  let added: [PublishedList.Entry]

  init(old: [PublishedList.Entry], new: [PublishedList.Entry]) {
    var pairs: [String: PublishedList.Entry] = [:]
    let newByID = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    let oldIDs = Set(old.map(\.id))
    for entry in old { pairs[entry.id] = newByID[entry.id] }
    var rest = (
      old: old.filter { pairs[$0.id] == nil },
      new: new.filter { !oldIDs.contains($0.id) }
    )
    for names in [Self.names, Self.spellings] {
      let found = Self.pairs(rest.old, rest.new, names)
      pairs.merge(found) { first, _ in first }
      let taken = Set(found.values.map(\.id))
      rest = (
        rest.old.filter { found[$0.id] == nil }, rest.new.filter { !taken.contains($0.id) }
      )
    }
    newByOld = pairs
    removed = rest.old
    added = rest.new
  }

  private static func names(_ entry: PublishedList.Entry) -> [String] {
    [entry.id, entry.name] + entry.aliases
  }

  private static func spellings(_ entry: PublishedList.Entry) -> [String] {
    names(entry) + entry.asWritten
  }

  /// Pairs of entries that share a name with each other and with nobody else.
  private static func pairs(
    _ old: [PublishedList.Entry], _ new: [PublishedList.Entry],
    _ names: (PublishedList.Entry) -> [String]
  ) -> [String: PublishedList.Entry] {
    var newByName: [String: Set<Int>] = [:]
    for (index, entry) in new.enumerated() {
      for name in names(entry) { newByName[folded(name), default: []].insert(index) }
    }
    var candidates: [(old: String, new: Set<Int>)] = []
    var suitors: [Int: Int] = [:]
    for entry in old {
      let found = names(entry).reduce(into: Set<Int>()) {
        $0.formUnion(newByName[folded($1)] ?? [])
      }
      candidates.append((entry.id, found))
      for index in found { suitors[index, default: 0] += 1 }
    }
    var pairs: [String: PublishedList.Entry] = [:]
    for candidate in candidates {
      guard candidate.new.count == 1, let index = candidate.new.first, suitors[index] == 1 else {
        continue
      }
      pairs[candidate.old] = new[index]
    }
    return pairs
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
