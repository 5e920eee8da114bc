/// The search for the changed runs that explain a merged text best: one pass over the lines, with the
/// cheapest explanation of all lines before each.
struct RunSearch {
  typealias Run = MergedRevisions.Run

  let shapes: [LineShape]
  /// Lines whose words stand elsewhere with another mark.
  let repeated: [Bool]
  let lines: [ArraySlice<UInt8>]
  /// How many lines have the same words.
  private let uses: [[UInt32]: Int]
  /// By line and by how far behind it the other line stands.
  private var pairValues: [Double] = []

  private static let longestSide = 10
  /// The price of a run, and of a line in it that nothing explains.
  private static let runPrice = 3.0
  private static let linePrice = 2.0

  init(shapes: [LineShape], repeated: [Bool], lines: [ArraySlice<UInt8>]) {
    self.shapes = shapes
    self.repeated = repeated
    self.lines = lines
    uses = shapes.reduce(into: [:]) { $0[$1.core, default: 0] += 1 }
    let width = 2 * Self.longestSide
    var values = Array(repeating: 0.0, count: shapes.count * width)
    for old in shapes.indices {
      for new in (old + 1)..<max(old + 1, min(shapes.count, old + width)) {
        values[old * width + new - old] = judge(old, new)
      }
    }
    pairValues = values
  }

  private func pairValue(_ old: Int, _ new: Int) -> Double {
    let distance = new - old
    guard distance > 0, distance < 2 * Self.longestSide else { return 0 }
    return pairValues[old * 2 * Self.longestSide + distance]
  }

  func best() -> [Run] {
    var cost = [0.0]
    var last: [Run?] = [nil]
    var ending: [Int: [Run]] = [:]
    for run in candidates() { ending[run.added.upperBound, default: []].append(run) }
    cost.reserveCapacity(shapes.count + 1)
    for end in 1...max(1, shapes.count) where end <= shapes.count {
      var best = cost[end - 1]
      var chosen: Run?
      for run in ending[end] ?? [] {
        let start = run.deleted.lowerBound
        // Two runs with nothing between them would be one.
        guard start == 0 || last[start] == nil else { continue }
        let total = cost[start] - run.saving
        if total < best - 1e-9 { (best, chosen) = (total, run) }
      }
      cost.append(best)
      last.append(chosen)
    }
    var runs: [Run] = []
    var index = shapes.count
    while index > 0 {
      if let run = last[index] {
        runs.append(run)
        index = run.deleted.lowerBound
      } else {
        index -= 1
      }
    }
    return runs.reversed()
  }

  // MARK: - Candidates

  /// Every run in which some line is another one rewritten.
  private func candidates() -> [Run] {
    var found: [Run] = []
    for start in shapes.indices where !shapes[start].isBlank {
      let furthest = min(shapes.count, start + 2 * Self.longestSide)
      for middle in (start + 1)..<max(start + 2, min(furthest, start + Self.longestSide + 1))
      where middle < furthest && !shapes[middle].isBlank {
        // The first line that came most often is one that went, rewritten.
        guard hasPartner(middle, in: start..<middle) || hasPartner(start, in: middle..<furthest)
        else { continue }
        for end in (middle + 1)...min(furthest, middle + Self.longestSide)
        where !shapes[end - 1].isBlank {
          if let run = run(start..<middle, middle..<end) { found.append(run) }
        }
      }
    }
    return found
  }

  /// Headings that stand nowhere else: what begins a section is rewritten, but seldom goes alone.
  private func headings(_ side: Range<Int>) -> Int {
    side.count { shapes[$0].headingLevel != nil && !repeated[$0] }
  }

  /// Of the side with fewer lines, nearly all must be there because the other side has them anew.
  private func explainsTheSmallerSide(
    _ count: Int, _ deleted: Range<Int>, _ added: Range<Int>
  ) -> Bool {
    [deleted, added].contains { side in
      let filled = side.filter { !shapes[$0].isBlank }
      let explained = count + filled.count { repeated[$0] }
      return filled.count <= 10 && explained * 4 >= filled.count * 3
    }
  }

  /// What a line of a run costs: less where it goes with the line above it, nothing where its words
  /// stand elsewhere too.
  private func price(_ line: Int, in side: Range<Int>) -> Double {
    // An empty line is in most cases one that both revisions have.
    if shapes[line].isBlank { return 1.5 }
    if repeated[line] { return Self.linePrice - 3.5 }
    // Whole sections come and go less often than lines.
    if shapes[line].headingLevel != nil { return Self.linePrice + 1.5 }
    guard line > side.lowerBound else { return Self.linePrice }
    let above = shapes[line - 1]
    if shapes[line].mark == .address, above.mark != .address, above.headingLevel == nil {
      return 0.2
    }
    if let level = shapes[line].listLevel, let other = above.listLevel, other < level { return 0.4 }
    return Self.linePrice
  }

  private func hasPartner(_ line: Int, in range: Range<Int>) -> Bool {
    range.contains { pairValue(min($0, line), max($0, line)) > 0 }
  }

  private func run(_ deleted: Range<Int>, _ added: Range<Int>) -> Run? {
    // The wiki would have taken a line that both sides have as unchanged.
    for left in deleted {
      for right in added where lines[left] == lines[right] && !shapes[left].isBlank { return nil }
    }
    guard headings(deleted) == headings(added) else { return nil }
    let (value, count, reason) = pairs(deleted, added)
    guard value > 0, explainsTheSmallerSide(count, deleted, added) else { return nil }
    var saving = value - Self.runPrice
    for side in [deleted, added] {
      for line in side { saving -= price(line, in: side) }
    }
    // What reads better afterwards can never make up for more than this.
    guard saving + 12 > 0 else { return nil }
    let order = coherenceSaving(deleted, added)
    saving += order.saving
    guard saving > 0 else { return nil }
    return Run(
      deleted: deleted, added: added, saving: saving,
      reason: reason == .rewritten && order.saving > 0 ? order.reason : reason)
  }

  /// Which lines that came are which that went, rewritten, both in their order: what all these pairs
  /// are worth, with the price of their lines given back, and what the best of them is.
  private func pairs(
    _ deleted: Range<Int>, _ added: Range<Int>
  ) -> (value: Double, count: Int, reason: MergedRevisions.Reason) {
    let columns = added.count + 1
    var table = Array(repeating: (value: 0.0, count: 0), count: (deleted.count + 1) * columns)
    var best = (value: 0.0, reason: MergedRevisions.Reason.rewritten)
    for (row, left) in deleted.enumerated() {
      for (column, right) in added.enumerated() {
        let value = pairValue(left, right)
        var total = table[row * columns + column + 1]
        let other = table[(row + 1) * columns + column]
        if other.value > total.value { total = other }
        let before = table[row * columns + column]
        let refund = max(0, price(left, in: deleted) + price(right, in: added))
        if value > 0, before.value + value + refund > total.value {
          total = (before.value + value + refund, before.count + 1)
        }
        if value > best.value { best = (value, reason(left, right)) }
        table[(row + 1) * columns + column + 1] = total
      }
    }
    let last = table.last ?? (0, 0)
    return (last.value, last.count, best.reason)
  }

  /// How strongly one line looks like another one rewritten.
  private func judge(_ old: Int, _ new: Int) -> Double {
    let (left, right) = (shapes[old], shapes[new])
    guard !left.isBlank, !right.isBlank, lines[old] != lines[new], kinship(left, right) else {
      return 0
    }
    if left.core == right.core, left.core.count >= 3 {
      if left.mark != right.mark { return uses[left.core, default: 0] > 2 ? 3 : 8 }
      // Steps that say the same are common; with one number less they may have been numbered anew.
      return left.label == nil || right.label == nil ? 3 : 1.5
    }
    let likeness = left.likeness(to: right)
    if let number = left.label, number == right.label, left.mark == right.mark {
      return likeness >= 0.3 ? 3 + 3 * likeness : 1
    }
    guard !left.differsInDigitsAlone(from: right) else { return 0 }
    let value = worth(of: likeness, left, right)
    return isSeries(old, new, likeness: likeness) ? value * 0.2 : value
  }

  /// In a list, lines that are alike stand side by side more often than in a text.
  private func worth(of likeness: Double, _ left: LineShape, _ right: LineShape) -> Double {
    var value: Double
    switch (left.mark, right.mark) {
    case (.heading, .heading) where left.mark == right.mark:
      value = likeness >= 0.4 ? 1.5 + 3 * likeness : 0
    case (.none, .none): value = (likeness - 0.42) * 11
    case (.address, .address): value = (likeness - 0.6) * 4
    case _ where left.mark == right.mark: value = (likeness - 0.55) * 11
    default: value = likeness >= 0.6 ? likeness * 6 : 0
    }
    // A line that goes on where another one ends may be another line.
    if left.core.starts(with: right.core) || right.core.starts(with: left.core) { value *= 0.6 }
    return max(0, value)
  }

  /// Whether one may become the other by a small edit: an address does not become a heading.
  private func kinship(_ left: LineShape, _ right: LineShape) -> Bool {
    switch (left.mark, right.mark) {
    case (.address, .address), (.cell, .cell): true
    case (.address, _), (_, .address), (.cell, _), (_, .cell): false
    default: true
    }
  }

  /// Whether lines around are as alike as these two: then they are a series, not an edit.
  private func isSeries(_ old: Int, _ new: Int, likeness: Double) -> Bool {
    let step = new - old
    for (left, right) in [(old - step, old), (new, new + step)]
    where shapes.indices.contains(left) && shapes.indices.contains(right) {
      guard shapes[left].mark == shapes[right].mark,
        shapes[left].label != shapes[right].label
          || shapes[left].label == nil
      else { continue }
      if shapes[left].likeness(to: shapes[right]) >= likeness - 0.12 { return true }
    }
    return false
  }

  private func reason(_ old: Int, _ new: Int) -> MergedRevisions.Reason {
    if shapes[old].core == shapes[new].core, shapes[old].mark != shapes[new].mark {
      return .marksChanged
    }
    if shapes[old].label != nil { return .sameNumber }
    return .rewritten
  }

  // MARK: - How each revision reads

  /// What the revisions gain where the run's lines are parted, over both having all of them.
  private func coherenceSaving(
    _ deleted: Range<Int>, _ added: Range<Int>
  ) -> (saving: Double, reason: MergedRevisions.Reason) {
    let before = Array(max(0, deleted.lowerBound - 12)..<deleted.lowerBound)
    let behind = added.upperBound < shapes.count ? [added.upperBound] : []
    let together = faults(before, Array(deleted) + Array(added) + behind)
    let old = faults(before, Array(deleted) + behind)
    let new = faults(before, Array(added) + behind)
    let saving = 2 * together.cost - old.cost - new.cost
    return (saving, together.hasOrphan && !together.hasEmptySection ? .orphanItem : .emptySection)
  }

  /// What reads oddly among lines: sections without text, items without the item above them, steps
  /// that stand twice.
  private func faults(
    _ before: [Int], _ inside: [Int]
  ) -> (cost: Double, hasOrphan: Bool, hasEmptySection: Bool) {
    var cost = 0.0
    var (hasOrphan, hasEmptySection) = (false, false)
    let all = before + inside
    for position in before.count..<all.count {
      let shape = shapes[all[position]]
      let previous = all[..<position].last { !shapes[$0].isBlank }.map { shapes[$0] }
      if let level = shape.headingLevel, let above = previous?.headingLevel, above >= level {
        cost += 1.5
        hasEmptySection = true
      }
      if let level = shape.listLevel, level >= 2, isOrphan(position, level: level, in: all) {
        cost += 1.5
        hasOrphan = true
      }
      if shape.mark == .address, previous?.headingLevel != nil { cost += 1 }
      if let label = shape.label, label > 1, let last = lastLabel(before: position, in: all),
        label <= last
      {
        cost += 1.5
      }
    }
    return (cost, hasOrphan, hasEmptySection)
  }

  private func isOrphan(_ position: Int, level: Int, in all: [Int]) -> Bool {
    for index in all[..<position].reversed() {
      let shape = shapes[index]
      if shape.headingLevel != nil { return true }
      if let other = shape.listLevel, other < level { return false }
    }
    // The item may stand further up.
    return false
  }

  private func lastLabel(before position: Int, in all: [Int]) -> Int? {
    all[..<position].last { shapes[$0].label != nil }.flatMap { shapes[$0].label }
  }
}
