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
    check: { page, index in
      let file = page.document.file
      let images = page.facts.images.compactMap { image -> SourceRange? in
        guard case .remote = index.images.location(of: image, on: page) else { return nil }
        return image.source
      }
      let mirrored = Set(page.facts.images.map(\.source)).subtracting(images)
      let links = page.facts.links.compactMap { link -> SourceRange? in
        guard case .url(let range) = link.target, !mirrored.contains(range) else { return nil }
        return range
      }
      return Set(images + links).sorted().compactMap { range in
        let address = file.text(range)
        guard AddressScheme.of(address) == "http" else { return nil }
        return Finding(
          range: range, message: "'\(address)' is not protected on its way",
          help: "write https: if the host answers there")
      }
    })
}
