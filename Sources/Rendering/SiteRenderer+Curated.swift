import GuideModel

/// What a site shows of facts that its curators wrote down.
extension SiteRenderer {
  /// Devices and availability for choosing a client: a curator's word counts before the list that
  /// names no source.
  func profile(of client: Client) -> ClientProfile {
    var profile = settings.profiles[client.id] ?? .unknown
    if let platforms = client.platforms?.value { profile.platforms = platforms }
    if let lifecycle = client.lifecycle?.value {
      profile.isDiscontinued = lifecycle.status == .ended
    }
    return profile
  }

  /// The language of words, wherever they stand.
  func language(of excerpt: Excerpt) -> String {
    let curated = library.curated
    if let language = curated.languages[excerpt.evidence] { return language }
    guard curated.files[excerpt.evidence.path] != nil else {
      return language(of: excerpt.evidence.path)
    }
    return Self.language(ofName: excerpt.text) ?? settings.language
  }

  /// What a feature is called, by language: as curators say, else by the name by which pages know it.
  func names(of feature: Feature) -> [(language: String, text: String, evidence: [Evidence])] {
    let wordings = library.curated.feature(feature.id)?.names ?? []
    guard !wordings.isEmpty else {
      return [(Self.language(ofName: feature.name) ?? "ja", feature.name, feature.evidence)]
    }
    return wordings.map { wording in
      let text = wording.text.value
      return (
        wording.language ?? Self.language(ofName: text) ?? settings.language, text,
        // Pages know it by the one of its names that is the site's.
        wording.text.evidence + (text == feature.name ? feature.evidence : [])
      )
    }
  }

  /// Nil where letters do not tell.
  private static func language(ofName name: String) -> String? {
    name.utf8.allSatisfy { $0 < 0x80 } ? "en" : nil
  }

  /// What curators say that a feature is, in languages in which no page says it.
  func curatedDescriptions(of feature: Feature, except languages: Set<String>) -> [Excerpt] {
    (library.curated.feature(feature.id)?.descriptions ?? []).compactMap { wording in
      wording.text.evidence.first.map { Excerpt(wording.text.value, evidence: $0) }
    }.filter { !languages.contains(language(of: $0)) }
  }
}
