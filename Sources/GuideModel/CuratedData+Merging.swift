/// Curated facts beside those of pages. What a page states is kept: it is what customers read.
extension CuratedData {
  /// Clients of pages with what is curated of them, and those of which only curated statements speak.
  /// Sorted by id.
  func completing(_ pageClients: [Client], vocabulary: Vocabulary) -> [Client] {
    guard !clients.isEmpty else { return pageClients }
    var byID = Dictionary(uniqueKeysWithValues: pageClients.map { ($0.id, $0) })
    for id in Set(statements.map(\.clientID)) where byID[id] == nil {
      let known = vocabulary.clients.first { $0.id == id }
      let name = known?.name ?? id
      byID[id] = Client(id: id, name: name, asWritten: [name], kind: known?.kind ?? .unknown)
    }
    for curated in clients { byID[curated.id]?.add(curated) }
    return byID.values.sorted { $0.id < $1.id }
  }

  /// Features of pages with what is curated of them, and those of which only curated statements
  /// speak, where it is known what they are. Sorted by id.
  func completing(_ pageFeatures: [Feature], vocabulary: Vocabulary) -> [Feature] {
    guard !features.isEmpty || !statements.isEmpty else { return pageFeatures }
    var byID = Dictionary(uniqueKeysWithValues: pageFeatures.map { ($0.id, $0) })
    for statement in statements where byID[statement.featureID] == nil {
      guard let known = vocabulary.features.first(where: { $0.id == statement.featureID }) else {
        continue
      }
      let place = feature(known.id)?.evidence ?? statement.evidence.first
      byID[known.id] = Feature(
        id: known.id, name: known.name, aliases: known.aliases, isStandard: known.isStandard,
        isDeprecated: known.isDeprecated, supersededBy: known.supersededBy,
        evidence: place.map { [$0] } ?? [])
    }
    for curated in features {
      byID[curated.id]?.curatedStatus = curated.status
      byID[curated.id]?.specifications = curated.specifications
    }
    return byID.values.sorted { $0.id < $1.id }
  }
}

extension Client {
  fileprivate mutating func add(_ curated: CuratedClient) {
    name = curated.name?.value ?? name
    for alias in curated.aliases where !aliases.contains(alias) { aliases.append(alias) }
    kind = curated.kind?.value ?? kind
    vendor = curated.vendor
    platforms = curated.platforms
    lifecycle = curated.lifecycle
    license = curated.license
    if distribution.model == .unknown, let known = curated.distribution {
      distribution = Distribution(
        model: known.value, asWritten: known.value.rawValue, evidence: known.evidence)
    }
    for link in curated.links { add(link) }
    evidence.append(curated.evidence)
  }

  /// Says of a page's link whether it has moved or is gone; adds a link that no page has, but no
  /// second home page.
  private mutating func add(_ link: ClientLink) {
    if let index = links.firstIndex(where: { $0.leadsWhere(link) }) {
      links[index].movedTo = link.movedTo
      links[index].isGone = link.isGone
    } else if link.relation != .homepage || !links.contains(where: { $0.relation == .homepage }) {
      links.append(link)
    }
  }
}

extension ClientLink {
  /// Whether two links have the same address; a slash at its end makes no difference.
  package func leadsWhere(_ other: ClientLink) -> Bool {
    Self.withoutSlash(url) == Self.withoutSlash(other.url)
  }

  private static func withoutSlash(_ url: String) -> Substring {
    url.hasSuffix("/") ? url.dropLast() : url[...]
  }
}
