import GuideModel
import SourceText

/// Two statements that give one version of a client two levels for the same feature.
struct Contradiction: Sendable {
  let clientID: String
  let level: SupportLevel
  let earlierLevel: SupportLevel
  /// The version that both name; nil where they speak of the client as a whole.
  let versions: String?
  let later: Evidence
  let earlier: Evidence

  /// Those of a whole site: two pages may contradict each other. Of each statement, the first one.
  static func all(in statements: [SupportStatement]) -> [Contradiction] {
    var contradictions: [Contradiction] = []
    for statements in SupportStatement.cells(statements) {
      var reported: Set<Evidence> = []
      for meeting in StatementMeeting.all(in: statements) where meeting.isContradiction {
        guard let level = meeting.later.level, let earlierLevel = meeting.earlier.level,
          let later = meeting.later.evidence.first, let earlier = meeting.earlier.evidence.first,
          reported.insert(later).inserted
        else { continue }
        contradictions.append(
          Contradiction(
            clientID: meeting.later.clientID, level: level, earlierLevel: earlierLevel,
            versions: meeting.versions, later: later, earlier: earlier))
      }
    }
    return contradictions
  }
}

extension SupportStatement {
  private struct Cell: Hashable {
    let clientID: String
    let featureID: String
  }

  /// The statements on each client and feature of which there are several, in the order in which
  /// the first of each was made.
  static func cells(_ statements: [SupportStatement]) -> [[SupportStatement]] {
    var positions: [Cell: Int] = [:]
    var cells: [[Int]] = []
    for (index, statement) in statements.enumerated() {
      let cell = Cell(clientID: statement.clientID, featureID: statement.featureID)
      if let position = positions[cell] {
        cells[position].append(index)
      } else {
        positions[cell] = cells.count
        cells.append([index])
      }
    }
    return cells.filter { $0.count > 1 }.map { cell in cell.map { statements[$0] } }
  }
}
