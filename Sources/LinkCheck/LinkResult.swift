/// What came out for one link. It never holds a password, wherever one stood.
package struct LinkResult: Sendable, Equatable {
  /// The address in its normal form, without fragment; as written where it has no such form.
  package var url: String
  package var verdict: LinkVerdict
  package var reason: LinkReason
  /// The last answer's status, where there was an answer.
  package var status: Int?
  /// Where redirects led, when that is another address.
  package var finalURL: String?
  /// Whether every redirect on the way said that it is for good.
  package var isPermanentlyMoved = false
  /// The addresses that redirects led to, in their order.
  package var hops: [String] = []
  package var missingFragments: [MissingFragment] = []
  /// The fragments that were looked for and found.
  package var foundFragments: [String] = []
  package var notes: [LinkNote] = []
  /// By which a server knows the page again.
  package var etag: String?
  package var lastModified: String?
  /// How long the server was being asked, waiting in queues left out, in milliseconds.
  package var milliseconds = 0

  package init(url: String, verdict: LinkVerdict, reason: LinkReason) {
    self.url = url
    self.verdict = verdict
    self.reason = reason
  }
}

/// A fragment that the page does not have.
package struct MissingFragment: Sendable, Equatable {
  /// As written, without `#`.
  package let fragment: String
  /// False where a script may add it, or where the page was not read to its end.
  package let isCertain: Bool

  package init(fragment: String, isCertain: Bool) {
    self.fragment = fragment
    self.isCertain = isCertain
  }
}

/// What a reader of the report should know of a link beyond its verdict.
package enum LinkNote: Sendable, Equatable {
  case redirectsToOtherHost(String)
  /// A link to a page ends at the first page of a host: the page is likely gone.
  case redirectsToHomePage
  /// A protected address leads to one that is not.
  case losesEncryption
  /// A redirect held a name or a password, which was not sent.
  case redirectHeldCredentials
  /// The fragment that a redirect leads to is not on the page.
  case redirectFragmentMissing(String)
  /// The page is delivered as found, and says that it is not there.
  case saysNotFound(String)
  /// The page is what the host gives for an address that cannot exist.
  case looksLikeMissingPage

  package var sentence: String {
    switch self {
    case .redirectsToOtherHost(let host): "redirects to another host, '\(host)'"
    case .redirectsToHomePage: "redirects to the home page, so the page is likely gone"
    case .losesEncryption: "redirects from https to http"
    case .redirectHeldCredentials: "redirects to an address with a name or password, not sent"
    case .redirectFragmentMissing(let fragment):
      "redirects to '#\(fragment)', which the page does not have"
    case .saysNotFound(let words): "likely dead: the page says '\(words)'"
    case .looksLikeMissingPage:
      "likely dead: the host gives the same page for an address that does not exist"
    }
  }
}
