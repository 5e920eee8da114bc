import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unsafeLinkScheme = Rule(
    name: "unsafe-link-scheme", severity: .error,
    summary: "a link would run code or open a file of the reader's own machine",
    explanation: """
      Addresses such as `javascript:` run whatever they hold with the rights of the page, and \
      `file:` names something on each reader's own disk. Neither is ever published. Link to an \
      https: address instead.
      """,
    wrong: Example("code in a link", "[[Go on>javascript:alert(1)]]\n"),
    right: Example("an address", "[[Go on>https://mail.example/next]]\n"),
    check: { page, _ in
      let file = page.document
      return page.facts.links.compactMap { link in
        guard let scheme = AddressScheme.of(file.text(link.targetRange)),
          AddressScheme.unsafe.contains(scheme)
        else { return nil }
        switch link.target {
        case .url, .interWiki, .page, .attachment, .file:
          return Finding(
            range: link.targetRange,
            message: "'\(file.text(link.targetRange))' begins with '\(scheme):', which is not safe "
              + "to follow",
            help: "link to an https: address, or take the link away")
        case .anchor, .mail: return nil
        }
      }
    })
}
