import GuideModel

/// What is known of a client as a program, apart from its support: what curated files say counts
/// before the built-in list and the configuration.
struct ProgramFacts: Sendable {
  /// Empty where nobody says.
  let platforms: [ClientProfile.Platform]
  /// Nil where nobody says.
  let isDiscontinued: Bool?
  /// Where curated files say so; nil for what the built-in list and the configuration say.
  let evidence: Evidence?

  init(_ client: Client, profile: ClientProfile) {
    platforms = client.platforms?.value ?? profile.platforms
    isDiscontinued = client.lifecycle.map { $0.value.status == .ended } ?? profile.isDiscontinued
    evidence = client.platforms?.evidence.first ?? client.lifecycle?.evidence.first
  }
}
