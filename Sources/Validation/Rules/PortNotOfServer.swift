import GuideModel
import SourceText
import Syntax

extension Rule {
  static let portNotOfServer = Rule(
    name: "port-not-of-server", severity: .warning,
    summary: "a step gives a server a port that the configuration does not",
    explanation: """
      With the wrong port the program finds no server, and says only that it cannot connect. The \
      ports of each server stand under 'servers' in the configuration.
      """,
    wrong: Example(
      "the port for POP", "**Setup (Thunderbird)\n+Open the menu.\n+Server: imap.example.jp:995\n",
      servers: [ProviderServer(service: .imap, host: "imap.example.jp", ports: [993])]),
    right: Example(
      "the port for IMAP", "**Setup (Thunderbird)\n+Open the menu.\n+Server: imap.example.jp:993\n",
      servers: [ProviderServer(service: .imap, host: "imap.example.jp", ports: [993])]),
    check: { page, index in
      index.settingStretches(on: page).flatMap { stretch -> [Finding] in
        let written = WrittenServers(stretch, in: page.document.file)
        let named = written.hosts.compactMap { host -> (host: String, port: WrittenServers.Port)? in
          host.port.map { (host.name, $0) }
        }
        var pairs = named
        // A port that stands apart belongs to the one server that the step names.
        let hosts = Set(written.hosts.map(\.name)).filter { !index.ports(of: $0).isEmpty }
        if hosts.count == 1, let host = hosts.first {
          let taken = Set(named.map(\.port.range))
          pairs += written.ports.filter { !taken.contains($0.range) }.map { (host, $0) }
        }
        return pairs.compactMap { host, port in
          let ports = index.ports(of: host)
          guard !ports.isEmpty, !ports.contains(port.number) else { return nil }
          let right = ports.map(String.init).joined(separator: " or ")
          return Finding(
            range: port.range, message: "\(port.number) is no port of '\(host)'",
            help: "its port is \(right)",
            suggestion: ports.count == 1
              ? .init(port.range, replacement: right, certainty: .maybe) : nil,
            subject: "\(host):\(port.number)")
        }
      }
    })
}

extension SiteIndex {
  /// The ports of a server; empty where the configuration names no such server, or no port for it.
  fileprivate func ports(of host: String) -> [Int] {
    Set(servers.filter { $0.host == host }.flatMap(\.ports)).sorted()
  }
}
