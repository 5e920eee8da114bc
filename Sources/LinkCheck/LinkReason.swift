/// Why a link has its verdict: the closed list of what may happen on the way to a page.
package enum LinkReason: Sendable, Equatable {
  // Answers.
  case answers(Int)
  /// The page is the one that was seen before.
  case notModified
  case status(Int)
  case asksForPassword(Int)
  case botWall(String)
  /// Until when, in seconds since 1970, where the server says so.
  case rateLimited(until: Int?)

  // Ways to a server.
  case noSuchHost(String, timesAsked: Int)
  case lookupFails(String)
  case refused
  case unreachable
  case noConnection(seconds: Int)
  case proxyFails
  case certificate(CertificateFault)
  case encryptionFails

  // Ways through an answer.
  case noHeader(seconds: Int)
  case noEnd(seconds: Int)
  case breaksOff
  case noAnswer
  case notHTTP
  case cutShort
  case cannotBeUnpacked
  case unpacksWithoutEnd
  case headerTooLong

  // Redirects.
  case redirectLoop
  case tooManyRedirects(Int)
  case redirectWithoutPlace(Int)
  case redirectToScheme(String)
  case redirectToInvalid(String)

  // What is not asked.
  case invalid(String)
  case otherScheme(String)
  case holdsCredentials
  case privateAddress(String)
  case portNotAsked(Int)
  case offline
  case runTimeOver
  case interrupted

  /// What libcurl says where nothing above fits.
  case other(String)

  /// The reason as the rest of a sentence that begins with the link.
  package var sentence: String {
    switch self {
    case .answers(let status), .status(let status): StatusWords.text(status)
    case .notModified: "the page is as it was"
    case .asksForPassword(let status): "asks for a password (\(StatusWords.text(status)))"
    case .botWall(let name): "bot wall (\(name))"
    case .rateLimited(let until?): "rate-limited until \(UTCTime(until).minuteText)"
    case .rateLimited(nil): "rate-limited"
    case .noSuchHost(let host, _): "there is no host '\(host)'"
    case .lookupFails(let host): "the name '\(host)' cannot be looked up now"
    case .refused: "the connection is refused"
    case .unreachable: "there is no way to the host from here"
    case .noConnection(let seconds): "no connection within \(seconds) s"
    case .proxyFails: "the proxy does not let it through"
    case .certificate(let fault): fault.sentence
    case .encryptionFails: "no encrypted connection comes about"
    case .noHeader(let seconds): "times out after \(seconds) s without a header"
    case .noEnd(let seconds): "does not end within \(seconds) s"
    case .breaksOff: "the connection breaks off"
    case .noAnswer: "the connection ends without an answer"
    case .notHTTP: "what answers does not speak HTTP"
    case .cutShort: "the page ends before its end"
    case .cannotBeUnpacked: "the page cannot be unpacked"
    case .unpacksWithoutEnd: "the page unpacks into far more than it is"
    case .headerTooLong: "the header does not end"
    case .redirectLoop: "redirects in a circle"
    case .tooManyRedirects(let count): "redirects more than \(count) times"
    case .redirectWithoutPlace(let status): "\(StatusWords.text(status)) without a place to go to"
    case .redirectToScheme(let scheme): "redirects to a '\(scheme):' address, which is not followed"
    case .redirectToInvalid(let why): "redirects to an address that is not valid: \(why)"
    case .invalid(let why): "not a valid address: \(why)"
    case .otherScheme(let scheme): "'\(scheme):' addresses are not asked"
    case .holdsCredentials: "an address with a name or password is not asked"
    case .privateAddress(let address): "private address \(address) is not asked"
    case .portNotAsked(let port): "port \(port) is not asked"
    case .offline: "nothing is asked while offline"
    case .runTimeOver: "the run's time was over"
    case .interrupted: "the run was interrupted"
    case .other(let words): words
    }
  }
}
