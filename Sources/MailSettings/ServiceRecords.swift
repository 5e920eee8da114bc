import GuideModel

/// Lines of a DNS zone that say which services a domain has, and which it has not.
extension SettingsWriter {
  private static let services = [
    "_imap", "_imaps", "_pop3", "_pop3s", "_submission", "_submissions",
  ]

  /// Nothing but names, numbers and addresses without spaces goes into the lines, so that no text can
  /// add one.
  func serviceRecords(_ servers: ServersInFormat) -> ([UInt8], [SettingsLimit]) {
    var lines = guides.filter { Self.isPlain($0.url) && Self.isPlain($0.language) }
      .map { "; \($0.language): \($0.url)" }
    for domain in provider.domains {
      for service in Self.services {
        let owner = "\(service)._tcp.\(domain).\t3600\tIN\tSRV\t"
        let records = (Self.ranked(servers.incoming) + Self.ranked(servers.outgoing))
          .filter { Self.service(of: $0.server) == service }
        lines += records.map { owner + "\($0.priority) 1 \($0.server.port) \($0.server.host)." }
        if records.isEmpty { lines.append(owner + "0 0 0 .") }
      }
    }
    let isAssigned = servers.all.contains {
      if case .assigned = $0.userName { $0.asksForUserName } else { false }
    }
    return (
      Array((lines.joined(separator: "\n") + "\n").utf8),
      [.fewClients, .authenticationUnsaid, .hostsAreNoAliases]
        + (isAssigned ? [.assignedNameByHand] : [])
    )
  }

  /// Whether a text is letters, digits and signs of ASCII alone.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// What stands first is preferred.
  private static func ranked(_ servers: [MailServer]) -> [(priority: Int, server: MailServer)] {
    servers.enumerated().map { ($0 * 10, $1) }
  }

  private static func service(of server: MailServer) -> String {
    let isTLS = server.security == .tls
    return switch server.mailProtocol {
    case .imap: isTLS ? "_imaps" : "_imap"
    case .pop3: isTLS ? "_pop3s" : "_pop3"
    case .smtp: isTLS ? "_submissions" : "_submission"
    }
  }
}
