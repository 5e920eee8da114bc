import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unlistedClient = Rule(
    name: "unlisted-client", severity: .warning,
    summary: "a guide is for a client that the list of clients leaves out",
    explanation: """
      Who looks for the client in the list believes that it does not work. Add it to the list with \
      its level. It is said once for each client, and only where the site has a list for what the \
      guide's page is about; a page that names no feature counts for every list.
      """,
    wrong: Example(
      "a guide without a row",
      "*POP before SMTP\n**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n\n"
        + "**設定例(Sylpheedの場合)\n-(1)起動する。\n-(2)保存する。\n"),
    right: Example(
      "a guide with a row",
      "*POP before SMTP\n**対応メールソフト\n-手動対応ソフト\n--Sylpheed\n\n"
        + "**設定例(Sylpheedの場合)\n-(1)起動する。\n-(2)保存する。\n"),
    siteCheck: { index in
      var lists: [String: SupportStatement] = [:]
      var rows: Set<Row> = []
      for statement in index.facts.statements {
        if lists[statement.featureID] == nil { lists[statement.featureID] = statement }
        rows.insert(Row(clientID: statement.clientID, featureID: statement.featureID))
        rows.insert(Row(clientID: statement.clientID, featureID: nil))
      }
      guard !lists.isEmpty else { return [] }
      var reported: Set<String> = []
      return index.library.guides.compactMap { guide in
        guard let clientID = guide.clientID, !reported.contains(clientID),
          let page = index.library.page(at: guide.path)
        else { return nil }
        let features = page.features.map(\.id)
        let listed = features.filter { lists[$0] != nil }
        guard features.isEmpty || !listed.isEmpty else { return nil }
        let wanted: [String?] = features.isEmpty ? [nil] : listed
        guard
          !wanted.contains(where: { rows.contains(Row(clientID: clientID, featureID: $0)) })
        else { return nil }
        reported.insert(clientID)
        let list = listed.first.flatMap { lists[$0] }
        return (
          guide.path,
          Finding(
            range: page.document.file.place(of: guide.title, in: guide.range),
            message: "'\(index.clientName(clientID))' has a guide, and no row in the list"
              + (list.map { " for '\(featureName($0.featureID, index))'" } ?? " of clients"),
            notes: (list ?? index.facts.statements[0]).evidence.first.map {
              [.init("the list", at: $0.place)]
            } ?? [],
            help: "add it to the list with its level")
        )
      }
    })

  private static func featureName(_ id: String, _ index: SiteIndex) -> String {
    index.facts.features.first { $0.id == id }?.name ?? id
  }
}

private struct Row: Hashable {
  let clientID: String
  /// Nil for a row in some list.
  let featureID: String?
}
