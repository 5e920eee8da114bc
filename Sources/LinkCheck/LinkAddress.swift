/// The address of a web page in the one form in which it is asked for and remembered.
///
/// Reading is what browsers do: small letters and ASCII for the host, no default port, no `.` and
/// `..`, escapes for what may not stand in an address; `%2F` and all other escapes stay as written,
/// because to servers they are not what they stand for. The fragment is kept apart: no server sees it.
package struct LinkAddress: Sendable, Hashable {
  package let scheme: Scheme
  package let host: String
  /// The port as it counts, never nil.
  package let port: Int
  /// From the first slash on, with the query.
  package let target: String
  /// What stood behind `#`, as written.
  package let fragment: String?
  /// Whether a name or a password stood before the host. They are not kept.
  package let hadCredentials: Bool

  package enum Scheme: String, Sendable {
    case http, https

    var defaultPort: Int { self == .http ? 80 : 443 }
  }

  /// Why a text is no address of a web page.
  package enum Fault: Error, Sendable, Equatable {
    case otherScheme(String)
    case invalid(String)
  }

  /// Reads an absolute address.
  package init(_ text: String) throws(Fault) {
    try self.init(bytes: Array(text.utf8), base: nil)
  }

  /// Reads an address as a page's server wrote it: absolute, or beginning anywhere before.
  package init(_ bytes: [UInt8], relativeTo base: LinkAddress) throws(Fault) {
    try self.init(bytes: bytes, base: base)
  }

  private init(bytes: [UInt8], base: LinkAddress?) throws(Fault) {
    var rest = AddressReader(bytes)
    self.fragment = rest.takeFragment()
    let query = rest.takeQuery()
    let written = try rest.takeScheme()
    guard let scheme = written ?? base?.scheme else {
      throw .invalid("it has no 'http' or 'https' before it")
    }
    self.scheme = scheme
    // `https:page` is relative to a page of the same scheme, oddly, but browsers read it so.
    guard rest.startsWithTwoSlashes || written == nil || base?.scheme == scheme else {
      throw .invalid("it has no '//' before its host")
    }
    if rest.startsWithTwoSlashes {
      let authority = try rest.takeAuthority()
      self.host = authority.host
      self.port = authority.port ?? scheme.defaultPort
      self.hadCredentials = authority.hadCredentials
      self.target = AddressReader.path(rest.bytes) + (query ?? "")
      return
    }
    guard let base else { throw .invalid("it has no '//' before its host") }
    self.host = base.host
    self.port = base.port
    self.hadCredentials = false
    let path = AddressReader.path(rest.bytes, relativeTo: base.path)
    self.target = path + (query ?? (rest.bytes.isEmpty ? base.query : ""))
  }

  /// The whole address without its fragment: what is asked for, and what a link is known by.
  package var text: String {
    let portText = port == scheme.defaultPort ? "" : ":\(port)"
    return "\(scheme.rawValue)://\(host)\(portText)\(target)"
  }

  /// The part of `target` before `?`.
  var path: String { String(target.prefix { $0 != "?" }) }

  private var query: String { String(target.drop { $0 != "?" }) }
}

extension LinkAddress {
  /// Another page of the same host.
  func withTarget(_ target: String) -> LinkAddress {
    LinkAddress(scheme: scheme, host: host, port: port, target: target)
  }

  private init(scheme: Scheme, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
    fragment = nil
    hadCredentials = false
  }
}
