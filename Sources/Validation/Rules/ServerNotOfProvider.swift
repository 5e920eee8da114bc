import GuideModel
import SourceText
import Syntax

extension Rule {
  static let serverNotOfProvider = Rule(
    name: "server-not-of-provider", severity: .warning,
    summary: "a step names a server that is not among those of the configuration",
    explanation: """
      Customers type what the step says, letter by letter. The servers that there are stand under \
      'servers' in the configuration; a name that nearly is one of them, or that lies in the same \
      domain, is most likely a slip, or a server that is no more.
      """,
    wrong: Example(
      "a slip", "**Setup (Thunderbird)\n+Open the menu.\n+Server: imap.exmaple.jp\n",
      servers: [ProviderServer(service: .imap, host: "imap.example.jp", ports: [993])]),
    right: Example(
      "the server", "**Setup (Thunderbird)\n+Open the menu.\n+Server: imap.example.jp\n",
      servers: [ProviderServer(service: .imap, host: "imap.example.jp", ports: [993])]),
    check: { page, index in
      let known = Set(index.servers.map(\.host))
      let domains = Set(known.map(domain))
      return index.settingStretches(on: page).flatMap { stretch -> [Finding] in
        WrittenServers(stretch, in: page.document.file).hosts.compactMap { host in
          guard !known.contains(host.name) else { return nil }
          let nearest = known.sorted().first {
            EditDistance.between(Array(host.name.utf8), Array($0.utf8), limit: 2) != nil
          }
          let isOfDomain = domains.contains(domain(host.name)) && isMailServer(host.name)
          guard nearest != nil || isOfDomain else { return nil }
          let names = known.sorted().map { "'\($0)'" }.joined(separator: ", ")
          return Finding(
            range: host.range, message: "'\(host.name)' is none of the provider's servers",
            help: nearest.map { "did you mean '\($0)'?" } ?? "they are \(names)",
            suggestion: nearest.map {
              .init(host.range, replacement: $0, certainty: .maybe)
            }, subject: host.name)
        }
      }
    })

  /// All but the first label, where at least two remain.
  private static func domain(_ host: String) -> String {
    let labels = host.split(separator: ".")
    return labels.count > 2 ? labels.dropFirst().joined(separator: ".") : host
  }

  private static func isMailServer(_ host: String) -> Bool {
    let first = host.prefix { $0 != "." }
    return HintWords.serverLabels.contains { first.hasPrefix($0) }
  }
}
