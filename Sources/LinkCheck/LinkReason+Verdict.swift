/// The table of verdicts: what each reason means for readers who follow the link.
extension LinkReason {
  package var verdict: LinkVerdict {
    switch self {
    case .answers, .notModified: .alive
    case .status(let status): status == 404 || status == 410 ? .dead : .unsure
    case .asksForPassword, .botWall, .rateLimited: .unsure

    // One answer "no such name" may be a mistake of the moment; the second is not.
    case .noSuchHost(_, let timesAsked): timesAsked >= 2 ? .dead : .unsure
    case .refused: .dead
    case .certificate(let fault): fault.isCertain ? .dead : .unsure
    case .lookupFails, .unreachable, .noConnection, .proxyFails, .encryptionFails: .unsure

    case .noHeader, .noEnd, .breaksOff, .noAnswer, .notHTTP, .cutShort, .cannotBeUnpacked,
      .unpacksWithoutEnd, .headerTooLong, .other:
      .unsure

    case .redirectLoop, .tooManyRedirects, .redirectToInvalid: .dead
    case .redirectToScheme(let scheme): Self.neverFollowed.contains(scheme) ? .dead : .unsure
    case .redirectWithoutPlace: .unsure

    case .invalid: .dead
    case .runTimeOver: .unsure
    case .otherScheme, .holdsCredentials, .privateAddress, .portNotAsked, .offline, .interrupted:
      .notChecked
    }
  }

  /// Whether a link may have another verdict in a moment, so that it is asked once more.
  var deservesSecondRound: Bool {
    switch self {
    case .noSuchHost, .refused: true
    // A page that came for the whole time and did not end has had its time.
    case .rateLimited, .runTimeOver, .noEnd: false
    default: verdict == .unsure
    }
  }

  /// No browser goes from a page of the web to these.
  private static let neverFollowed: Set<String> = [
    "javascript", "vbscript", "data", "file", "blob", "about", "filesystem",
  ]
}
