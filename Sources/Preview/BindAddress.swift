import FlyingFox
import FlyingSocks

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a server listens: an address of this machine.
package struct BindAddress: Sendable {
  /// As it was written, with `localhost` made a number.
  package let text: String

  /// Reached by this machine alone.
  package static let loopback = BindAddress(text: "127.0.0.1")

  private init(text: String) { self.text = text }

  /// - Parameter text: a number such as `192.168.1.5` or `::`, or `localhost`.
  /// - Returns: nil where it is none.
  package init?(_ text: String) {
    let number = text == "localhost" ? "127.0.0.1" : text
    guard
      (try? sockaddr_in.inet(ip4: number, port: 0)) != nil
        || (try? sockaddr_in6.inet6(ip6: number, port: 0)) != nil
    else { return nil }
    self.text = number
  }

  package var isLoopback: Bool { text == "::1" || text.hasPrefix("127.") }

  /// As it stands in an address of a page: a name of this machine for what listens everywhere.
  var host: String {
    switch text {
    case "0.0.0.0", "::": "localhost"
    default: text.contains(":") ? "[\(text)]" : text
    }
  }

  func configuration(port: UInt16) throws -> HTTPServer.Configuration {
    // Somebody waits for changes for `PreviewState.patience` seconds.
    let timeout = 60.0
    if text.contains(":") {
      return HTTPServer.Configuration(
        address: try sockaddr_in6.inet6(ip6: text, port: port), timeout: timeout,
        pool: PromptSockets(), logger: .disabled)
    }
    return HTTPServer.Configuration(
      address: try sockaddr_in.inet(ip4: text, port: port), timeout: timeout, pool: PromptSockets(),
      logger: .disabled)
  }
}
