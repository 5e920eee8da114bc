import GuideModel
import SourceText
import Syntax

extension Rule {
  static let literalServerName = Rule(
    name: "literal-server-name", severity: .note,
    summary: "a page spells the name of a server that a placeholder stands for",
    explanation: """
      When the server gets another name, every page that spells it must be changed. A placeholder \
      takes the name from 'provider.yml'. The live wiki shows the placeholder itself, so that the \
      replacement is one to look at first on sites that use none so far.
      """,
    wrong: Example(
      "the server's name", "*Setup (Thunderbird)\n+Server: imap.example.jp\n+Port: 993\n",
      provider: .example),
    right: Example(
      "its placeholder", "*Setup (Thunderbird)\n+Server: {{imap.host}}\n+Port: 993\n",
      provider: .example),
    shownCheck: { shown, index in
      let page = shown.page
      guard let provider = index.provider else { return [] }
      let file = page.document.file
      let placeholders = provider.placeholdersByHost
      let found = shown.words.flatMap { range -> [WrittenServers.Host] in
        guard file.bytes[range.lower..<range.upper].contains(UInt8(ascii: ".")) else { return [] }
        return WrittenServers(range, in: file).hosts.filter { placeholders[$0.name] != nil }
      }
      guard let first = found.first, let names = placeholders[first.name] else { return [] }
      let more = found.count > 1 ? " (\(found.count) names of servers on this page)" : ""
      let written = names.map { "'\($0.asWritten)'" }.joined(separator: " or ")
      return [
        Finding(
          range: first.range, message: "'\(first.name)' is a server of 'provider.yml'\(more)",
          help: "write \(written), which follows the file",
          suggestion: suggestion(found, placeholders, in: file, index), subject: first.name)
      ]
    })

  /// One text for the whole stretch in which names are to be replaced; names that two placeholders
  /// stand for are left to the author.
  private static func suggestion(
    _ hosts: [WrittenServers.Host], _ placeholders: [String: [Placeholder]], in file: SourceFile,
    _ index: SiteIndex
  ) -> Diagnostic.Suggestion? {
    let replaced = hosts.compactMap { host -> (range: SourceRange, text: String)? in
      guard let names = placeholders[host.name], names.count == 1 else { return nil }
      return (host.range, names[0].asWritten)
    }.sorted { $0.range < $1.range }
    guard let first = replaced.first, let last = replaced.last else { return nil }
    var text = ""
    var start = first.range.lower
    for (range, placeholder) in replaced where range.lower >= start {
      text += file.text(SourceRange(start, range.lower)) + placeholder
      start = range.upper
    }
    return Diagnostic.Suggestion(
      first.range.union(last.range), replacement: text,
      certainty: index.usesPlaceholders ? .safe : .maybe)
  }
}

extension ProviderSettings {
  /// The placeholders for the names of the company's servers: the one of the protocol, where the name
  /// serves no other protocol in its direction.
  fileprivate var placeholdersByHost: [String: [Placeholder]] {
    var found: [String: [Placeholder]] = [:]
    for (servers, direction) in [(incoming, Placeholder.Server.incoming), (outgoing, .outgoing)] {
      for (host, alike) in Dictionary(grouping: servers, by: \.host) {
        let protocols = Set(alike.map(\.mailProtocol.rawValue)).sorted()
        let own = protocols.count == 1 ? Placeholder.Server(rawValue: protocols[0]) : nil
        guard let meant = own ?? direction as Placeholder.Server?, server(meant)?.host == host
        else { continue }
        found[host, default: []].append(.server(meant, .host))
      }
    }
    return found
  }
}
