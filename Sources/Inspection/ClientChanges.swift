import GuideModel
import SourceText

/// What two revisions of a page say otherwise of clients and their levels.
struct ClientChanges {
  private(set) var changes: [PageChange] = []
  private let oldIDs: Set<String>
  private let newIDs: Set<String>

  /// A claim without its level: two with the same key are the same claim.
  private struct Key: Hashable {
    let client: String
    let feature: String
    let versions: String
  }

  init(_ old: InspectedPage, _ new: InspectedPage) {
    let before = Self.clients(old)
    let after = Self.clients(new)
    oldIDs = Set(before.map(\.id))
    newIDs = Set(after.map(\.id))
    // Those with a level are told with it.
    for client in before
    where !newIDs.contains(client.id) && !Self.hasLevel(client, old.reading) {
      var change = PageChange(.clientRemoved, "client \(client.name) is gone")
      change.client = client.id
      change.oldPlace = client.evidence.first?.range
      changes.append(change)
    }
    for client in after
    where !oldIDs.contains(client.id) && !Self.hasLevel(client, new.reading) {
      var change = PageChange(.clientAdded, "client \(client.name) is new")
      change.client = client.id
      change.place = client.evidence.first?.range
      changes.append(change)
    }
    addStatements(old, new)
  }

  private static func hasLevel(_ client: Client, _ page: PageReading) -> Bool {
    page.statements.contains { $0.clientID == client.id }
  }

  /// One entry an id, in the order of the page.
  private static func clients(_ page: InspectedPage) -> [Client] {
    var seen: Set<String> = []
    return page.reading.clients.filter { seen.insert($0.id).inserted }
  }

  private mutating func addStatements(_ old: InspectedPage, _ new: InspectedPage) {
    var before = Self.byKey(old.reading.statements)
    for (key, statements) in Self.ordered(new.reading.statements) {
      let earlier = before.removeValue(forKey: key) ?? []
      for (index, statement) in statements.enumerated() {
        add(index < earlier.count ? earlier[index] : nil, statement, new)
      }
      for statement in earlier.dropFirst(statements.count) { add(statement, nil, new) }
    }
    for (key, statements) in Self.ordered(old.reading.statements) where before[key] != nil {
      for statement in statements { add(statement, nil, old) }
    }
  }

  private mutating func add(
    _ old: SupportStatement?, _ new: SupportStatement?, _ page: InspectedPage
  ) {
    guard let either = new ?? old, old == nil || new == nil || Self.level(old) != Self.level(new)
    else { return }
    let name = page.library.clientsByID[either.clientID]?.name ?? either.clientID
    let versions = either.versions.asWritten.isEmpty ? "" : " \(either.versions.asWritten)"
    let feature =
      page.library.features.first { $0.id == either.featureID }?.name ?? either.featureID
    let subject = "client \(name)\(versions)"
    var change: PageChange
    switch (old, new) {
    case (nil, _) where !oldIDs.contains(either.clientID):
      change = PageChange(.clientAdded, "\(subject) is new: \(Self.level(new)) (\(feature))")
    case (nil, _):
      change = PageChange(
        .statementAdded, "\(subject): level \(Self.level(new)) is new (\(feature))")
    case (_, nil) where !newIDs.contains(either.clientID):
      change = PageChange(.clientRemoved, "\(subject) is gone: \(Self.level(old)) (\(feature))")
    case (_, nil):
      change = PageChange(
        .statementRemoved, "\(subject): level \(Self.level(old)) is gone (\(feature))")
    case (_, _):
      change = PageChange(
        .levelChanged, "\(subject): level \(Self.level(old)) → \(Self.level(new)) (\(feature))")
    }
    change.client = either.clientID
    change.feature = either.featureID
    change.old = old.map { Self.level($0) }
    change.new = new.map { Self.level($0) }
    change.oldPlace = old?.evidence.first?.range
    change.place = new?.evidence.first?.range
    changes.append(change)
  }

  private static func level(_ statement: SupportStatement?) -> String {
    statement?.level?.rawValue ?? "not understood"
  }

  private static func key(_ statement: SupportStatement) -> Key {
    Key(
      client: statement.clientID, feature: statement.featureID,
      versions: FoldedText(statement.versions.asWritten).text)
  }

  private static func byKey(_ statements: [SupportStatement]) -> [Key: [SupportStatement]] {
    Dictionary(grouping: statements, by: key)
  }

  /// The groups in the order of their first statements.
  private static func ordered(
    _ statements: [SupportStatement]
  ) -> [(key: Key, statements: [SupportStatement])] {
    var groups = byKey(statements)
    return statements.compactMap { statement in
      let key = key(statement)
      return groups.removeValue(forKey: key).map { (key, $0) }
    }
  }
}
