import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unknownInterWiki = Rule(
    name: "unknown-inter-wiki", severity: .warning,
    summary: "a link names another wiki that nobody has said the address of",
    explanation: """
      The words are shown without a link. Name the other wiki on the page `InterWikiName`, as in \
      `[https://wiki.example/?$1 name] utf8`, or link to the page's address.
      """,
    wrong: Example("a wiki that is not known", "[[partner:Setup]]\n"),
    right: Example(
      "a wiki with an address",
      pages: [
        ("Start.txt", "[[partner:Setup]]\n"),
        ("InterWikiName.txt", "-[https://partner.example/?$1 partner] utf8\n"),
      ]),
    check: { page, index in
      let file = page.document.file
      return page.facts.links.compactMap { link in
        guard case .interWiki(let range, let name) = link.target,
          WrittenAddress.of(link, in: page.document) == nil
        else { return nil }
        let wiki = file.text(range)
        let house = index.library.houses[page.house]
        guard index.library.houses[wiki] == nil,
          house?.interWikis.address(wiki: wiki, page: file.text(name)) == nil,
          page.document.naming.address(wiki: wiki, page: file.text(name)) == nil,
          AddressScheme.of(file.text(link.targetRange)).map(AddressScheme.unsafe.contains) != true
        else { return nil }
        let names = house?.interWikis.names ?? []
        let help =
          names.contains(wiki)
          ? "the name cannot be written in that wiki's encoding"
          : NearestName.find(wiki, among: names).map { "did you mean '\($0)'?" }
            ?? "name the wiki on the page InterWikiName, or link to the page's address"
        return Finding(
          range: range, message: "no address is known for the wiki '\(wiki)'", help: help)
      }
    })
}
