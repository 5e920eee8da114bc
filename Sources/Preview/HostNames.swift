/// The names by which a server may be called.
///
/// A page of a stranger can let its own name lead to this machine and then read what is served here. So a
/// server that only this machine reaches answers to this machine's names alone.
struct HostNames: Sendable {
  private let isOpen: Bool
  /// As the server says it itself.
  private let own: String

  /// - Parameter address: the one that the server is bound to.
  init(boundTo address: BindAddress) {
    isOpen = !address.isLoopback
    own = address.host
  }

  /// - Parameter host: the request's `Host`.
  func allow(_ host: String?) -> Bool {
    if isOpen { return true }
    guard let host else { return false }
    let name = Self.name(host).lowercased()
    return name == "localhost" || name.hasSuffix(".localhost") || name == "127.0.0.1"
      || name == "[::1]" || name == own
  }

  /// Without the port.
  private static func name(_ host: String) -> Substring {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return host[...end] }
    return host.prefix { $0 != ":" }
  }
}
