import GuideModel

/// What the list says as a whole, worked out once for all parts in which it is shown.
struct MatrixSurvey: Sendable {
  /// How many clients a feature's column has of what. A client counts for each level that one of its
  /// versions has, as a filter by level would find it.
  struct Column: Sendable {
    var levels: [SupportLevel?: Int] = [:]
    var withGuide = 0
    var verified = 0
  }

  /// By the feature's place in the list.
  let columns: [Column]
  private let verifications: [String: [SupportStatement]]

  init(_ list: CompatibilityList, statements: [SupportStatement]) {
    let verified = statements.filter { $0.verification != nil }
    let verifications = Dictionary(grouping: verified) {
      Self.key(feature: $0.featureID, client: $0.clientID)
    }
    self.verifications = verifications
    columns = list.features.map { feature in
      var column = Column()
      for client in list.clients {
        let rows = list.rows(feature: feature.id, client: client.id)
        for level in rows.isEmpty ? [nil] : Set(rows.map(\.level)) {
          column.levels[level, default: 0] += 1
        }
        if rows.contains(where: { $0.guide != nil }) { column.withGuide += 1 }
        if rows.contains(where: { Self.verification(of: $0, among: verifications) != nil }) {
          column.verified += 1
        }
      }
      return column
    }
  }

  /// When somebody tried what a row says; nil where nobody did, or does not say when.
  func verification(of row: CompatibilityList.Row) -> Verification? {
    Self.verification(of: row, among: verifications)
  }

  private static func verification(
    of row: CompatibilityList.Row, among verifications: [String: [SupportStatement]]
  ) -> Verification? {
    guard !verifications.isEmpty else { return nil }
    return verifications[key(feature: row.feature.id, client: row.client.id)]?.first { statement in
      let listed = statement.versions.listed
      return statement.level == row.level
        && (row.version.map { listed.isEmpty || listed.contains($0) } ?? listed.isEmpty)
    }?.verification
  }

  private static func key(feature: String, client: String) -> String { "\(feature)\t\(client)" }
}
