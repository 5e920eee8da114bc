import GuideModel

extension SiteConfiguration {
  /// The standard vocabulary with this site's own clients and words before it.
  package var fullVocabulary: Vocabulary {
    var full = Vocabulary.standard
    for client in clients {
      let id = client.id ?? Slug.ascii(client.name, fallback: "client")
      full.clients.insert(
        Vocabulary.KnownClient(
          id: id, name: client.name, aliases: client.aliases, kind: client.kind ?? .unknown),
        at: 0)
    }
    full.sections[.clientList, default: []] += vocabulary.clientList
    full.sections[.setup, default: []] += vocabulary.setup
    full.sections[.operation, default: []] += vocabulary.operation
    full.sections[.troubleshooting, default: []] += vocabulary.troubleshooting
    for level in SupportLevel.allCases {
      full.levels[level, default: []] += vocabulary.levels[level] ?? []
    }
    return full
  }
}
