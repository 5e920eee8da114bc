import GuideModel
import SourceText
import Syntax

extension Rule {
  package static let deadLink = Rule(
    name: "dead-link", severity: .warning,
    summary: "an address outside of the site was dead when it was last asked for",
    explanation: """
      'wikiguide links' asks for all addresses and remembers what came; this speaks of what it \
      remembers, so that the author of a page sees it without any network. Readers who follow the \
      link find nothing. Name another address, an archived copy, or take the link away.
      """,
    wrong: Example(
      "known to be dead", "[[Download>https://mail.example/setup]]\n",
      links: [
        "https://mail.example/setup": KnownLink(
          standing: .dead(since: "2026-05-12", isFailing: true), reason: "404 Not Found")
      ]),
    right: Example(
      "known to be alive", "[[Download>https://mail.example/download]]\n",
      links: [
        "https://mail.example/download": KnownLink(standing: .alive, reason: "200 OK")
      ]),
    check: { page, index in
      index.linkFindings(on: page) { link, known in
        guard case .dead(let since, _) = known.standing else { return nil }
        return Finding(
          range: link.places[0].place.range,
          message: "'\(link.address)' has been dead since \(since): \(known.reason)",
          help: known.archive.map { "an archive may have it: \($0)" }
            ?? "name another address, or take the link away", subject: link.address)
      }
    })
}
