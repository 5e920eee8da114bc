import GuideModel

extension SiteConfiguration {
  /// The standard vocabulary with this site's own clients and words before it.
  package var fullVocabulary: Vocabulary {
    var full = Vocabulary.standard
    for client in clients {
      let id = client.id ?? Slug.ascii(client.name, fallback: "client")
      full.clients.insert(
        Vocabulary.KnownClient(
          id: id, name: client.name, aliases: client.aliases, kind: client.kind ?? .unknown,
          profile: client.profile),
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

  /// What is known of each client; the site's own word counts before the built-in one.
  var profiles: [String: ClientProfile] {
    var profiles: [String: ClientProfile] = [:]
    for client in fullVocabulary.clients {
      guard var known = profiles[client.id] else {
        profiles[client.id] = client.profile
        continue
      }
      if known.platforms.isEmpty { known.platforms = client.profile.platforms }
      known.isDiscontinued = known.isDiscontinued ?? client.profile.isDiscontinued
      profiles[client.id] = known
    }
    return profiles
  }
}
