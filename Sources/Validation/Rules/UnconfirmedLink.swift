import GuideModel
import SourceText
import Syntax

extension Rule {
  package static let unconfirmedLink = Rule(
    name: "unconfirmed-link", severity: .warning,
    summary: "for a long time nobody could tell whether an address outside of the site works",
    explanation: """
      Its server turns programs away, or was too slow each time: it may well work for readers. \
      Follow the link yourself; if it works, allow this finding and say so.
      """,
    wrong: Example(
      "turned away for months", "[[Forum>https://forum.example/]]\n",
      links: [
        "https://forum.example/": KnownLink(
          standing: .unconfirmed(since: "2026-03-01"), reason: "bot wall (Cloudflare)")
      ]),
    right: Example(
      "looked at by its author",
      """
      //wikiguide: allow unconfirmed-link because it opens in a browser, tried in May
      [[Forum>https://forum.example/]]

      """,
      links: [
        "https://forum.example/": KnownLink(
          standing: .unconfirmed(since: "2026-03-01"), reason: "bot wall (Cloudflare)")
      ]),
    check: { page, index in
      index.linkFindings(on: page) { link, known in
        guard case .unconfirmed(let since) = known.standing else { return nil }
        return Finding(
          range: link.places[0].place.range,
          message: "'\(link.address)' has not been confirmed since \(since): \(known.reason)",
          help: "follow it yourself; if it works, allow this finding and say so",
          subject: link.address)
      }
    })
}
