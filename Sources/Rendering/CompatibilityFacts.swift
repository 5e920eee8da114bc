import GuideModel

/// Every fact that a compatibility list publishes, as the places that it rests on: what is numbered as
/// evidence, and what is counted.
struct CompatibilityFacts {
  /// Empty for what wikiguide's own list says and no file of the site.
  private(set) var places: [[Evidence]] = []

  init(_ list: CompatibilityList, site: SiteRenderer) {
    for client in list.clients { add(client, site.library.curated) }
    for feature in list.features {
      places += site.names(of: feature).map(\.evidence)
      places += site.descriptions(of: feature).map { [$0.evidence] }
      places.append(feature.curatedStatus?.evidence ?? [])
      places += feature.specifications.map(\.evidence)
    }
    for row in list.rows where row.level != nil {
      places.append(row.evidence)
      places += row.requirements.map { [$0.excerpt.evidence] }
      places += row.notes.map { [$0.evidence] }
      places += row.verification.map { [[$0.evidence]] } ?? []
    }
  }

  private mutating func add(_ client: Client, _ curated: CuratedData) {
    places.append(client.evidence)
    if client.kind != .unknown { places.append(curated.client(client.id)?.kind?.evidence ?? []) }
    if client.distribution.model != .unknown { places.append(client.distribution.evidence) }
    for link in client.links {
      places.append([link.evidence])
      if let moved = link.movedTo { places.append(moved.evidence) }
      if let gone = link.isGone, gone.value { places.append(gone.evidence) }
    }
    places += [
      client.vendor?.evidence, client.platforms?.evidence, client.license?.evidence,
      client.lifecycle?.evidence,
    ].compactMap { $0 }
  }

  var count: Int { places.count }
  /// How many of them nobody can look up.
  var unsourced: Int { places.count(where: \.isEmpty) }
}
