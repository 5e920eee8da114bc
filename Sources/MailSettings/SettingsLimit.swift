import GuideModel

/// What a file does not do, to be said wherever it is offered.
package enum SettingsLimit: Sendable, Equatable {
  /// Autoconfig: only Thunderbird and clients that follow it read it.
  case someClientsOnly
  /// Autoconfig: clients look for it in two places of the domain.
  case servedByDomain
  /// Autoconfig with `--legacy`: nothing makes a client receive first.
  case receivingFirstByHand
  /// Autoconfig: OAuth2 works with servers that the client knows already.
  case oauthOfKnownServers
  /// Autoconfig: without the site's address, guides cannot be named.
  case withoutGuides
  /// Autodiscover: Outlook up to 2019, for accounts that are not Exchange.
  case oldOutlookOnly
  /// Autodiscover: the file is the same for everybody, a program would answer for each address.
  case userNameByHand
  /// Profile: the device warns, since nobody signed it.
  case unsigned
  /// Profile: it holds no address, user name or password.
  case deviceAsks
  /// Profile: one server of each direction.
  case oneServerEach
  /// Profile: it says TLS, not how TLS begins.
  case kindOfTLSUnsaid
  /// SRV: few clients look for it.
  case fewClients
  /// SRV: how customers sign in cannot be said.
  case authenticationUnsaid
  /// SRV: clients try the address, then what stands before the `@`.
  case assignedNameByHand
  /// SRV: the named hosts have address records of their own.
  case hostsAreNoAliases
  /// Passwords are sent as they are.
  case unencrypted
  /// A server that the format cannot describe.
  case leftOut(MailServer, Unsupported.Feature)

  /// The name by which words for customers are found; nil for what concerns only who serves the file.
  package var nameForCustomers: String? {
    switch self {
    case .someClientsOnly: "some-clients-only"
    case .receivingFirstByHand: "receiving-first-by-hand"
    case .oauthOfKnownServers: "oauth-of-known-servers"
    case .oldOutlookOnly: "old-outlook-only"
    case .userNameByHand: "user-name-by-hand"
    case .unsigned: "unsigned"
    case .deviceAsks: "device-asks"
    case .unencrypted: "unencrypted"
    case .servedByDomain, .withoutGuides, .oneServerEach, .kindOfTLSUnsaid, .fewClients,
      .authenticationUnsaid, .assignedNameByHand, .hostsAreNoAliases, .leftOut:
      nil
    }
  }

  /// The names that `nameForCustomers` may give.
  package static let namesForCustomers: [String] = [
    Self.someClientsOnly, .receivingFirstByHand, .oauthOfKnownServers, .oldOutlookOnly,
    .userNameByHand, .unsigned, .deviceAsks, .unencrypted,
  ].compactMap(\.nameForCustomers)

  /// One sentence in lower case for who makes the file.
  package var sentence: String {
    switch self {
    case .someClientsOnly: "only Thunderbird and clients that follow it read this file"
    case .servedByDomain:
      "clients look for it at https://autoconfig.DOMAIN/mail/config-v1.1.xml and "
        + "https://DOMAIN/.well-known/autoconfig/mail/config-v1.1.xml"
    case .receivingFirstByHand:
      "'smtp-after-pop' is in no current format; Thunderbird sends without signing in, and nothing "
        + "makes it receive first: keep that step in the guide"
    case .oauthOfKnownServers:
      "clients use OAuth2 only with servers that they were built to know"
    case .withoutGuides:
      "it names no guides, since 'base_url' in wikiguide.yml does not say where they are"
    case .oldOutlookOnly:
      "only old Outlook reads it, up to 2019; newer ones do not ask for accounts like these"
    case .userNameByHand:
      "a file that is the same for everybody cannot hold the customer's address: Outlook asks by "
        + "POST, and a program that answers would add <LoginName>; else customers type it"
    case .unsigned: "it is not signed: the device warns before it is installed"
    case .deviceAsks:
      "it holds no address, no user name and no password; the device asks for them"
    case .oneServerEach: "a profile sets up one server of each direction: the first"
    case .kindOfTLSUnsaid:
      "a profile says that TLS is used, not that it begins with STARTTLS; the device finds out"
    case .fewClients: "few clients look for these records"
    case .authenticationUnsaid: "they cannot say how customers sign in"
    case .assignedNameByHand:
      "clients try the address and what stands before its '@'; customers type the assigned name"
    case .hostsAreNoAliases: "the hosts need address records of their own; a CNAME is not allowed"
    case .unencrypted: "passwords cross the network as they are: a server has 'security: none'"
    case .leftOut(let server, let feature):
      "'\(server.host)' (\(server.mailProtocol.rawValue), \(server.port)) is left out: it cannot "
        + "be said that \(feature.claim)"
    }
  }
}
