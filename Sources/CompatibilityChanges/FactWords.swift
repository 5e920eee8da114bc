/// The words of a value whose shape may grow with the schema: what it says, without what it rests on.
enum FactWords {
  /// Members that tell where a fact comes from; a change of them is none of the fact.
  private static let origins: Set<String> = [
    "evidence", "basis", "as_written", "source", "reference", "lang",
  ]
  /// Members that hold what is said; beside them their own name says nothing.
  private static let plain: Set<String> = ["value", "text", "name", "status", "model", "on", "url"]

  static func words(_ node: JSONNode) -> [String] {
    switch node.content {
    case .string(let text): [text]
    case .number(let digits): [digits]
    case .boolean(let isTrue): [isTrue ? "true" : "false"]
    case .null: []
    case .array(let elements): elements.flatMap(words)
    case .object(let members): object(members)
    }
  }

  /// One sentence of all members, in the order of their names, so that their order in the file is
  /// nothing that can change.
  private static func object(_ members: [JSONNode.Member]) -> [String] {
    let parts = members.filter { !origins.contains($0.key) }
      .sorted { rank($0) != rank($1) ? rank($0) < rank($1) : $0.key < $1.key }
    if parts.count == 1, let only = parts.first, plain.contains(only.key) {
      return words(only.value)
    }
    let sentence = parts.compactMap { member -> String? in
      let said = words(member.value).joined(separator: ", ")
      guard !said.isEmpty else { return nil }
      return plain.contains(member.key) ? said : "\(member.key) \(said)"
    }.joined(separator: ", ")
    return sentence.isEmpty ? [] : [sentence]
  }

  private static func rank(_ member: JSONNode.Member) -> Int { plain.contains(member.key) ? 0 : 1 }
}
