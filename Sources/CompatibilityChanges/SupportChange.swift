/// One change between two lists: of one feature for some clients, of some clients, or of a feature.
package struct SupportChange: Sendable, Equatable {
  package let section: ChangeSection
  package let aspect: ListAspect
  /// Nil where the change is one of clients whatever the feature.
  package let feature: Subject?
  /// Empty where the change is one of the feature itself.
  package var clients: [Subject]
  /// What the old list said and the new one does not.
  package let before: [String]
  /// What the new list says and the old one did not.
  package let after: [String]

  package struct Subject: Sendable, Hashable {
    package let id: String
    package let name: String
    /// Those of a client that are meant; `*` is all, none is whatever version there is.
    package var versions: [String]

    init(id: String, name: String, versions: [String] = []) {
      self.id = id
      self.name = name
      self.versions = versions
    }

    init(_ entry: PublishedList.Entry, versions: [VersionKey] = []) {
      self.init(
        id: entry.id, name: entry.name, versions: versions.map(\.text).filter { !$0.isEmpty })
    }
  }
}

/// Changes while they are found: equal ones of several clients and versions become one.
struct ChangeCollector {
  private(set) var changes: [SupportChange] = []
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable {
    let section: ChangeSection
    let aspect: ListAspect
    let feature: String?
    let isOfClients: Bool
    let before: [String]
    let after: [String]
  }

  mutating func add(_ change: SupportChange) {
    let key = Key(
      section: change.section, aspect: change.aspect, feature: change.feature?.id,
      isOfClients: !change.clients.isEmpty, before: change.before, after: change.after)
    guard !change.clients.isEmpty, let position = positions[key] else {
      positions[key] = changes.count
      changes.append(change)
      return
    }
    for client in change.clients { merge(client, into: position) }
  }

  private mutating func merge(_ client: SupportChange.Subject, into position: Int) {
    // What is claimed of one client is compared in one go, so that it can only be the last.
    let index = changes[position].clients.endIndex - 1
    guard changes[position].clients[index].id == client.id else {
      changes[position].clients.append(client)
      return
    }
    for version in client.versions
    where !changes[position].clients[index].versions.contains(version) {
      changes[position].clients[index].versions.append(version)
    }
  }

  /// By kind; within a kind in the order in which they were found.
  var sorted: [SupportChange] {
    changes.enumerated().sorted {
      ($0.element.section, $0.offset) < ($1.element.section, $1.offset)
    }.map(\.element)
  }
}
