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

  init(_ list: CompatibilityList) {
    columns = list.features.map { feature in
      var column = Column()
      let cells = list.cells(feature: feature.id)
      for cell in cells {
        let rows = list.rows[cell]
        for level in Set(rows.map(\.level)) { column.levels[level, default: 0] += 1 }
        if rows.contains(where: { $0.guide != nil }) { column.withGuide += 1 }
        if rows.contains(where: { $0.verification != nil }) { column.verified += 1 }
      }
      // Of the others, nobody says anything.
      if cells.count < list.clients.count {
        column.levels[nil, default: 0] += list.clients.count - cells.count
      }
      return column
    }
  }
}
