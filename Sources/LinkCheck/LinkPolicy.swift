/// What a run may ask, how fast, and for how long: every limit in one place.
///
/// The defaults are polite to hosts and safe inside a hosting company's network. Tests and
/// measurements set others.
package struct LinkPolicy: Sendable {
  /// An address where a host's owner learns who is asking, and can complain.
  package var contact: String?
  package var isOffline = false
  /// Whether pages are asked what they say when they are not there: one more request a host.
  package var checksSoftNotFound = false

  // MARK: What may be asked

  package var allowedPorts: Set<Int> = [80, 443, 8_080, 8_443]
  /// Private networks that may be asked nevertheless.
  package var allowedPrivate: [AddressBlock] = []
  /// By host, `intranet.example` or `intranet.example:8443`. Never sent anywhere else.
  package var credentials: [String: LinkCredential] = [:]
  package var proxies = ProxySettings()
  /// A file of certificates that are trusted instead of the system's.
  package var certificateAuthorities: String?

  // MARK: For how long

  package var connectTime: Duration = .seconds(5)
  package var headerTime: Duration = .seconds(10)
  /// A link with all its redirects.
  package var linkTime: Duration = .seconds(20)
  package var runTime: Duration = .seconds(600)
  /// Before what was unsure is asked once more.
  package var secondRoundDelay: Duration = .seconds(10)

  // MARK: How fast

  package var connections = 32
  package var connectionsPerHost = 2
  package var pausePerHost: Duration = .milliseconds(250)
  /// In the second round: one for each host, so many hosts at once.
  package var secondRoundConnections = 4
  /// A host that asks for more is left alone for the rest of the run.
  package var longestRetryAfter: Duration = .seconds(60)
  /// Where a host says "too many requests" without saying for how long.
  package var usualRetryAfter: Duration = .seconds(10)
  /// All pauses of one host together.
  package var longestPauses: Duration = .seconds(120)

  // MARK: How much

  package var redirects = 10
  package var headerBytes = 256 << 10
  package var compressedBytes = 1 << 20
  package var bodyBytes = 4 << 20
  /// How many times its size a page may unpack to.
  package var unpackingRatio = 100

  // MARK: When again

  package var aliveDays = 14
  package var unsureDays = 1
  package var deadDays = 1
  /// A link that was good fails only after so many failed checks,
  package var graceFailures = 3
  /// which lie so many days apart, the first from the last.
  package var graceDays = 7
  /// After which a link that could not be confirmed is worth a warning.
  package var unsureWarningDays = 30

  package init() {}

  /// Asks as fast as answers come: for measurements, on servers of one's own.
  package mutating func liftPace() {
    connectionsPerHost = connections
    pausePerHost = .zero
  }

  var userAgent: String { "wikiguide-links" + (contact.map { " (+\($0))" } ?? "") }

  /// Whether an address may be connected to.
  func allows(_ address: IPAddress) -> Bool {
    guard PrivateAddresses.contain(address) else { return true }
    let plain = address.unmapped ?? address
    return allowedPrivate.contains { $0.contains(plain) || $0.contains(address) }
  }

  /// What a link may not be asked for, before anybody looks up its name.
  func refusal(of address: LinkAddress) -> LinkReason? {
    if isOffline { return .offline }
    guard allowedPorts.contains(address.port) else { return .portNotAsked(address.port) }
    if let literal = HostName.address(of: address.host), !allows(literal) {
      return .privateAddress(literal.text)
    }
    // Behind a proxy nobody here sees the addresses; these names have only one meaning.
    let isLocalName = address.host == "localhost" || address.host.hasSuffix(".localhost")
    if isLocalName, proxies.proxy(for: address) != nil { return .privateAddress(address.host) }
    return nil
  }

  func credential(for address: LinkAddress) -> LinkCredential? {
    let found = credentials["\(address.host):\(address.port)"] ?? credentials[address.host]
    guard let found, address.scheme == .https || found.mayBeSentInClear else { return nil }
    return found
  }
}
