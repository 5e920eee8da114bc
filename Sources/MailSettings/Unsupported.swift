import GuideModel

/// Why a file is not made: it would not say how the provider's servers are used, and would set clients
/// up in a way that does not work.
package struct Unsupported: Error, Sendable, Equatable {
  package let format: SettingsFormat
  package let feature: Feature
  /// The first server that cannot be described.
  package let server: MailServer

  /// What a provider asks of its customers that not every format can say.
  package enum Feature: String, Sendable, CaseIterable {
    case popBeforeSMTP = "pop-before-smtp"
    case assignedUserName = "assigned-user-name"
    case encryptedPassword = "encrypted-password"
    case oauth2
    case unauthenticatedReceiving = "unauthenticated-receiving"
    case unauthenticatedSending = "unauthenticated-sending"

    /// What the provider wants, as the end of "cannot say that …".
    var claim: String {
      switch self {
      case .popBeforeSMTP: "mail is received before it is sent (POP before SMTP)"
      case .assignedUserName: "user names are assigned by the provider"
      case .encryptedPassword: "passwords are sent encrypted, as by CRAM-MD5"
      case .oauth2: "customers sign in by OAuth2"
      case .unauthenticatedReceiving: "mail is received without signing in"
      case .unauthenticatedSending: "mail is sent without signing in"
      }
    }
  }

  /// One sentence in lower case.
  package var reason: String { "\(format.name) cannot say that \(feature.claim)" }

  /// What customers have to do as there is no file.
  package var instead: String {
    switch feature {
    case .popBeforeSMTP:
      "customers set their client up by its guide, and receive mail before they send"
    case .assignedUserName:
      "customers set their client up by its guide, and type the user name that they were given"
    case .encryptedPassword, .oauth2, .unauthenticatedReceiving, .unauthenticatedSending:
      "customers set their client up by its guide"
    }
  }

  /// Whether `--legacy` writes the file all the same.
  package var isWrittenAsLegacy: Bool { format == .autoconfig && feature == .popBeforeSMTP }
}
