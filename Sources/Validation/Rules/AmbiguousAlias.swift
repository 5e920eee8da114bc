import GuideModel
import SourceText
import Syntax

extension Rule {
  static let ambiguousAlias = Rule(
    name: "ambiguous-alias", severity: .warning,
    summary: "two clients claim the same name or alias",
    explanation: """
      A page that uses the name is read as speaking of one of the two only, and the other one loses \
      its guides and its row. Let one client have it; where both are the same client, give both \
      entries one id. Names that wikiguide knows by itself count too.
      """,
    wrong: Example(
      "one alias for two clients",
      configuration:
        "clients:\n- name: Foo Mail\n  aliases: [FM]\n- name: Fast Mailer\n  aliases: [fm]\n",
      names: ["FM": "foo-mail", "fm": "fast-mailer"]),
    right: Example(
      "an alias for each",
      configuration:
        "clients:\n- name: Foo Mail\n  aliases: [FM]\n- name: Fast Mailer\n  aliases: [FMR]\n",
      names: ["FM": "foo-mail", "FMR": "fast-mailer"]),
    siteCheck: { index in
      guard !index.claimedNames.isEmpty else { return [] }
      var owners: [[UInt8]: (clientID: String, name: String, place: SourcePlace?)] = [:]
      for client in Vocabulary.standard.clients {
        for name in [client.name] + client.aliases {
          owners[FoldedText(name).bytes] = (client.id, name, nil)
        }
      }
      return index.claimedNames.compactMap { claimed in
        let key = FoldedText(claimed.name).bytes
        guard let owner = owners[key] else {
          owners[key] = (claimed.clientID, claimed.name, claimed.place)
          return nil
        }
        guard owner.clientID != claimed.clientID else { return nil }
        let note =
          owner.place.map { Diagnostic.Note("'\(owner.clientID)' claims it here", at: $0) }
          ?? Diagnostic.Note("wikiguide itself knows '\(owner.clientID)' by it")
        return (
          claimed.place.path,
          Finding(
            range: claimed.place.range,
            message: "'\(claimed.name)' is a name of '\(claimed.clientID)' here, "
              + "and of '\(owner.clientID)' too",
            notes: [note], help: "take it from one of the two, or give both entries one id",
            subject: claimed.name)
        )
      }
    })
}
