/// Compares two lists: clients and features one by one, then what is claimed of each client for each
/// feature.
struct ListComparison {
  private(set) var found = ChangeCollector()
  private(set) var moves = EvidenceMoves()

  private let old: PublishedList
  private let new: PublishedList
  private let clients: EntryMatching
  private let features: EntryMatching
  private let newClients: [String: PublishedList.Entry]
  private let oldClients: [String: PublishedList.Entry]

  init(_ old: PublishedList, _ new: PublishedList) {
    self.old = old
    self.new = new
    clients = EntryMatching(old: old.clients, new: new.clients)
    features = EntryMatching(old: old.features, new: new.features)
    newClients = Dictionary(new.clients.map { ($0.id, $0) }) { first, _ in first }
    oldClients = Dictionary(old.clients.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func compare() {
    compareFeatures()
    compareClients()
    compareCells()
  }

  // MARK: - Entries

  private mutating func compareFeatures() {
    for entry in Self.sorted(old.features) {
      guard let now = features.newByOld[entry.id] else { continue }
      compare(entry, now, feature: .init(now), clients: [])
    }
    let claimedBefore = Set(old.cells.map(\.feature))
    let claimedNow = Set(new.cells.map(\.feature))
    // What is claimed of a feature or a client tells of it; only one without any claim tells itself.
    for entry in Self.sorted(features.removed) where !claimedBefore.contains(entry.id) {
      add(.removal, .entry, feature: .init(entry), [entry.name], [])
    }
    for entry in Self.sorted(features.added) where !claimedNow.contains(entry.id) {
      add(.addition, .entry, feature: .init(entry), [], [entry.name])
    }
  }

  private mutating func compareClients() {
    for entry in Self.sorted(old.clients) {
      guard let now = clients.newByOld[entry.id] else { continue }
      compare(entry, now, feature: nil, clients: [.init(now)])
    }
    let claimedBefore = Set(old.cells.map(\.client))
    let claimedNow = Set(new.cells.map(\.client))
    for entry in Self.sorted(clients.removed) where !claimedBefore.contains(entry.id) {
      add(.removal, .entry, clients: [.init(entry)], [entry.name], [])
    }
    for entry in Self.sorted(clients.added) where !claimedNow.contains(entry.id) {
      add(.addition, .entry, clients: [.init(entry)], [], [entry.name])
    }
  }

  private mutating func compare(
    _ entry: PublishedList.Entry, _ now: PublishedList.Entry, feature: SupportChange.Subject?,
    clients: [SupportChange.Subject]
  ) {
    let isRenamed = entry.id != now.id
    if isRenamed {
      add(.note, .renamed, feature: feature, clients: clients, [entry.id], [now.id])
    }
    // Under a new id, another name is part of being renamed.
    let isQuiet: (ListAspect) -> Bool = { isRenamed && $0 == .name }
    compare(entry.facts, now.facts, feature: feature, clients: clients, except: isQuiet)
  }

  // MARK: - Facts

  /// Tells where facts differ, and where they rest on something else.
  private mutating func compare(
    _ old: [PublishedList.Fact], _ new: [PublishedList.Fact], feature: SupportChange.Subject?,
    clients: [SupportChange.Subject], except isQuiet: (ListAspect) -> Bool
  ) {
    let guideCameOrWent =
      Self.words(.guide, old).isEmpty != Self.words(.guide, new).isEmpty
    for aspect in ListAspect.allCases {
      let (was, now) = (Self.words(aspect, old), Self.words(aspect, new))
      let (gone, come) = Self.difference(was, now)
      guard !gone.isEmpty || !come.isEmpty else {
        moves.add(Self.evidence(aspect, old), Self.evidence(aspect, new))
        continue
      }
      let isPartOfGuide = aspect == .steps || aspect == .images || aspect == .entryPoints
      guard !isQuiet(aspect), !(isPartOfGuide && guideCameOrWent) else { continue }
      add(aspect.section, aspect, feature: feature, clients: clients, gone, come)
    }
  }

  private static func words(_ aspect: ListAspect, _ facts: [PublishedList.Fact]) -> [String] {
    facts.first { $0.aspect == aspect }?.words ?? []
  }

  private static func evidence(
    _ aspect: ListAspect, _ facts: [PublishedList.Fact]
  ) -> [PublishedList.Place] {
    facts.first { $0.aspect == aspect }?.evidence ?? []
  }

  /// What only one of two lists has, each as often as it has it more.
  private static func difference(_ old: [String], _ new: [String]) -> ([String], [String]) {
    guard old != new else { return ([], []) }
    func without(_ words: [String], _ others: [String]) -> [String] {
      var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
      return words.filter { word in
        guard let count = counts[word], count > 0 else { return true }
        counts[word] = count - 1
        return false
      }
    }
    return (without(old, new), without(new, old))
  }

  // MARK: - Claims

  /// A feature and a client, both by the new list's ids where it has them.
  private struct Place: Hashable {
    let feature: String
    let client: String
  }

  private mutating func compareCells() {
    let before = Dictionary(grouping: old.cells) { cell in
      Place(
        feature: features.newByOld[cell.feature]?.id ?? "\u{0}" + cell.feature,
        client: clients.newByOld[cell.client]?.id ?? "\u{0}" + cell.client)
    }
    let now = Dictionary(grouping: new.cells) { Place(feature: $0.feature, client: $0.client) }
    let oldFeatures = Dictionary(old.features.map { ($0.id, $0) }) { first, _ in first }
    let newFeatures = Dictionary(new.features.map { ($0.id, $0) }) { first, _ in first }
    for place in Set(before.keys).union(now.keys).sorted(by: Self.isBefore) {
      let (was, claims) = (before[place] ?? [], now[place] ?? [])
      let featureEntry =
        newFeatures[place.feature] ?? was.first.flatMap { oldFeatures[$0.feature] }
      let clientEntry = newClients[place.client] ?? was.first.flatMap { oldClients[$0.client] }
      guard let featureEntry, let clientEntry else { continue }
      compare(CellMatching(old: was, new: claims), .init(featureEntry), clientEntry)
    }
  }

  private static func isBefore(_ left: Place, _ right: Place) -> Bool {
    // Gone ones stand where their ids would, not before all others.
    func plain(_ id: String) -> Substring { id.hasPrefix("\u{0}") ? id.dropFirst() : id[...] }
    let (first, second) = (plain(left.feature), plain(right.feature))
    if first != second { return first < second }
    let (one, other) = (plain(left.client), plain(right.client))
    return one != other ? one < other : left.client < right.client
  }

  private mutating func compare(
    _ cells: CellMatching, _ feature: SupportChange.Subject, _ client: PublishedList.Entry
  ) {
    for cell in cells.removed {
      add(
        .removal, .level, feature: feature, clients: [.init(client, versions: [cell.version])],
        [cell.level.rawValue], [])
    }
    for cell in cells.added {
      add(
        .addition, .level, feature: feature, clients: [.init(client, versions: [cell.version])],
        [], [cell.level.rawValue])
    }
    for versions in cells.versions {
      add(
        .version, .versions, feature: feature, clients: [.init(client)],
        versions.old.map(\.text), versions.new.map(\.text))
    }
    for pair in cells.pairs {
      let subjects = [SupportChange.Subject(client, versions: [pair.new.version])]
      if let section = pair.old.level.change(to: pair.new.level) {
        add(
          section, .level, feature: feature, clients: subjects, [pair.old.level.rawValue],
          [pair.new.level.rawValue])
      }
      compare(
        pair.old.facts, pair.new.facts, feature: feature, clients: subjects,
        except: { $0 == .level })
    }
  }

  private mutating func add(
    _ section: ChangeSection, _ aspect: ListAspect, feature: SupportChange.Subject? = nil,
    clients: [SupportChange.Subject] = [], _ before: [String], _ after: [String]
  ) {
    found.add(
      SupportChange(
        section: section, aspect: aspect, feature: feature, clients: clients, before: before,
        after: after))
  }

  private static func sorted(_ entries: [PublishedList.Entry]) -> [PublishedList.Entry] {
    entries.sorted { $0.id < $1.id }
  }
}
