import GuideModel

/// Makes files that set clients up from what a provider tells of its servers.
///
/// Goes in: the provider, and links to guides. Comes out: bytes, the same on every run, or why there
/// are none. Holds no address, user name or password of anybody.
package struct SettingsWriter: Sendable {
  let provider: ProviderSettings
  /// The provider's main language.
  let language: String
  /// Pages that help a customer on: one or more a language.
  let guides: [GuideLink]

  package init(provider: ProviderSettings, language: String, guides: [GuideLink]) {
    self.provider = provider
    self.language = language
    self.guides = guides
  }

  /// - Parameter allowsLegacy: whether a client may be told what is in no standard.
  package func file(
    _ format: SettingsFormat, allowsLegacy: Bool = false
  ) throws(Unsupported) -> SettingsFile {
    let servers = try ServersInFormat(provider, format, allowsLegacy: allowsLegacy)
    let (bytes, limits) =
      switch format {
      case .autoconfig: autoconfig(servers)
      case .autodiscover: autodiscover(servers)
      case .mobileconfig: mobileconfig(servers)
      case .srv: serviceRecords(servers)
      }
    let isClear = servers.all.contains { $0.security == .none && $0.authentication == .password }
    return SettingsFile(
      format: format, bytes: bytes,
      limits: limits + (isClear ? [.unencrypted] : []) + servers.leftOut)
  }
}
