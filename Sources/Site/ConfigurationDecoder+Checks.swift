import GuideModel
import SourceText
import Validation

/// What pages and addresses are checked against: `servers` and `links` in `wikiguide.yml`.
extension ConfigurationDecoder {
  enum ServerKey: String, CaseIterable {
    case service, host, port, ports
  }

  enum LinksKey: String, CaseIterable {
    case exclude, contact, credentials
    case allowPrivate = "allow_private"
    case allowPorts = "allow_ports"
    case softNotFound = "soft_404"
  }

  enum CredentialKey: String, CaseIterable {
    case host
    case userVariable = "user_variable"
    case passwordVariable = "password_variable"
  }

  mutating func servers(_ node: ConfigurationNode) -> [ProviderServer] {
    list(node, of: "servers").compactMap { server($0) }
  }

  private mutating func server(_ node: ConfigurationNode) -> ProviderServer? {
    var service: ProviderServer.Service?
    var host: String?
    var ports: [Int] = []
    let entries = entries(node, ServerKey.self, of: "a server")
    for (key, value) in entries {
      switch key {
      case .service: service = choice(value, of: key.rawValue)
      case .host: host = self.host(value)
      case .port: ports += port(value).map { [$0] } ?? []
      case .ports: ports += list(value, of: key.rawValue).compactMap { port($0) }
      }
    }
    guard let service, let host else {
      for missing in [ServerKey.service, .host] where !entries.contains(where: { $0.0 == missing })
      {
        report("a server has no '\(missing.rawValue)'", node, help: "add '\(missing.rawValue): …'")
      }
      return nil
    }
    return ProviderServer(service: service, host: host, ports: ports)
  }

  private mutating func host(_ node: ConfigurationNode) -> String? {
    guard let text = text(node, of: "host")?.lowercased() else { return nil }
    let isName = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard isName else {
      report("'\(text)' is not the name of a server", node, help: "write it as 'imap.example.jp'")
      return nil
    }
    return text
  }

  mutating func port(_ node: ConfigurationNode) -> Int? {
    guard let text = text(node, of: "port") else { return nil }
    guard let port = Int(text), (1...65_535).contains(port) else {
      report("'\(text)' is no port", node, help: "a port is a number from 1 to 65535")
      return nil
    }
    return port
  }

  mutating func links(_ node: ConfigurationNode) -> SiteConfiguration.Links {
    var links = SiteConfiguration.Links()
    for (key, value) in entries(node, LinksKey.self, of: "'links'") {
      switch key {
      case .exclude: links.exclude = texts(value, of: key.rawValue)
      case .contact: links.contact = text(value, of: key.rawValue)
      case .allowPrivate: links.allowPrivate = texts(value, of: key.rawValue)
      case .allowPorts: links.allowPorts = list(value, of: key.rawValue).compactMap { port($0) }
      case .softNotFound: links.checksSoftNotFound = truth(value, of: key.rawValue) ?? false
      case .credentials:
        links.credentials = list(value, of: key.rawValue).compactMap { credential($0) }
      }
    }
    return links
  }

  /// The secrets themselves never stand in the configuration, which is kept with the pages.
  private mutating func credential(
    _ node: ConfigurationNode
  ) -> SiteConfiguration.Links.Credential? {
    var host: String?
    var user: String?
    var password: String?
    for (key, value) in entries(node, CredentialKey.self, of: "a credential") {
      switch key {
      case .host: host = text(value, of: key.rawValue)?.lowercased()
      case .userVariable: user = text(value, of: key.rawValue)
      case .passwordVariable: password = text(value, of: key.rawValue)
      }
    }
    guard let host, let password else {
      report(
        "a credential needs 'host' and 'password_variable'", node,
        help: "name the environment's variable that holds the password, not the password")
      return nil
    }
    return SiteConfiguration.Links.Credential(
      host: host, userVariable: user, passwordVariable: password)
  }
}
