import GuideModel
import SourceText

/// The servers of `provider.yml`.
extension ConfigurationDecoder {
  enum MailServerKey: String, CaseIterable {
    case host, port, security, username, authentication
    case mailProtocol = "protocol"
    case userNameExample = "username_example"
  }

  enum SendingKey: String, CaseIterable {
    case host, port, security, username, authentication
    case userNameExample = "username_example"
  }

  enum ReceivingProtocol: String, CaseIterable { case imap, pop3 }

  enum UserNameForm: String, CaseIterable {
    case address, assigned
    case localPart = "local-part"

    func userName(example: String?) -> MailServer.UserName {
      switch self {
      case .address: .address
      case .localPart: .localPart
      case .assigned: .assigned(example: example)
      }
    }
  }

  enum ReceivingAuthentication: String, CaseIterable {
    case password, oauth2, none
    case encryptedPassword = "encrypted-password"
  }

  /// A server for sending whose user name may have been left out.
  struct OutgoingServer {
    fileprivate let parts: Parts
    fileprivate let range: SourceRange

    /// Where sending asks for no user name, none needs to be written.
    func server(userNameOfIncoming userName: MailServer.UserName) -> MailServer {
      parts.server(.smtp, userName: parts.userName ?? userName, range: range)
    }
  }

  /// What an entry says, once nothing in it is missing.
  fileprivate struct Parts {
    let host: String
    let port: Int
    let security: MailServer.Security
    let userName: MailServer.UserName?
    let authentication: MailServer.Authentication

    func server(
      _ mailProtocol: MailServer.MailProtocol, userName: MailServer.UserName, range: SourceRange
    ) -> MailServer {
      MailServer(
        mailProtocol: mailProtocol, host: host, port: port, security: security,
        userName: userName, authentication: authentication, range: range)
    }
  }

  // MARK: - Entries

  mutating func incomingServer(_ node: ConfigurationNode) -> MailServer? {
    let owner = "a server for receiving"
    let entries = entries(node, MailServerKey.self, of: owner)
    var mailProtocol: MailServer.MailProtocol?
    if let value = entries.first(where: { $0.0 == .mailProtocol })?.1 {
      let choice: ReceivingProtocol? = choice(value, of: MailServerKey.mailProtocol.rawValue)
      mailProtocol = choice.flatMap { MailServer.MailProtocol(rawValue: $0.rawValue) }
    } else if case .table = node.content {
      reportMissing(.mailProtocol, of: owner, node, choices: ReceivingProtocol.self)
    }
    let parts = parts(entries, mailProtocol, of: owner, node)
    guard let mailProtocol, let parts, let userName = parts.userName else { return nil }
    return parts.server(mailProtocol, userName: userName, range: node.range)
  }

  mutating func outgoingServer(_ node: ConfigurationNode) -> OutgoingServer? {
    let owner = "a server for sending"
    let entries = entries(node, SendingKey.self, of: owner).compactMap { key, value in
      MailServerKey(rawValue: key.rawValue).map { ($0, value) }
    }
    return parts(entries, .smtp, of: owner, node).map {
      OutgoingServer(parts: $0, range: node.range)
    }
  }

  private mutating func parts(
    _ entries: [(MailServerKey, ConfigurationNode)], _ mailProtocol: MailServer.MailProtocol?,
    of owner: String, _ node: ConfigurationNode
  ) -> Parts? {
    var host: String?
    var port: (number: Int, node: ConfigurationNode)?
    var security: MailServer.Security?
    var form: UserNameForm?
    var example: (text: String, node: ConfigurationNode)?
    var authentication: MailServer.Authentication?
    for (key, value) in entries {
      switch key {
      case .mailProtocol: break
      case .host: host = internetName(value, of: "the name of a server", example: "mail.example.jp")
      case .port: port = self.port(value).map { ($0, value) }
      case .security: security = choice(value, of: key.rawValue)
      case .username: form = choice(value, of: key.rawValue)
      case .userNameExample: example = text(value, of: key.rawValue).map { ($0, value) }
      case .authentication:
        authentication = self.authentication(value, isSending: mailProtocol == .smtp)
      }
    }
    let written = Set(entries.map(\.0))
    let needsUserName = mailProtocol != .smtp || authentication?.asksForUserName == true
    reportMissing(
      written, isSending: mailProtocol == .smtp, needsUserName: needsUserName, of: owner, node)
    if let example, form != .assigned {
      report(
        "'\(MailServerKey.userNameExample.rawValue)' is for assigned user names only",
        example.node, help: "take it out, or write 'username: assigned'")
    }
    guard let mailProtocol, let host, let security, let authentication,
      port != nil || !written.contains(.port),
      form != nil || !needsUserName && !written.contains(.username)
    else { return nil }
    if let port { reportUnusual(port.number, mailProtocol, security, port.node) }
    return Parts(
      host: host, port: port?.number ?? Self.usualPort(mailProtocol, security),
      security: security, userName: form?.userName(example: example?.text),
      authentication: authentication)
  }

  private mutating func reportMissing(
    _ written: Set<MailServerKey>, isSending: Bool, needsUserName: Bool, of owner: String,
    _ node: ConfigurationNode
  ) {
    // That it is no table was said already.
    guard case .table = node.content else { return }
    if !written.contains(.host) { reportMissing(.host, of: owner, node) }
    if !written.contains(.security) {
      reportMissing(.security, of: owner, node, choices: MailServer.Security.self)
    }
    if !written.contains(.authentication) {
      if isSending {
        reportMissing(.authentication, of: owner, node, choices: MailServer.Authentication.self)
      } else {
        reportMissing(.authentication, of: owner, node, choices: ReceivingAuthentication.self)
      }
    }
    if needsUserName, !written.contains(.username) {
      reportMissing(.username, of: owner, node, choices: UserNameForm.self)
    }
  }

  private mutating func authentication(
    _ node: ConfigurationNode, isSending: Bool
  ) -> MailServer.Authentication? {
    let key = MailServerKey.authentication.rawValue
    if isSending { return choice(node, of: key) }
    if Self.isText(node, MailServer.Authentication.popBeforeSMTP.rawValue) {
      report(
        "receiving cannot be allowed by receiving: 'pop-before-smtp' is for outgoing servers", node,
        help: "write how customers sign in, as in 'authentication: password'")
      return nil
    }
    let choice: ReceivingAuthentication? = choice(node, of: key)
    return choice.flatMap { MailServer.Authentication(rawValue: $0.rawValue) }
  }

  private mutating func reportMissing(
    _ key: MailServerKey, of owner: String, _ node: ConfigurationNode
  ) {
    report("\(owner) has no '\(key.rawValue)'", node, help: "add '\(key.rawValue): …'")
  }

  private mutating func reportMissing<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: MailServerKey, of owner: String, _ node: ConfigurationNode, choices: Choice.Type
  ) {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      "\(owner) has no '\(key.rawValue)'", node,
      help: "add '\(key.rawValue): …', one of: \(names)")
  }

  // MARK: - Ports

  static func usualPort(
    _ mailProtocol: MailServer.MailProtocol, _ security: MailServer.Security
  ) -> Int {
    switch mailProtocol {
    case .imap: security == .tls ? 993 : 143
    case .pop3: security == .tls ? 995 : 110
    case .smtp: security == .tls ? 465 : 587
    }
  }

  /// Ports that servers of a protocol commonly have, and whether they speak TLS from the first byte.
  private static let knownPorts: [(port: Int, of: MailServer.MailProtocol, isTLS: Bool)] = [
    (143, .imap, false), (993, .imap, true), (110, .pop3, false), (995, .pop3, true),
    (25, .smtp, false), (587, .smtp, false), (465, .smtp, true),
  ]

  /// Such a server may exist, but a slip is more likely.
  private mutating func reportUnusual(
    _ port: Int, _ mailProtocol: MailServer.MailProtocol, _ security: MailServer.Security,
    _ node: ConfigurationNode
  ) {
    guard let known = Self.knownPorts.first(where: { $0.port == port }) else { return }
    if known.of != mailProtocol {
      report(
        "\(port) is a port of \(known.of.rawValue), and this server is one of "
          + mailProtocol.rawValue, node,
        help: "the usual port is \(Self.usualPort(mailProtocol, security))", severity: .warning)
    } else if known.isTLS != (security == .tls) {
      report(
        "port \(port) with security '\(security.rawValue)' is unusual", node,
        help: known.isTLS
          ? "servers speak TLS there from the first byte: 'security: tls'"
          : "servers begin without TLS there: 'security: starttls' or 'none'", severity: .warning)
    }
  }
}

extension MailServer.Authentication {
  /// Where sending is allowed without signing in, there is no user name to type.
  fileprivate var asksForUserName: Bool {
    switch self {
    case .password, .encryptedPassword, .oauth2: true
    case .popBeforeSMTP, .none: false
    }
  }
}
