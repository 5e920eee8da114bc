import GuideModel
import SourceText

/// Which client supports which feature, in rows that every export prints: one row for each feature,
/// client and version that is spoken of, in the order of their ids; a range of versions is one row.
struct CompatibilityList: Sendable {
  struct Row: Sendable {
    fileprivate let sharedFeature: Shared<Feature>
    fileprivate let sharedClient: Shared<Client>
    /// Nil where the page's words for the level are not known.
    let level: SupportLevel?
    let levelAsWritten: Excerpt
    /// Of several that are listed, the row's own one.
    let versions: Versions
    fileprivate(set) var basis: SupportStatement.Basis
    let guide: Guide?
    /// What must be set and done first; known only where there is a guide.
    let requirements: [Requirement]
    /// Words that say more than the level does.
    fileprivate(set) var notes: [Excerpt]
    fileprivate(set) var verification: Verification?
    fileprivate(set) var evidence: [Evidence]

    var feature: Feature { sharedFeature.value }
    var client: Client { sharedClient.value }
    /// Nil where no version is named, or all are meant.
    var version: String? { versions.shown }
    var versionsAsWritten: String { versions.asWritten }
    var note: Excerpt? { notes.first }
  }

  let features: [Feature]
  let clients: [Client]
  let rows: [Row]
  /// The rows of each feature and client that anything is known of, in order.
  let cells: [Range<Int>]
  private let cellsByKey: [Cell: Int]

  /// What many rows have in common.
  fileprivate final class Shared<Value: Sendable>: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// - Parameter statements: those of the library; of claims that are alike, the first one's words
  ///   are shown.
  init(_ library: GuideLibrary, statements: [SupportStatement]) {
    features = library.features
    clients = library.clients
    let featuresByID = Dictionary(
      uniqueKeysWithValues: library.features.map { ($0.id, Shared($0)) })
    let clientsByID = Dictionary(
      uniqueKeysWithValues: library.clients.map { ($0.id, Shared($0)) })
    let guides = Dictionary(grouping: library.guides) { $0.clientID ?? "" }
    var rows: [Row] = []
    var positions: [Key: Int] = [:]
    for statement in statements {
      guard let feature = featuresByID[statement.featureID],
        let client = clientsByID[statement.clientID]
      else { continue }
      for versions in statement.versions.rows {
        let key = Key(
          feature: statement.featureID, client: statement.clientID,
          versions: Self.key(versions), level: statement.level)
        if let position = positions[key] {
          rows[position].add(statement)
          continue
        }
        positions[key] = rows.count
        rows.append(
          Self.row(
            statement, feature: feature, client: client, versions: versions,
            guides: guides[statement.clientID] ?? []))
      }
    }
    let order = rows.indices.sorted { left, right in
      let (one, other) = (rows[left], rows[right])
      if one.featureID != other.featureID { return one.featureID < other.featureID }
      return one.clientID != other.clientID ? one.clientID < other.clientID : left < right
    }
    self.rows = order.map { rows[$0] }
    cells = Self.cells(self.rows)
    cellsByKey = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { number, cell in
        let row = order[cell.lowerBound]
        return (Cell(feature: rows[row].featureID, client: rows[row].clientID), number)
      })
  }

  private static func cells(_ rows: [Row]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = 0
    for end in rows.indices.dropFirst() {
      guard
        rows[end].clientID != rows[start].clientID || rows[end].featureID != rows[start].featureID
      else { continue }
      cells.append(start..<end)
      start = end
    }
    return rows.isEmpty ? [] : cells + [start..<rows.count]
  }

  /// What is known of one client for one feature; empty where nobody says anything.
  func rows(feature: String, client: String) -> ArraySlice<Row> {
    cellsByKey[Cell(feature: feature, client: client)].map { rows[cells[$0]] } ?? []
  }

  /// What is known for one feature: the rows of each client of which anything is, in their order.
  func cells(feature: String) -> ArraySlice<Range<Int>> {
    let start = firstCell { $0 >= feature }
    return cells[start..<max(start, firstCell { $0 > feature })]
  }

  private func firstCell(_ isBehind: (String) -> Bool) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(rows[cells[middle].lowerBound].featureID) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private struct Cell: Hashable {
    let feature: String
    let client: String
  }

  /// The same claim made twice is one row with both places as evidence.
  private struct Key: Hashable {
    let feature: String
    let client: String
    let versions: [String]
    let level: SupportLevel?
  }

  private static func key(_ versions: Versions) -> [String] {
    switch versions.scope {
    case .unspecified: []
    case .all: ["all"]
    case .listed(let listed): ["listed"] + listed
    case .range(let from, let through): ["range", from ?? "", through ?? ""]
    }
  }

  private static func row(
    _ statement: SupportStatement, feature: Shared<Feature>, client: Shared<Client>,
    versions: Versions, guides: [Guide]
  ) -> Row {
    let works: Bool =
      switch statement.level {
      case .native?, .manual?, .partial?, nil: true
      case .unsupported?, .untested?: false
      }
    let guide = works ? guides.first { covers($0, feature: statement.featureID, versions) } : nil
    // Where the client does it by itself, nothing is asked of its user.
    let requirements = (guide?.requirements ?? []).filter {
      $0.kind == .clientSetting || statement.level != .native
    }
    return Row(
      sharedFeature: feature, sharedClient: client, level: statement.level,
      levelAsWritten: statement.levelAsWritten, versions: versions, basis: statement.basis,
      guide: guide, requirements: requirements, notes: statement.words,
      verification: statement.verification, evidence: statement.evidence)
  }

  /// A guide titled for one version makes no claim for another.
  private static func covers(_ guide: Guide, feature: String, _ versions: Versions) -> Bool {
    guard guide.featureID == nil || guide.featureID == feature else { return false }
    return guide.versions.meets(versions)
  }
}

extension CompatibilityList.Row {
  fileprivate var featureID: String { sharedFeature.value.id }
  fileprivate var clientID: String { sharedClient.value.id }

  /// Takes a claim in that says the same. Once somebody tried it, that is how it is known.
  fileprivate mutating func add(_ statement: SupportStatement) {
    evidence += statement.evidence.filter { !evidence.contains($0) }
    notes += statement.notes.filter { !notes.contains($0) }
    guard let later = statement.verification,
      (verification?.on.text ?? "") < later.on.text
    else { return }
    verification = later
    basis = .tested
  }
}

extension SupportStatement {
  /// Words that say more than the level does: a page's own for it, and what it adds.
  fileprivate var words: [Excerpt] {
    switch basis {
    case .curated, .tested: return notes
    case .stated, .heading: break
    }
    switch level {
    case .manual?, .partial?, nil:
      return (levelAsWritten.text.isEmpty ? [] : [levelAsWritten]) + notes
    case .native?, .unsupported?, .untested?: return notes
    }
  }
}
