/// What is wrong with the certificate by which a server shows who it is.
package enum CertificateFault: Sendable, Equatable {
  case expired, notYetValid, otherName, selfSigned, revoked
  /// Whoever vouches for it is not known on this machine.
  case unknownIssuer
  /// What the library says.
  case other(String)

  package var sentence: String {
    switch self {
    case .expired: "its certificate has expired"
    case .notYetValid: "its certificate is not valid yet"
    case .otherName: "its certificate is for another name"
    case .selfSigned: "its certificate is self-signed"
    case .revoked: "its certificate was revoked"
    case .unknownIssuer: "the issuer of its certificate is not known here"
    case .other(let words): "its certificate is not accepted: \(words)"
    }
  }

  /// Whether browsers refuse it just so. They fetch certificates between an issuer's and the
  /// server's, and know issuers that this machine may not.
  var isCertain: Bool {
    switch self {
    case .expired, .notYetValid, .otherName, .selfSigned, .revoked: true
    case .unknownIssuer, .other: false
    }
  }
}
