import GuideModel
import SourceText
import Syntax

extension Rule {
  static let goneHomepage = Rule(
    name: "gone-homepage", severity: .warning,
    summary: "a page links to a client's address that is known to be gone or to have moved",
    explanation: """
      The site's own data says so. Readers who follow the link find nothing, or somebody else's \
      page where they look for a program to install. Name the new address, or take the link away. \
      What 'wikiguide links' found out by itself is said by dead-link and moved-link.
      """,
    wrong: Example(
      "an address that is gone",
      pages: [
        ("Example.txt", "**対応メールソフト\n-手動対応ソフト\n--Sylpheed\nhttps://old.example/mail/\n"),
        (
          "clients.yml",
          "sylpheed:\n  source: tried on 2026-11-25\n"
            + "  links: [{rel: homepage, url: https://old.example/mail/, gone: true}]\n"
        ),
      ],
      facts: {
        $0.clients[0].links[0].isGone = Sourced(
          true, basis: .curated,
          evidence: [Evidence(path: "clients.yml", range: SourceRange(0, 8))],
          reference: "tried on 2026-11-25")
      }),
    right: Example(
      "an address that is there",
      "**対応メールソフト\n-手動対応ソフト\n--Sylpheed\nhttps://new.example/mail/\n"),
    siteCheck: { index in
      index.facts.clients.flatMap { client in
        client.links.compactMap { link in
          guard let page = index.library.page(at: link.evidence.path) else { return nil }
          let source = (link.movedTo?.evidence ?? []) + (link.isGone?.evidence ?? [])
          let notes = source.prefix(1).map { Diagnostic.Note("it is said here", at: $0.place) }
          let known = index.knownLinks[String(link.url.prefix { $0 != "#" })]?.standing
          let place = place(of: link, index)
          if let target = link.movedTo?.value {
            return (
              page.path,
              Finding(
                range: place.range, message: "'\(link.url)' of '\(client.name)' has moved",
                notes: Array(notes), help: "the new address is '\(target)'",
                suggestion: place.range.flatMap { range in
                  page.document.file.text(range) == link.url
                    ? .init(range, replacement: target, certainty: .maybe) : nil
                }, subject: link.url)
            )
          }
          guard link.isGone?.value == true else { return nil }
          // Said already, with what came.
          if case .dead? = known { return nil }
          return (
            page.path,
            Finding(
              range: place.range, message: "'\(link.url)' of '\(client.name)' is gone",
              notes: Array(notes), help: "take the link away, or link to an archived copy",
              subject: link.url)
          )
        }
      }
    })
}
