import GuideModel

/// Every fact that a compatibility list publishes, as the places that it rests on: what is numbered as
/// evidence, and what is counted.
struct CompatibilityFacts {
  /// Those of all facts, in their order.
  private(set) var places: [Evidence] = []
  private(set) var count = 0
  /// How many facts nobody can look up: what wikiguide's own list says and no file of the site.
  private(set) var unsourced = 0

  init(_ list: CompatibilityList, site: SiteRenderer) {
    for client in list.clients { add(client, site.library.curated) }
    for feature in list.features {
      for name in site.names(of: feature) { add(name.evidence) }
      for description in site.descriptions(of: feature) { add(description.evidence) }
      add(feature.curatedStatus?.evidence ?? [])
      for specification in feature.specifications { add(specification.evidence) }
    }
    for row in list.rows where row.level != nil {
      add(row.evidence)
      for requirement in row.requirements { add(requirement.excerpt.evidence) }
      for note in row.notes { add(note.evidence) }
      if let verification = row.verification { add(verification.evidence) }
    }
  }

  private mutating func add(_ client: Client, _ curated: CuratedData) {
    add(client.evidence)
    if client.kind != .unknown { add(curated.client(client.id)?.kind?.evidence ?? []) }
    if client.distribution.model != .unknown { add(client.distribution.evidence) }
    for link in client.links {
      add(link.evidence)
      if let moved = link.movedTo { add(moved.evidence) }
      if let gone = link.isGone, gone.value { add(gone.evidence) }
    }
    for places in [
      client.vendor?.evidence, client.platforms?.evidence, client.license?.evidence,
      client.lifecycle?.evidence,
    ] {
      if let places { add(places) }
    }
  }

  /// Counts a fact.
  private mutating func add(_ evidence: [Evidence]) {
    places += evidence
    count += 1
    if evidence.isEmpty { unsourced += 1 }
  }

  private mutating func add(_ place: Evidence) {
    places.append(place)
    count += 1
  }
}
