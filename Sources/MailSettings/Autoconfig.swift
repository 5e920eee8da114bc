import GuideModel

/// Mozilla's `config-v1.1.xml`, in the spelling that Thunderbird's reader takes.
extension SettingsWriter {
  func autoconfig(_ servers: ServersInFormat) -> ([UInt8], [SettingsLimit]) {
    var tree = XMLTree(root: "clientConfig", [("version", "1.1")])
    tree.open("emailProvider", [("id", provider.domains[0])])
    for domain in provider.domains { tree.add("domain", domain) }
    tree.add("displayName", provider.name)
    tree.add("displayShortName", provider.name)
    for server in servers.incoming {
      tree.open("incomingServer", [("type", server.mailProtocol.rawValue)])
      Self.write(server, into: &tree)
      tree.close()
    }
    for server in servers.outgoing {
      tree.open("outgoingServer", [("type", "smtp")])
      Self.write(server, into: &tree)
      tree.close()
    }
    if let page = provider.enabling {
      tree.open("enable", [("visiturl", page.url)])
      tree.add("instruction", page.title, [("lang", language)])
      tree.close()
    }
    for guide in guides {
      tree.open("documentation", [("url", guide.url)])
      tree.add("descr", guide.title, [("lang", guide.language)])
      tree.close()
    }
    tree.close()
    return (tree.bytes(), limits(servers))
  }

  private func limits(_ servers: ServersInFormat) -> [SettingsLimit] {
    var limits: [SettingsLimit] = [.someClientsOnly, .servedByDomain]
    let authentications = servers.all.map(\.authentication)
    if authentications.contains(.popBeforeSMTP) { limits.append(.receivingFirstByHand) }
    if authentications.contains(.oauth2) { limits.append(.oauthOfKnownServers) }
    if guides.isEmpty { limits.append(.withoutGuides) }
    return limits
  }

  private static func write(_ server: MailServer, into tree: inout XMLTree) {
    tree.add("hostname", server.host)
    tree.add("port", String(server.port))
    tree.add("socketType", socketType(server.security))
    if server.asksForUserName {
      switch server.userName {
      case .address: tree.add("username", "%EMAILADDRESS%")
      case .localPart: tree.add("username", "%EMAILLOCALPART%")
      case .assigned: break
      }
    }
    tree.add("authentication", authentication(server.authentication))
  }

  private static func socketType(_ security: MailServer.Security) -> String {
    switch security {
    case .none: "plain"
    case .startTLS: "STARTTLS"
    case .tls: "SSL"
    }
  }

  private static func authentication(_ authentication: MailServer.Authentication) -> String {
    switch authentication {
    case .password: "password-cleartext"
    case .encryptedPassword: "password-encrypted"
    case .oauth2: "OAuth2"
    // Any other spelling, even that of the old documentation, drops the server in Thunderbird.
    case .popBeforeSMTP: "smtp-after-pop"
    case .none: "none"
    }
  }
}
