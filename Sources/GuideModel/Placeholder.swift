/// What a name in double braces stands for, such as `incoming.host` in `{{incoming.host}}`: a value
/// of the hosting company, or one of the reader's account.
package enum Placeholder: Hashable, Sendable {
  case server(Server, Property)
  case account(Account)
  case providerName
  case popBeforeSMTPMinutes

  package enum Server: String, Sendable, CaseIterable {
    /// The server to prefer for receiving, and that for sending.
    case incoming, outgoing
    /// The first server that speaks the protocol.
    case imap, pop3, smtp
  }

  package enum Property: String, Sendable, CaseIterable {
    case host, port, security
    case userName = "username"
    case mailProtocol = "protocol"
  }

  package enum Account: String, Sendable, CaseIterable {
    case address
    case userName = "username"
    case domain
  }

  /// In the order of the documentation.
  package static let all: [Placeholder] =
    Server.allCases.flatMap { server in Property.allCases.map { .server(server, $0) } }
    + Account.allCases.map { .account($0) } + [.providerName, .popBeforeSMTPMinutes]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// - Parameter name: what stands between the braces; nil comes of a name that nothing has.
  package init?(_ name: String) {
    guard let known = Self.byName[name] else { return nil }
    self = known
  }

  package var name: String {
    switch self {
    case .server(let server, let property): "\(server.rawValue).\(property.rawValue)"
    case .account(let part): "account.\(part.rawValue)"
    case .providerName: "provider.name"
    case .popBeforeSMTPMinutes: "pop_before_smtp.minutes"
    }
  }

  /// As authors write it.
  package var asWritten: String { "{{\(name)}}" }
}

extension ProviderSettings {
  /// The server that a placeholder means; nil where the company has none of that kind.
  package func server(_ server: Placeholder.Server) -> MailServer? {
    switch server {
    case .incoming: incoming.first
    case .outgoing: outgoing.first
    case .imap: incoming.first { $0.mailProtocol == .imap }
    case .pop3: incoming.first { $0.mailProtocol == .pop3 }
    case .smtp: outgoing.first { $0.mailProtocol == .smtp }
    }
  }

  /// Whether the company's file says what a placeholder stands for.
  package func defines(_ placeholder: Placeholder) -> Bool {
    switch placeholder {
    case .server(let server, _): self.server(server) != nil
    case .account, .providerName: true
    case .popBeforeSMTPMinutes: popBeforeSMTPMinutes != nil
    }
  }
}
