import GuideModel
import SourceText
import Syntax

extension Rule {
  package static let movedLink = Rule(
    name: "moved-link", severity: .note,
    summary: "an address outside of the site has moved for good",
    explanation: """
      The old address still leads to the new one, and one day it will not. Where the new one is on \
      the same host, 'wikiguide check --fix' writes it; otherwise look first whether the page is \
      still the one that is meant.
      """,
    wrong: Example(
      "the old address", "[[Download>https://mail.example/setup]]\n",
      links: [
        "https://mail.example/setup": KnownLink(
          standing: .alive, reason: "200 OK", finalAddress: "https://mail.example/download",
          isMovedForGood: true)
      ]),
    right: Example("the new one", "[[Download>https://mail.example/download]]\n"),
    check: { page, index in
      index.linkFindings(on: page) { link, known in
        guard known.standing == .alive, known.isMovedForGood, let target = known.finalAddress,
          target != link.address
        else { return nil }
        let first = link.places[0]
        let isSameHost = host(of: target) == host(of: link.address)
        return Finding(
          range: first.place.range, message: "'\(link.address)' has moved for good",
          help: "the new address is '\(target)'",
          suggestion: first.written.map {
            .init($0, replacement: target, certainty: isSameHost ? .safe : .maybe)
          }, subject: link.address)
      }
    })

  private static func host(of address: String) -> String? {
    WrittenAddress(text: address, range: SourceRange(0, 0)).host
  }
}
