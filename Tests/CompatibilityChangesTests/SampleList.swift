import CompatibilityChanges

/// A list in few words, printed as JSON.
struct SampleList {
  var asOf = "2026-01-02"
  var schemaVersion = "1.0.0"
  var clients: [Client]
  var statements: [Statement]
  /// How many lines stand above everything on the page.
  var shift = 0

  struct Client {
    var id: String
    var name: String
    var aliases: [String] = []
    var asWritten: [String] = []
    /// More members of the client, as JSON.
    var more = ""
  }

  struct Statement {
    var client: String
    var level: String
    /// As JSON.
    var versions = #"{"scope": "unspecified"}"#
    /// More members of the statement, as JSON.
    var more = ""
  }

  static func listed(_ versions: String...) -> String {
    let words = versions.map { "\"\($0)\"" }.joined(separator: ", ")
    return #"{"scope": "listed", "listed": [\#(words)], "as_written": "x"}"#
  }

  var json: String {
    let clients = clients.map { client in
      """
      "\(client.id)": {"name": "\(client.name)", "as_written": \(Self.texts(client.asWritten)),
        "aliases": \(Self.texts(client.aliases)), "kind": "unknown",
        "distribution": {"model": "unknown"}, "links": [], "evidence": ["E1"]\(client.more)}
      """
    }.joined(separator: ",\n")
    var order: [String] = []
    for statement in statements where !order.contains(statement.client) {
      order.append(statement.client)
    }
    let support = order.map { client in
      let mine = statements.filter { $0.client == client }.map { statement in
        """
        {"level": "\(statement.level)", "versions": \(statement.versions), "basis": "heading",
          "evidence": ["E1"]\(statement.more)}
        """
      }.joined(separator: ", ")
      return "\"\(client)\": [\(mine)]"
    }.joined(separator: ",\n")
    return """
      {"$schema": "schema-1.json",
      "__meta": {"schema_version": "\(schemaVersion)", "as_of": "\(asOf)"},
      "sources": {"S1": {"path": "Mail.txt", "sha256": "\(shift)"}},
      "clients": {\(clients)},
      "features": {"smtp.pop-before-smtp": {
        "name": [{"lang": "en", "text": "POP before SMTP", "evidence": ["E1"]}],
        "status": {"standard_track": false, "deprecated": true},
        "support": {\(support)}}},
      "evidence": {"E1": {"source": "S1", "line": \(shift + 3), "quote": "-Mail"}}}
      """
  }

  private static func texts(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  /// The changes from this list to another, a line each.
  func changes(to new: SampleList) throws -> [String] {
    try difference(to: new).changes.map { change in
      let clients = change.clients.map { ([$0.id] + $0.versions).joined(separator: " ") }
      return "\(change.section.rawValue) \(change.aspect.rawValue) "
        + "\(clients.joined(separator: ", ")): "
        + change.before.joined(separator: ", ") + " → " + change.after.joined(separator: ", ")
    }
  }

  func difference(to new: SampleList) throws -> ListDifference {
    ListDifference(
      from: try PublishedList(Array(json.utf8)), to: try PublishedList(Array(new.json.utf8)))
  }
}
