/// A form of file from which clients, or servers of names, take a provider's settings.
package enum SettingsFormat: String, Sendable, CaseIterable {
  /// Mozilla's `config-v1.1.xml`.
  case autoconfig
  /// Outlook's answer of old, in plain XML.
  case autodiscover
  /// Apple's configuration profile.
  case mobileconfig
  /// Lines of a DNS zone by RFC 6186 and RFC 8314.
  case srv

  /// What people call it, within a sentence.
  package var name: String {
    switch self {
    case .autoconfig: "Mozilla's autoconfig"
    case .autodiscover: "Outlook's Autodiscover"
    case .mobileconfig: "Apple's configuration profile"
    case .srv: "the SRV records of RFC 6186"
    }
  }
}

/// A file that was made, and what must be said with it.
package struct SettingsFile: Sendable {
  package let format: SettingsFormat
  package let bytes: [UInt8]
  package let limits: [SettingsLimit]
}

/// A guide, or a page that leads to guides, in one language.
package struct GuideLink: Sendable, Equatable {
  package let language: String
  /// A whole address.
  package let url: String
  package let title: String

  package init(language: String, url: String, title: String) {
    self.language = language
    self.url = url
    self.title = title
  }
}
