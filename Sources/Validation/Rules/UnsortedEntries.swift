import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unsortedEntries = Rule(
    name: "unsorted-entries", severity: .note,
    summary: "the entries of a curated file are not in the order of their ids",
    explanation: """
      In one order everybody finds an entry, nobody adds a client a second time, and two people who \
      add entries seldom touch the same lines. It is said once for each file, at the first entry \
      that stands too late or too early; move it with the comments above it.
      """,
    wrong: Example(
      "sylpheed before becky",
      pages: [("clients.yml", "sylpheed:\n  source: …\nbecky:\n  source: …\n")],
      facts: { $0.curatedEntries = entries("clients.yml", [("sylpheed", 0), ("becky", 23)]) }),
    right: Example(
      "in order",
      pages: [("clients.yml", "becky:\n  source: …\nsylpheed:\n  source: …\n")],
      facts: { $0.curatedEntries = entries("clients.yml", [("becky", 0), ("sylpheed", 20)]) }),
    siteCheck: { index in
      let entries = index.facts.curatedEntries.sorted { $0.evidence < $1.evidence }
      var reported: Set<String> = []
      return zip(entries, entries.dropFirst()).compactMap { first, second in
        let path = second.evidence.path
        guard first.evidence.path == path, second.id < first.id, reported.insert(path).inserted
        else { return nil }
        return (
          path,
          Finding(
            range: second.evidence.range,
            message: "'\(second.id)' stands behind '\(first.id)'",
            notes: [.init("'\(first.id)' is here", at: first.evidence.place)],
            help: "sort the entries by their ids", subject: second.id)
        )
      }
    })

  private static func entries(
    _ path: String, _ ids: [(id: String, offset: Int)]
  ) -> [CompatibilityFacts.Entry] {
    ids.map { id, offset in
      CompatibilityFacts.Entry(
        id: id,
        evidence: Evidence(
          path: path, range: SourceRange(offset, offset + id.utf8.count)))
    }
  }
}
