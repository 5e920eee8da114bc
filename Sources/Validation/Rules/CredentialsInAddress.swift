import GuideModel
import SourceText
import Syntax

extension Rule {
  static let credentialsInAddress = Rule(
    name: "credentials-in-address", severity: .error,
    summary: "an address holds a user name and a password",
    explanation: """
      Everybody who reads the page can use them, and they stay in the wiki's history. Take them out \
      of the address, and change the password.
      """,
    wrong: Example("a password", "[[Statistics>https://admin:secret@stats.example/]]\n"),
    right: Example("none", "[[Statistics>https://stats.example/]]\n"),
    shownCheck: { shown, _ in
      shown.addresses.compactMap { address in
        guard let authority = address.authority, let at = authority.lastIndex(of: "@"),
          AddressScheme.of(address.text) != nil
        else { return nil }
        let start =
          address.range.lower
          + address.text[..<authority.startIndex].utf8.count
        let name = authority[..<at].prefix { $0 != ":" }
        let range = SourceRange(start, start + authority[..<at].utf8.count)
        return Finding(
          range: range,
          message: authority[..<at].contains(":")
            ? "the password of '\(name)' stands in an address"
            : "the user name '\(name)' stands in an address",
          help: "take it out of the address, and change the password",
          subject: "\(name)@\(authority[authority.index(after: at)...])")
      }
    })
}
