/// Finds clients that nobody knows and that are spelled in several ways: `FooMail` and `Foo-Mail`.
struct ClientUnion {
  /// The id to use in the place of another one.
  private(set) var ids: [String: String] = [:]

  /// Names count as one where they differ only in white space, hyphens and middle dots, or where a
  /// page calls one by the other. Of several ids the longest stays: it parts the words.
  init(_ clients: some Sequence<Client>) {
    var idsByKey: [[UInt8]: Set<String>] = [:]
    var aliases: [(key: [UInt8], id: String)] = []
    for client in clients where client.kind == .unknown {
      idsByKey[SpelledName.key(of: client.name), default: []].insert(client.id)
      aliases += client.aliases.map { (SpelledName.key(of: $0), client.id) }
    }
    let groups = idsByKey.filter { $0.value.count > 1 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (_, ids) in groups {
      let kept = ids.max {
        $0.utf8.count != $1.utf8.count ? $0.utf8.count < $1.utf8.count : $0 > $1
      }
      for id in ids where id != kept { self.ids[id] = kept }
    }
    for (key, id) in aliases.sorted(by: { $0.id < $1.id }) {
      let kept = self.ids[id] ?? id
      for other in idsByKey[key] ?? [] where other != kept && ids[other] == nil {
        ids[other] = kept
      }
    }
  }

  var isEmpty: Bool { ids.isEmpty }

  func client(_ client: Client) -> Client {
    guard let id = ids[client.id] else { return client }
    var joined = Client(
      id: id, name: client.name, asWritten: client.asWritten, aliases: client.aliases,
      kind: client.kind, distribution: client.distribution, links: client.links,
      evidence: client.evidence)
    joined.vendor = client.vendor
    joined.platforms = client.platforms
    joined.lifecycle = client.lifecycle
    joined.license = client.license
    return joined
  }

  func statement(_ statement: SupportStatement) -> SupportStatement {
    guard let id = ids[statement.clientID] else { return statement }
    return SupportStatement(
      clientID: id, featureID: statement.featureID, level: statement.level,
      levelAsWritten: statement.levelAsWritten, basis: statement.basis,
      isTakenOver: statement.isTakenOver, versions: statement.versions, notes: statement.notes,
      verification: statement.verification, evidence: statement.evidence)
  }

  func guide(_ guide: Guide) -> Guide {
    guard let old = guide.clientID, let id = ids[old] else { return guide }
    // A guide's id begins with its client's.
    let guideID = guide.id.hasPrefix(old) ? id + guide.id.dropFirst(old.count) : guide.id
    return Guide(
      id: guideID, clientID: id, versions: guide.versions, featureID: guide.featureID,
      title: guide.title, path: guide.path, range: guide.range, procedures: guide.procedures,
      entryPoints: guide.entryPoints, requirements: guide.requirements)
  }

  /// The pages with one id a client; pages that need no change stay the same objects.
  static func joined(_ pages: [PageReading]) -> [PageReading] {
    let union = ClientUnion(pages.lazy.flatMap(\.clients))
    guard !union.isEmpty else { return pages }
    return pages.map { page in
      guard page.clients.contains(where: { union.ids[$0.id] != nil }) else { return page }
      return PageReading(
        name: page.name, house: page.house, title: page.title, document: page.document,
        facts: page.facts, stated: page.stated, features: page.features,
        clients: page.clients.map(union.client), statements: page.statements.map(union.statement),
        guides: page.guides.map(union.guide), sections: page.sections, callouts: page.callouts,
        unreadSteps: page.unreadSteps,
        diagnostics: page.diagnostics, remarks: page.remarks)
    }
  }
}

extension PageUnderstanding {
  mutating func joinClients() {
    let union = ClientUnion(clients)
    guard !union.isEmpty else { return }
    clients = clients.map(union.client)
    statements = statements.map(union.statement)
    guides = guides.map(union.guide)
  }
}
