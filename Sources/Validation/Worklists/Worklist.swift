import SourceText

/// Something for staff to do, a row a task, in the order of clients and steps.
package struct Worklist: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case screenshots, guides, links }

  /// A cell: text, or nothing where there is nothing to say.
  package typealias Row = [String?]

  package let kind: Kind
  /// Names of columns as data has them: small letters joined by `_`.
  package let columns: [String]
  package let rows: [Row]
  /// Where each row was read.
  package let places: [SourcePlace]
}

/// A row in the making, with what it is sorted by: client, guide, position, place.
struct WorklistRow {
  let client: String
  let guide: String
  let position: Int
  let place: SourcePlace
  let cells: Worklist.Row

  static func sorted(_ rows: [WorklistRow]) -> [WorklistRow] {
    rows.sorted { left, right in
      // What belongs to no client comes last.
      if left.client.isEmpty != right.client.isEmpty { return right.client.isEmpty }
      if left.client != right.client { return left.client < right.client }
      if left.guide != right.guide { return left.guide < right.guide }
      if left.position != right.position { return left.position < right.position }
      if left.place != right.place { return left.place < right.place }
      return left.cells.map { $0 ?? "" }.lexicographicallyPrecedes(right.cells.map { $0 ?? "" })
    }
  }
}

extension Worklist {
  init(_ kind: Kind, columns: [String], _ rows: [WorklistRow]) {
    let rows = WorklistRow.sorted(rows)
    self.kind = kind
    self.columns = columns
    self.rows = rows.map(\.cells)
    places = rows.map(\.place)
  }
}
