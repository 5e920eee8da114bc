import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unlistedVersion = Rule(
    name: "unlisted-version", severity: .note,
    summary: "a page names a version of a client that the client's rows leave out",
    explanation: """
      The rows name versions, and this one is not among them, so that the list says nothing for its \
      users. Add the version to the list, or correct the one in the text. It is said once for each \
      version and page, and only of clients all of whose rows name versions.
      """,
    wrong: Example(
      "a guide for another version",
      "**対応メールソフト\n-手動対応ソフト\n--Outlook 2013/2016\n\n"
        + "**設定例(Outlook 2019の場合)\n-(1)起動する。\n-(2)保存する。\n"),
    right: Example(
      "a guide for a listed version",
      "**対応メールソフト\n-手動対応ソフト\n--Outlook 2013/2016\n\n"
        + "**設定例(Outlook 2016の場合)\n-(1)起動する。\n-(2)保存する。\n"),
    shownCheck: { shown, index in
      let page = shown.page
      let clients = index.versionedClients
      guard !clients.isEmpty else { return [] }
      let file = page.document.file
      var seen: Set<VersionMention> = []
      var findings: [Finding] = []
      for range in shown.words.sorted() {
        for (mention, place) in clients.mentions(in: FoldedText(range, in: file)) {
          guard seen.insert(mention).inserted, let rows = clients[mention.clientID],
            !rows.cover(mention.version)
          else { continue }
          findings.append(
            Finding(
              range: place,
              message: "'\(file.text(place))' is a version that no row for "
                + "'\(index.clientName(mention.clientID))' names",
              notes: [.init("the row names '\(rows.words)'", at: rows.first.place)],
              help: "add it to the list, or correct it here", subject: file.text(place)))
        }
      }
      return findings
    })
}
