import GuideModel

/// Those of a provider's servers that a format can describe.
struct ServersInFormat {
  let incoming: [MailServer]
  let outgoing: [MailServer]
  /// What is said of servers that were left out because of others that the format can describe.
  let leftOut: [SettingsLimit]

  var all: [MailServer] { incoming + outgoing }

  /// - Throws: why the first server cannot be described, where none of its direction can.
  init(
    _ provider: ProviderSettings, _ format: SettingsFormat, allowsLegacy: Bool
  ) throws(Unsupported) {
    func obstacle(_ server: MailServer) -> Unsupported.Feature? {
      format.obstacle(server, allowsLegacy: allowsLegacy)
    }
    for servers in [provider.incoming, provider.outgoing] {
      let obstacles = servers.map(obstacle)
      if let first = servers.first, let feature = obstacles.first ?? nil,
        !obstacles.contains(nil)
      {
        throw Unsupported(format: format, feature: feature, server: first)
      }
    }
    incoming = provider.incoming.filter { obstacle($0) == nil }
    outgoing = provider.outgoing.filter { obstacle($0) == nil }
    leftOut = (provider.incoming + provider.outgoing).compactMap { server in
      obstacle(server).map { .leftOut(server, $0) }
    }
  }
}

extension SettingsFormat {
  /// What a server asks of its customers and the format cannot say; nil where it says all of it.
  func obstacle(_ server: MailServer, allowsLegacy: Bool) -> Unsupported.Feature? {
    let isSending = server.mailProtocol == .smtp
    switch server.authentication {
    case .popBeforeSMTP:
      switch self {
      case .autodiscover: return nil
      case .autoconfig: return allowsLegacy ? nil : .popBeforeSMTP
      case .mobileconfig, .srv: return .popBeforeSMTP
      }
    case .none:
      switch self {
      case .mobileconfig: return nil
      case .autoconfig, .autodiscover: return isSending ? nil : .unauthenticatedReceiving
      case .srv: return isSending ? .unauthenticatedSending : .unauthenticatedReceiving
      }
    case .encryptedPassword where self == .autodiscover: return .encryptedPassword
    case .oauth2 where self == .autodiscover || self == .mobileconfig: return .oauth2
    case .password, .encryptedPassword, .oauth2: break
    }
    switch (self, server.userName) {
    // Where a name has to be written, a made-up one would be taken for the customer's.
    case (.autoconfig, .assigned), (.autodiscover, .assigned): return .assignedUserName
    default: return nil
    }
  }
}

extension MailServer {
  /// Whether a client signs in with a user name.
  package var asksForUserName: Bool {
    switch authentication {
    case .password, .encryptedPassword, .oauth2: true
    case .popBeforeSMTP, .none: false
    }
  }
}
