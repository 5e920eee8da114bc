import GuideModel
import SourceText
import Syntax

extension Rule {
  package static let brokenRemoteAnchor = Rule(
    name: "broken-remote-anchor", severity: .warning,
    summary: "a page outside of the site has no place of the name that a link gives",
    explanation: """
      The reader lands at the top of the page. Look up the place's name there, or link to the page \
      alone.
      """,
    wrong: Example(
      "a place that is gone", "[[Ports>https://mail.example/setup#ports]]\n",
      links: [
        "https://mail.example/setup": KnownLink(
          standing: .alive, reason: "200 OK", missingFragments: ["ports"])
      ]),
    right: Example(
      "the page alone", "[[Ports>https://mail.example/setup]]\n",
      links: [
        "https://mail.example/setup": KnownLink(standing: .alive, reason: "200 OK")
      ]),
    check: { page, index in
      guard let external = index.external else { return [] }
      return external.first(on: page.path).flatMap { link -> [Finding] in
        guard let known = index.knownLinks[link.address] else { return [] }
        return known.missingFragments.compactMap { fragment in
          guard let place = link.places.first(where: { $0.fragment == fragment }),
            place.place.path == page.path
          else { return nil }
          return Finding(
            range: place.place.range,
            message: "'\(link.address)' has no place named '\(fragment)'",
            help: "look up its name there, or link to the page alone",
            subject: "\(link.address)#\(fragment)")
        }
      }
    })
}
