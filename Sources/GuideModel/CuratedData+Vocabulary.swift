/// Curated names are names by which pages are read.
extension CuratedData {
  /// A vocabulary that knows the curated clients and features too; what is curated counts before what
  /// the vocabulary says of the same id.
  /// - Parameter language: that of the site; nil where it is not told.
  package func vocabulary(extending vocabulary: Vocabulary, language: String?) -> Vocabulary {
    var full = vocabulary
    full.clients = Vocabulary.placed(clients, before: vocabulary.clients, id: \.id, of: \.id) {
      Vocabulary.client($0, known: $1)
    }
    full.features = Vocabulary.placed(features, before: vocabulary.features, id: \.id, of: \.id) {
      Vocabulary.feature($0, known: $1.first, language: language)
    }
    return full
  }
}

extension Vocabulary {
  /// What data says stands before what is known, each entry together with those of its id.
  fileprivate static func placed<Curated, Known>(
    _ curated: [Curated], before known: [Known], id: (Known) -> String,
    of curatedID: (Curated) -> String,
    merged: (Curated, [Known]) -> Known
  ) -> [Known] {
    var byID = Dictionary(grouping: known, by: id)
    for entry in curated.reversed() {
      byID[curatedID(entry)] = [merged(entry, byID[curatedID(entry)] ?? [])]
    }
    var placed: Set<String> = []
    let first = curated.compactMap { entry in
      placed.insert(curatedID(entry)).inserted ? byID[curatedID(entry)]?.first : nil
    }
    return first + known.filter { !placed.contains(id($0)) }
  }

  fileprivate static func client(_ curated: CuratedClient, known: [KnownClient]) -> KnownClient {
    let name = curated.name?.value ?? known.first?.name ?? curated.id
    return KnownClient(
      id: curated.id, name: name,
      aliases: others(curated.aliases + known.flatMap { [$0.name] + $0.aliases }, than: name),
      kind: curated.kind?.value ?? known.first?.kind ?? .unknown,
      profile: known.first?.profile ?? .unknown)
  }

  fileprivate static func feature(
    _ curated: CuratedFeature, known: KnownFeature?, language: String?
  ) -> KnownFeature {
    let name = curated.name(in: language) ?? known?.name ?? curated.id
    let status = curated.status?.value
    return KnownFeature(
      id: curated.id, name: name,
      aliases: others(
        curated.names.map(\.text.value) + curated.aliases
          + (known.map { [$0.name] + $0.aliases } ?? []), than: name),
      isStandard: status?.isStandard ?? known?.isStandard ?? false,
      isDeprecated: status?.isDeprecated ?? known?.isDeprecated ?? false,
      supersededBy: status?.supersededBy ?? known?.supersededBy ?? [])
  }

  /// Without repetition and without the name itself.
  private static func others(_ names: [String], than name: String) -> [String] {
    var seen: Set<String> = [name]
    return names.filter { seen.insert($0).inserted }
  }
}
