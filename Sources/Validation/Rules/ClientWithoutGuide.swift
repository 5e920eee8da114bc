import GuideModel
import SourceText
import Syntax

extension Rule {
  static let clientWithoutGuide = Rule(
    name: "client-without-guide", severity: .note,
    summary: "a client is said to work, but no page says how to set it up",
    explanation: """
      A reader who picks this client is left alone. It is reported once, where the site first says \
      that the client works. Write a guide: a heading with the client's name and 設定例 or "setup", \
      and numbered steps below it.
      """,
    wrong: Example("listed only", "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n"),
    right: Example(
      "listed and explained",
      "**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n\n**設定例(Thunderbirdの場合)\n-(1)ツールを選択。\n"),
    check: { page, index in
      index.unguidedClients(on: page.path).map { client in
        let range = page.place(of: client.clientID, at: client.evidence)
        return Finding(
          range: range,
          message: "'\(index.clientName(client.clientID))' has \(client.level.rawValue) support, "
            + "but no guide",
          help: "write a guide under a heading that names it")
      }
    })
}
