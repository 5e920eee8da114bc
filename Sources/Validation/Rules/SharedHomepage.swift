import GuideModel
import SourceText
import Syntax

extension Rule {
  static let sharedHomepage = Rule(
    name: "shared-homepage", severity: .note,
    summary: "two clients have the same home page",
    explanation: """
      Perhaps an address was copied and not changed, or the two are one client under two names. \
      Two programs of one maker may well share a page; then allow it.
      """,
    wrong: Example(
      "one address twice",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\nhttps://www.thunderbird.net/\n"
        + "--Sylpheed\nhttps://thunderbird.net\n"),
    right: Example(
      "an address for each",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\nhttps://www.thunderbird.net/\n"
        + "--Sylpheed\nhttps://sylpheed.sraoss.jp/\n"),
    siteCheck: { index in
      var owners: [String: (client: Client, link: ClientLink)] = [:]
      return index.facts.clients.flatMap { client in
        client.links.compactMap { link in
          guard link.relation == .homepage else { return nil }
          let key = normalForm(of: link.url)
          guard let owner = owners[key] else {
            owners[key] = (client, link)
            return nil
          }
          guard owner.client.id != client.id else { return nil }
          // Clients come by their ids; the later place is the one that looks copied.
          let isLater = owner.link.evidence < link.evidence
          let (first, second) = isLater ? (owner.link, link) : (link, owner.link)
          let names = isLater ? (owner.client, client) : (client, owner.client)
          return (
            second.evidence.path,
            Finding(
              range: place(of: second, index).range,
              message: "'\(second.url)' is the home page of '\(names.1.name)' here, and of "
                + "'\(names.0.name)' too",
              notes: [.init("the home page of '\(names.0.name)'", at: place(of: first, index))],
              help: "correct one of the two", subject: second.url)
          )
        }
      }
    })

  /// An address without what makes no difference to readers: scheme, `www.`, a slash at its end.
  private static func normalForm(of url: String) -> String {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let path = rest[slash...]
    return host + (path.hasSuffix("/") ? path.dropLast() : path)
  }

  /// The address itself within its evidence.
  static func place(of link: ClientLink, _ index: SiteIndex) -> SourcePlace {
    let file = index.library.page(at: link.evidence.path)?.document.file
    return SourcePlace(
      link.evidence.path,
      file?.place(of: link.url, in: link.evidence.range) ?? link.evidence.range)
  }
}
