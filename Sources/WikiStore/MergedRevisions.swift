/// Two revisions of a page in one sequence of lines, parted again by what each line looks like.
///
/// Where a revision changed, the lines that went stand before the lines that came; nothing else says
/// which is which. The search takes the explanation that costs least: a changed run has its price,
/// lines in it are cheaper where one of them is another one rewritten, and each revision must read
/// well by itself. Runs that save little are kept out of the result and reported as unsure.
struct MergedRevisions {
  enum Fate: Equatable, Sendable { case both, deleted, added }

  struct Run: Sendable, Equatable {
    /// The lines that went, and behind them the lines that came.
    let deleted: Range<Int>
    let added: Range<Int>
    /// How much dearer it would be to take all these lines as unchanged.
    let saving: Double
    let reason: Reason

    var lines: Range<Int> { deleted.lowerBound..<added.upperBound }
  }

  /// What speaks for a run most.
  enum Reason: Sendable, Equatable {
    case marksChanged, sameNumber, rewritten, emptySection, orphanItem
  }

  /// In order; they never touch.
  let runs: [Run]

  init(_ lines: [ArraySlice<UInt8>]) {
    let shapes = lines.map(LineShape.init)
    runs = RunSearch(shapes: shapes, repeated: Self.repeatedElsewhere(shapes), lines: lines).best()
  }

  /// Lines whose words stand once more, not far away: one of them may have moved.
  private static func repeatedElsewhere(_ shapes: [LineShape]) -> [Bool] {
    var places: [[UInt32]: [Int]] = [:]
    for index in shapes.indices where shapes[index].core.count >= 8 && shapes[index].label == nil {
      places[shapes[index].core, default: []].append(index)
    }
    var repeated = Array(repeating: false, count: shapes.count)
    for indices in places.values where indices.count == 2 && indices[1] - indices[0] <= 60 {
      let isRemarked = shapes[indices[0]].mark != shapes[indices[1]].mark
      guard isRemarked else { continue }
      for index in indices { repeated[index] = true }
    }
    return repeated
  }
}
