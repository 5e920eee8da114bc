import GuideModel
import SourceText

/// Which client supports which feature, in rows that every export prints: one row for each feature,
/// client and version that a page speaks of, in the order of their ids.
struct CompatibilityList: Sendable {
  struct Row: Sendable {
    let feature: Feature
    let client: Client
    /// Nil where the page's words for the level are not known.
    let level: SupportLevel?
    let levelAsWritten: Excerpt
    /// Nil where the page names no version.
    let version: String?
    let versionsAsWritten: String
    let basis: SupportStatement.Basis
    let guide: Guide?
    /// What must be set and done first; known only where there is a guide.
    let requirements: [Requirement]
    var evidence: [Evidence]

    /// Words of the page that say more than the level does.
    var note: Excerpt? {
      switch level {
      case .manual?, .partial?, nil: levelAsWritten.text.isEmpty ? nil : levelAsWritten
      case .native?, .unsupported?, .untested?: nil
      }
    }
  }

  let features: [Feature]
  let clients: [Client]
  let rows: [Row]
  private let cells: [Cell: Range<Int>]

  /// - Parameter statements: those of the library; of claims that are alike, the first one's words
  ///   are shown.
  init(_ library: GuideLibrary, statements: [SupportStatement]) {
    features = library.features
    clients = library.clients
    let featuresByID = Dictionary(uniqueKeysWithValues: library.features.map { ($0.id, $0) })
    let clientsByID = Dictionary(uniqueKeysWithValues: library.clients.map { ($0.id, $0) })
    let guides = Dictionary(grouping: library.guides) { $0.clientID ?? "" }
    var rows: [Row] = []
    var positions: [Key: Int] = [:]
    for statement in statements {
      guard let feature = featuresByID[statement.featureID],
        let client = clientsByID[statement.clientID]
      else { continue }
      let versions: [String?] =
        statement.versions.listed.isEmpty ? [nil] : statement.versions.listed
      for version in versions {
        let key = Key(
          feature: feature.id, client: client.id, version: version, level: statement.level)
        if let position = positions[key] {
          rows[position].evidence += statement.evidence.filter {
            !rows[position].evidence.contains($0)
          }
          continue
        }
        positions[key] = rows.count
        rows.append(
          Self.row(
            statement, feature: feature, client: client, version: version,
            guides: guides[client.id] ?? []))
      }
    }
    let sorted = rows.enumerated().sorted {
      ($0.element.feature.id, $0.element.client.id, $0.offset)
        < ($1.element.feature.id, $1.element.client.id, $1.offset)
    }.map(\.element)
    var cells: [Cell: Range<Int>] = [:]
    for (index, row) in sorted.enumerated() {
      let cell = Cell(feature: row.feature.id, client: row.client.id)
      cells[cell] = (cells[cell]?.lowerBound ?? index)..<(index + 1)
    }
    self.rows = sorted
    self.cells = cells
  }

  /// What is known of one client for one feature; empty where no page says anything.
  func rows(feature: String, client: String) -> ArraySlice<Row> {
    cells[Cell(feature: feature, client: client)].map { rows[$0] } ?? []
  }

  private struct Cell: Hashable {
    let feature: String
    let client: String
  }

  /// The same claim made twice is one row with both places as evidence.
  private struct Key: Hashable {
    let feature: String
    let client: String
    let version: String?
    let level: SupportLevel?
  }

  private static func row(
    _ statement: SupportStatement, feature: Feature, client: Client, version: String?,
    guides: [Guide]
  ) -> Row {
    let works: Bool =
      switch statement.level {
      case .native?, .manual?, .partial?, nil: true
      case .unsupported?, .untested?: false
      }
    let guide = works ? guides.first { covers($0, feature: feature.id, version: version) } : nil
    // Where the client does it by itself, nothing is asked of its user.
    let requirements = (guide?.requirements ?? []).filter {
      $0.kind == .clientSetting || statement.level != .native
    }
    return Row(
      feature: feature, client: client, level: statement.level,
      levelAsWritten: statement.levelAsWritten, version: version,
      versionsAsWritten: statement.versions.asWritten, basis: statement.basis, guide: guide,
      requirements: requirements, evidence: statement.evidence)
  }

  /// A guide titled for one version makes no claim for another.
  private static func covers(_ guide: Guide, feature: String, version: String?) -> Bool {
    guard guide.featureID == nil || guide.featureID == feature else { return false }
    guard let version, !guide.versions.listed.isEmpty else { return true }
    return guide.versions.listed.contains(version)
  }
}
