import GuideModel
import SourceText

/// What a hosting company tells of its servers: `provider.yml`.
///
/// Nothing is guessed but a port that was left out: what a customer must type is written, or a finding.
extension ConfigurationDecoder {
  enum ProviderKey: String, CaseIterable {
    case name, domains, incoming, outgoing, policies, enable, legacy
    case popBeforeSMTPMinutes = "pop_before_smtp_minutes"

    var example: String {
      switch self {
      case .domains: "add '\(rawValue): [example.jp]'"
      case .incoming, .outgoing: "add '\(rawValue):' with a list of servers"
      case .name, .policies, .enable, .legacy, .popBeforeSMTPMinutes: "add '\(rawValue): …'"
      }
    }
  }

  enum PolicyKey: String, CaseIterable { case title, url }

  /// - Returns: nil where the name, the domains or the servers of one direction are missing or wrong.
  mutating func provider(_ root: ConfigurationNode) -> ProviderSettings? {
    var name: String?
    var domains: [String] = []
    var incoming: [MailServer] = []
    var outgoing: [OutgoingServer] = []
    var minutes: (Int, ConfigurationNode)?
    var policies: [PolicyLink] = []
    var enabling: PolicyLink?
    var isLegacy = false
    let entries = entries(root, ProviderKey.self, of: "the provider")
    for (key, value) in entries {
      switch key {
      case .name: name = text(value, of: key.rawValue)
      case .domains: domains = self.domains(value)
      case .incoming:
        incoming = filled(value, of: key.rawValue).compactMap { incomingServer($0) }
      case .outgoing:
        outgoing = filled(value, of: key.rawValue).compactMap { outgoingServer($0) }
      case .popBeforeSMTPMinutes: minutes = self.minutes(value).map { ($0, value) }
      case .policies:
        policies = list(value, of: key.rawValue).compactMap { page($0, of: "a policy") }
      case .enable: enabling = page(value, of: "'\(key.rawValue)'")
      case .legacy: isLegacy = truth(value, of: key.rawValue) ?? false
      }
    }
    for key in [ProviderKey.name, .domains, .incoming, .outgoing]
    where !entries.contains(where: { $0.0 == key }) {
      report("the provider has no '\(key.rawValue)'", root, help: key.example)
    }
    guard let name, let first = incoming.first, !domains.isEmpty, !outgoing.isEmpty else {
      return nil
    }
    let sending = outgoing.map { $0.server(userNameOfIncoming: first.userName) }
    if let (_, node) = minutes, !sending.contains(where: { $0.authentication == .popBeforeSMTP }) {
      report(
        "'\(ProviderKey.popBeforeSMTPMinutes.rawValue)' is set, but no outgoing server has the "
          + "authentication 'pop-before-smtp'", node,
        help: "take it out, or write 'authentication: pop-before-smtp' at an outgoing server")
    }
    return ProviderSettings(
      name: name, domains: domains, incoming: incoming, outgoing: sending,
      popBeforeSMTPMinutes: minutes?.0, policies: policies, enabling: enabling,
      publishesLegacyFiles: isLegacy, file: file)
  }

  // MARK: - Values

  /// A list of which at least one entry is expected.
  private mutating func filled(
    _ node: ConfigurationNode, of key: String
  ) -> [ConfigurationNode] {
    let entries = list(node, of: key)
    if case .list = node.content, entries.isEmpty {
      report("'\(key)' is empty; it takes at least one entry", node)
    }
    return entries
  }

  private mutating func domains(_ node: ConfigurationNode) -> [String] {
    var domains: [String] = []
    for entry in filled(node, of: ProviderKey.domains.rawValue) {
      guard
        let domain = internetName(entry, of: "the domain of a mail address", example: "example.jp")
      else { continue }
      if domains.contains(domain) {
        report("the domain '\(domain)' stands twice", entry, severity: .warning)
      } else {
        domains.append(domain)
      }
    }
    return domains
  }

  /// The name of a host or a domain, in lower case.
  mutating func internetName(
    _ node: ConfigurationNode, of what: String, example: String
  ) -> String? {
    guard let text = text(node, of: what) else { return nil }
    let name = text.lowercased()
    guard InternetName.isValid(name) else {
      let isForeign = text.utf8.contains { $0 >= 0x80 }
      report(
        "'\(text)' is not \(what)", node,
        help: isForeign
          ? "write it in ASCII letters, as 'xn--…'" : "write it as '\(example)'")
      return nil
    }
    return name
  }

  private mutating func minutes(_ node: ConfigurationNode) -> Int? {
    let key = ProviderKey.popBeforeSMTPMinutes.rawValue
    guard let text = text(node, of: key) else { return nil }
    guard let minutes = Int(text), minutes > 0 else {
      reportType(node, of: key, expected: "a number of minutes from 1 on")
      return nil
    }
    return minutes
  }

  private mutating func page(
    _ node: ConfigurationNode, of owner: String
  ) -> PolicyLink? {
    var title: String?
    var url: String?
    let entries = entries(node, PolicyKey.self, of: owner)
    for (key, value) in entries {
      switch key {
      case .title: title = text(value, of: key.rawValue)
      case .url: url = pageAddress(value)
      }
    }
    guard case .table = node.content else { return nil }
    for key in PolicyKey.allCases where !entries.contains(where: { $0.0 == key }) {
      report("\(owner) has no '\(key.rawValue)'", node, help: "add '\(key.rawValue): …'")
    }
    guard let title, let url else { return nil }
    return PolicyLink(title: title, url: url)
  }

  /// The address of a page that a browser can open.
  private mutating func pageAddress(_ node: ConfigurationNode) -> String? {
    guard let text = text(node, of: PolicyKey.url.rawValue) else { return nil }
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix),
      let first = text.utf8.dropFirst(scheme.utf8.count).first, first != UInt8(ascii: "/"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else {
      report(
        "the url '\(text)' is no address of a page", node,
        help: "write it like 'https://www.example.jp/policy'")
      return nil
    }
    return text
  }
}
