/// One address on its way through redirects to a verdict.
struct LinkJob {
  let start: LinkAddress
  let purpose: Purpose
  /// The fragments that pages use.
  var fragments: [String]
  var validators = Validators()

  /// Where the way has come to.
  private(set) var address: LinkAddress
  private(set) var hops: [LinkAddress] = []
  private(set) var cookies: [String] = []
  /// Whether all redirects so far were for good.
  private(set) var isPermanent = true
  private(set) var losesEncryption = false
  private(set) var redirectHeldCredentials = false
  /// Addresses, each with the cookies it was asked with.
  private var seen: Set<[String]> = []

  /// How long servers were being asked in this round.
  var spent: Duration = .zero
  /// The same over all rounds.
  var spentBefore: Duration = .zero
  /// How often it was turned away for asking too much.
  var turnedAway = 0
  /// How often it was said that there is no such host.
  var unknownHost = 0
  var outcome: Outcome?

  enum Purpose: Sendable { case link, missingPage, archive }

  /// By which a server may find that a page did not change.
  struct Validators {
    var etag: String?
    var lastModified: String?
  }

  /// What a round ended with.
  struct Outcome {
    var reason: LinkReason
    var status: Int?
    var etag: String?
    var lastModified: String?
    var location: [UInt8]?
    var found: [String] = []
    var missing: [String] = []
    /// Whether what is missing is surely so.
    var isMissingCertain = false
    var title = ""
    var heading = ""
    var fingerprint: UInt64?
  }

  init(_ start: LinkAddress, purpose: Purpose, fragments: [String] = []) {
    self.start = start
    self.purpose = purpose
    self.fragments = fragments
    address = start
  }

  /// Goes back to the start for another round.
  mutating func restart() {
    let old = self
    self = LinkJob(start, purpose: purpose, fragments: fragments)
    validators = old.validators
    unknownHost = old.unknownHost
    outcome = old.outcome
    spentBefore = old.spentBefore + old.spent
  }

  /// Where a redirect's own fragment points; one that a page used goes before it.
  var redirectFragment: String? { hops.last { $0.fragment?.isEmpty == false }?.fragment }

  /// All fragments that are looked for.
  var wantedFragments: [String] {
    guard let redirectFragment, !fragments.contains(redirectFragment) else { return fragments }
    return fragments + [redirectFragment]
  }

  /// Takes a redirect; the reason why it ends the way, or nil where the way goes on.
  mutating func follow(
    _ location: [UInt8], status: Int, cookies newCookies: [String], limit: Int
  ) -> LinkReason? {
    let next: LinkAddress
    do throws(LinkAddress.Fault) {
      next = try LinkAddress(location, relativeTo: address)
    } catch {
      switch error {
      case .otherScheme(let scheme): return .redirectToScheme(scheme)
      case .invalid(let why): return .redirectToInvalid(why)
      }
    }
    guard hops.count < limit else { return .tooManyRedirects(limit) }
    if hops.isEmpty { seen.insert([start.text]) }
    isPermanent = isPermanent && (status == 301 || status == 308)
    losesEncryption = losesEncryption || (address.scheme == .https && next.scheme == .http)
    redirectHeldCredentials = redirectHeldCredentials || next.hadCredentials
    cookies = newCookies
    address = next
    hops.append(next)
    let isNew = seen.insert([next.text] + newCookies.map(Self.withoutEnd)).inserted
    return isNew ? nil : .redirectLoop
  }

  /// A cookie without the moment at which it ends: that changes with each answer.
  private static func withoutEnd(_ cookie: String) -> String {
    var fields = cookie.split(separator: "\t", omittingEmptySubsequences: false)
    if fields.count > 4 { fields.remove(at: 4) }
    return fields.joined(separator: "\t")
  }
}

extension LinkJob {
  /// Whether the server may be told by what the page is known: not where the page must be read, nor
  /// on the way through redirects.
  var mayBeUnchanged: Bool {
    hops.isEmpty && wantedFragments.isEmpty
      && (validators.etag != nil || validators.lastModified != nil)
  }

  /// The fields of the next request's header beyond the usual ones.
  var requestFields: [String] {
    // Some servers give pages only to those who ask for them by name.
    var fields = ["Accept: text/html,*/*;q=0.8"]
    guard mayBeUnchanged else { return fields }
    if let etag = validators.etag { fields.append("If-None-Match: \(etag)") }
    if let date = validators.lastModified { fields.append("If-Modified-Since: \(date)") }
    return fields
  }
}
