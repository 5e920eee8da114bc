import GuideModel
import SourceText
import Syntax

extension Rule {
  static let insecureLink = Rule(
    name: "insecure-link", severity: .warning,
    summary: "a link or picture is fetched over http, which anyone on the way can change",
    explanation: """
      Readers follow these links to download a mail program or to type a password. Write https: if \
      the host answers there; keep a copy of a picture beside the pages. What a mirror holds is \
      not reported.
      """,
    wrong: Example("a download over http", "-[[Becky!>http://www.rimarts.example/]]\n"),
    right: Example("the same over https", "-[[Becky!>https://www.rimarts.example/]]\n"),
    shownCheck: { shown, index in
      let document = shown.page.document
      let links = remoteLinks(on: shown, index)
      let images = shown.remote.map(\.image.source)
      guard !links.isEmpty || !images.isEmpty else { return [] }
      return Set(images + links).sorted().compactMap { range in
        let address = document.text(range)
        guard AddressScheme.of(document.file.text(range)) == "http" else { return nil }
        let secure = secureForm(of: address, range, index)
        return Finding(
          range: range, message: "'\(address)' is not protected on its way",
          help: secure.map { $0.why } ?? "write https: if the host answers there",
          suggestion: secure.map {
            .init(
              SourceRange(range.lower, range.lower + 4), replacement: "https",
              certainty: $0.certainty)
          }, subject: address)
      }
    },
    siteCheck: { index in
      index.facts.clients.flatMap { client in
        client.links.compactMap { link in
          // An address that is known to be gone or to have moved is only remembered.
          guard index.library.page(at: link.evidence.path) == nil, link.movedTo == nil,
            link.isGone?.value != true, AddressScheme.of(link.url) == "http"
          else { return nil }
          return (
            link.evidence.path,
            Finding(
              range: link.evidence.range, message: "'\(link.url)' is not protected on its way",
              help: "write https: if the host answers there", subject: link.url)
          )
        }
      }
    })

  /// Addresses that links name, but for those of pictures of which the site has a copy.
  private static func remoteLinks(on shown: ShownPage, _ index: SiteIndex) -> [SourceRange] {
    let page = shown.page
    let links = page.facts.links.compactMap { link -> SourceRange? in
      if case .url(let range) = link.target { range } else { nil }
    }
    guard !links.isEmpty else { return [] }
    let mirrored = Set(page.facts.images.map(\.source)).subtracting(
      shown.remote.map(\.image.source))
    return links.filter { range in
      guard !mirrored.contains(range),
        case .remote = index.images.location(of: page.document.text(range))
      else { return false }
      return true
    }
  }

  /// Whether the same address is known to answer over https, or its host is.
  private static func secureForm(
    of address: String, _ range: SourceRange, _ index: SiteIndex
  ) -> (why: String, certainty: Diagnostic.Suggestion.Certainty)? {
    let secure = "https" + address.dropFirst(4)
    let bare = String(secure.prefix { $0 != "#" })
    let plain = String(address.prefix { $0 != "#" })
    if index.knownLinks[bare]?.standing == .alive
      || index.knownLinks[plain].map({ $0.standing == .alive && $0.finalAddress == bare }) == true
    {
      return ("write https: — the same address answers there", .safe)
    }
    guard let host = WrittenAddress(text: address, range: range).host,
      index.secureHosts.contains(host)
    else { return nil }
    return ("write https: — other links to '\(host)' do", .maybe)
  }
}
