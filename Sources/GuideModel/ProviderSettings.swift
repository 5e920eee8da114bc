import SourceText

/// What a hosting company tells of its own servers in `provider.yml`: what guides, and files that set
/// a client up by itself, take their values from.
package struct ProviderSettings: Sendable {
  /// The company's name for readers.
  package var name: String
  /// The domains of its customers' mail addresses, in lower case; never empty.
  package var domains: [String]
  /// Servers for receiving, the one to prefer first; never empty.
  package var incoming: [MailServer]
  /// Servers for sending, the one to prefer first; never empty.
  package var outgoing: [MailServer]
  /// For how many minutes mail may be sent after it was received; nil where that is not how sending
  /// is allowed, or where the number is not told.
  package var popBeforeSMTPMinutes: Int?
  package var policies: [PolicyLink]
  /// A page on which customers must allow clients before any can be set up, and what to do there.
  package var enabling: PolicyLink?
  /// Whether files for clients may be published that say what is in no standard.
  package var publishesLegacyFiles: Bool
  /// The file itself, for the lines of what it says.
  package let file: SourceFile

  package init(
    name: String, domains: [String], incoming: [MailServer], outgoing: [MailServer],
    popBeforeSMTPMinutes: Int? = nil, policies: [PolicyLink] = [],
    enabling: PolicyLink? = nil, publishesLegacyFiles: Bool = false, file: SourceFile
  ) {
    self.name = name
    self.domains = domains
    self.incoming = incoming
    self.outgoing = outgoing
    self.popBeforeSMTPMinutes = popBeforeSMTPMinutes
    self.policies = policies
    self.enabling = enabling
    self.publishesLegacyFiles = publishesLegacyFiles
    self.file = file
  }
}

/// One server of a hosting company, with all that a client must know to use it.
package struct MailServer: Sendable, Equatable {
  package enum MailProtocol: String, Sendable, CaseIterable { case imap, pop3, smtp }

  /// How the connection is kept secret.
  package enum Security: String, Sendable, CaseIterable {
    /// Not at all.
    case none
    case startTLS = "starttls"
    /// From its first byte.
    case tls
  }

  /// What a customer types as user name.
  package enum UserName: Sendable, Equatable {
    /// The whole mail address.
    case address
    /// What stands before the `@`.
    case localPart
    /// What the company tells each customer, such as `ab1234`; an example of it.
    case assigned(example: String?)
  }

  package enum Authentication: String, Sendable, CaseIterable {
    case password
    case encryptedPassword = "encrypted-password"
    case oauth2
    /// Sending is allowed for a while after receiving.
    case popBeforeSMTP = "pop-before-smtp"
    case none
  }

  package let mailProtocol: MailProtocol
  /// In lower case.
  package let host: String
  package let port: Int
  package let security: Security
  package let userName: UserName
  package let authentication: Authentication
  /// The entry in the file.
  package let range: SourceRange

  package init(
    mailProtocol: MailProtocol, host: String, port: Int, security: Security, userName: UserName,
    authentication: Authentication, range: SourceRange
  ) {
    self.mailProtocol = mailProtocol
    self.host = host
    self.port = port
    self.security = security
    self.userName = userName
    self.authentication = authentication
    self.range = range
  }
}

/// A page on which the company says what its customers may do.
package struct PolicyLink: Sendable, Equatable {
  package let title: String
  /// `https:` or `http:`.
  package let url: String

  package init(title: String, url: String) {
    self.title = title
    self.url = url
  }
}
