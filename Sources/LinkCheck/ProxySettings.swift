/// Through which proxy an address is asked for, as the usual variables of the environment say.
///
/// The decision is taken here rather than by libcurl, because an address that is asked for through
/// a proxy is guarded in another way than one that is connected to.
package struct ProxySettings: Sendable, Equatable {
  private var http: String?
  private var https: String?
  private var exceptions: [String] = []

  package init() {}

  /// Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`. `HTTP_PROXY` in capitals is not
  /// read: in a web server's environment, whoever asks sets it.
  package init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let all = value("all_proxy", "ALL_PROXY")
    http = value("http_proxy") ?? all
    https = value("https_proxy", "HTTPS_PROXY") ?? all
    exceptions = (value("no_proxy", "NO_PROXY") ?? "").lowercased()
      .split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
  }

  func proxy(for address: LinkAddress) -> String? {
    guard let proxy = address.scheme == .https ? https : http else { return nil }
    return exceptions.contains { Self.exempts($0, address.host) } ? nil : proxy
  }

  /// `*`, a name with all below it, an address, or a block of addresses.
  private static func exempts(_ exception: String, _ host: String) -> Bool {
    if exception == "*" { return true }
    if let address = HostName.address(of: host) {
      let plain = exception.hasPrefix("[") ? String(exception.dropFirst().dropLast()) : exception
      return AddressBlock(plain)?.contains(address) ?? false
    }
    let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
    let asked = host.hasSuffix(".") ? String(host.dropLast()) : host
    return !name.isEmpty && (asked == name || asked.hasSuffix("." + name))
  }
}
