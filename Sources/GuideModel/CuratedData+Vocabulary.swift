/// Curated names are names by which pages are read.
extension CuratedData {
  /// A vocabulary that knows the curated clients and features too; what is curated counts before what
  /// the vocabulary says of the same id.
  /// - Parameter language: that of the site; nil where it is not told.
  package func vocabulary(extending vocabulary: Vocabulary, language: String?) -> Vocabulary {
    var full = vocabulary
    for client in clients.reversed() { full.add(client) }
    for feature in features.reversed() { full.add(feature, language: language) }
    return full
  }
}

extension Vocabulary {
  fileprivate mutating func add(_ curated: CuratedClient) {
    let known = clients.filter { $0.id == curated.id }
    let name = curated.name?.value ?? known.first?.name ?? curated.id
    clients.removeAll { $0.id == curated.id }
    clients.insert(
      KnownClient(
        id: curated.id, name: name,
        aliases: Self.others(
          curated.aliases + known.flatMap { [$0.name] + $0.aliases }, than: name),
        kind: curated.kind?.value ?? known.first?.kind ?? .unknown,
        profile: known.first?.profile ?? .unknown), at: 0)
  }

  fileprivate mutating func add(_ curated: CuratedFeature, language: String?) {
    let known = features.first { $0.id == curated.id }
    let name = curated.name(in: language) ?? known?.name ?? curated.id
    let status = curated.status?.value
    features.removeAll { $0.id == curated.id }
    features.insert(
      KnownFeature(
        id: curated.id, name: name,
        aliases: Self.others(
          curated.names.map(\.text.value) + curated.aliases
            + (known.map { [$0.name] + $0.aliases } ?? []), than: name),
        isStandard: status?.isStandard ?? known?.isStandard ?? false,
        isDeprecated: status?.isDeprecated ?? known?.isDeprecated ?? false,
        supersededBy: status?.supersededBy ?? known?.supersededBy ?? []), at: 0)
  }

  /// Without repetition and without the name itself.
  private static func others(_ names: [String], than name: String) -> [String] {
    var seen: Set<String> = [name]
    return names.filter { seen.insert($0).inserted }
  }
}
