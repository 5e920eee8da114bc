import GuideModel
import SourceText
import Syntax

extension Worklist {
  /// The guides that somebody has to write or try: clients without one, versions that none covers,
  /// and pages of which nobody says when they were tried.
  /// - Parameter limit: a page that was checked before this day, `YYYY-MM-DD`, is to be tried again.
  package static func guides(_ index: SiteIndex, outdatedBefore limit: String) -> Worklist {
    let guides = Dictionary(grouping: index.library.guides) { $0.clientID ?? "" }
    var rows: [WorklistRow] = []
    for (statement, evidence) in index.library.statements.compactMap({ statement in
      statement.evidence.first.map { (statement, $0) }
    }) {
      let own = guides[statement.clientID] ?? []
      let client = index.clientName(statement.clientID)
      let level = statement.level?.rawValue ?? "unknown"
      func add(_ problem: String, version: String?, position: Int) {
        rows.append(
          WorklistRow(
            client: client, guide: "", position: position, place: evidence.place,
            cells: [client, version, level, problem, evidence.path, nil]))
      }
      switch statement.level {
      case .unsupported?: break
      default:
        let versions = statement.versions.listed
        if own.isEmpty {
          add(
            "no guide", version: versions.isEmpty ? nil : versions.joined(separator: ", "),
            position: 0)
        } else {
          for version in versions where !covers(own, version) {
            add("no guide for this version", version: version, position: 1)
          }
        }
      }
      let checked =
        statement.verification?.on ?? index.library.page(at: evidence.path)?.checked?.day
      if let problem = age(checked, limit) {
        let versions = statement.versions.listed
        add(
          "statement \(problem)",
          version: versions.isEmpty ? nil : versions.joined(separator: ", "),
          position: 2)
      }
    }
    for guide in index.library.guides {
      guard let page = index.library.page(at: guide.path),
        let problem = age(page.checked?.day, limit)
      else { continue }
      let client = guide.clientID.map(index.clientName) ?? ""
      let versions = guide.versions.listed
      rows.append(
        WorklistRow(
          client: client, guide: guide.id, position: 3,
          place: SourcePlace(guide.path, guide.range),
          cells: [
            client, versions.isEmpty ? nil : versions.joined(separator: ", "), nil,
            "guide '\(guide.title)' \(problem)", guide.path, nil,
          ]))
    }
    return Worklist(
      .guides, columns: ["client", "version", "level", "problem", "page", "line"], rows)
  }

  /// A guide that names no version is for all of them.
  private static func covers(_ guides: [Guide], _ version: String) -> Bool {
    guides.contains { $0.versions.listed.isEmpty || $0.versions.listed.contains(version) }
  }

  private static func age(_ day: CalendarDay?, _ limit: String) -> String? {
    guard let checked = day?.text else { return "never verified" }
    return checked < limit ? "last verified on \(checked)" : nil
  }
}
