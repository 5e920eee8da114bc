import GuideModel
import SourceText
import Syntax

/// Which step of a guide is which of its earlier revision, and what became of the others.
struct StepPairs {
  private let guide: Guide
  private let old: [Placed]
  private let new: [Placed]
  private let alignment: StepAlignment
  private let oldAt: [StepPosition: Int]
  private let newAt: [StepPosition: Int]

  /// A step with where it stands and what it says.
  struct Placed {
    let position: StepPosition
    let step: Step
    let words: TextLikeness
    let file: SourceFile
    /// What readers call it, with its procedure's name where several have steps.
    let name: String
  }

  init(_ oldGuide: Guide, _ oldPage: InspectedPage, _ newGuide: Guide, _ newPage: InspectedPage) {
    guide = newGuide
    old = Self.steps(oldGuide, oldPage.file)
    new = Self.steps(newGuide, newPage.file)
    alignment = StepAlignment(old.map(\.words), new.map(\.words))
    oldAt = Self.indexes(old)
    newAt = Self.indexes(new)
  }

  private static func indexes(_ steps: [Placed]) -> [StepPosition: Int] {
    Dictionary(
      steps.enumerated().map { ($0.element.position, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func steps(_ guide: Guide, _ file: SourceFile) -> [Placed] {
    let withSteps = guide.procedures.count { !$0.steps.isEmpty }
    return guide.procedures.enumerated().flatMap { index, procedure in
      procedure.steps.map { step in
        var name = step.name
        if withSteps > 1 { name += " of '\(procedure.title ?? procedure.kind.rawValue)'" }
        return Placed(
          position: StepPosition(procedure: index, ordinal: step.ordinal), step: step,
          words: TextLikeness(words(of: step, in: file)), file: file, name: name)
      }
    }
  }

  /// Text for telling steps apart; of a step without any, its pictures.
  private static func words(of step: Step, in file: SourceFile) -> String {
    let text = FoldedText(step.content, in: file).text
    guard text.isEmpty else { return text }
    return step.images.map { file.text($0.source) }.joined(separator: " ")
  }

  /// Whether at least half of the steps of both are the same.
  var isSameGuide: Bool {
    let kept = alignment.newIndex.count { $0 != nil }
    return kept > 0 && kept * 2 >= max(old.count, new.count)
  }

  /// Where a step of the earlier revision stands now; nil where it was removed.
  func current(_ position: StepPosition) -> StepPosition? {
    oldAt[position].flatMap { alignment.newIndex[$0] }
      .map { new[$0].position }
  }

  /// The step of the earlier revision that a step is; nil where it is new.
  func earlier(_ position: StepPosition) -> Step? {
    newAt[position].flatMap { alignment.oldIndex[$0] }
      .map { old[$0].step }
  }

  // MARK: - Changes

  /// In the order of the steps as they are now; what was removed comes where it was.
  var changes: [PageChange] {
    var changes: [PageChange] = []
    var next = 0
    func removeUpTo(_ end: Int) {
      while next < end {
        if alignment.newIndex[next] == nil { changes.append(removal(old[next])) }
        next += 1
      }
    }
    for (index, step) in new.enumerated() {
      guard let before = alignment.oldIndex[index] else {
        changes.append(insertion(step))
        continue
      }
      let isMoved = alignment.moved.contains(before)
      if !isMoved { removeUpTo(before) }
      if isMoved { changes.append(move(old[before], step)) }
      if let change = rewording(old[before], step) { changes.append(change) }
    }
    removeUpTo(old.count)
    return changes + renumberings
  }

  private func change(
    _ kind: PageChange.Kind, _ message: String, old: Placed? = nil, new: Placed? = nil
  ) -> PageChange {
    var change = PageChange(kind, message)
    change.guide = guide.id
    change.step = new?.step.name
    change.oldStep = old?.step.name
    change.place = new?.step.range
    change.oldPlace = old?.step.range
    return change
  }

  private func insertion(_ step: Placed) -> PageChange {
    var inserted = change(
      .stepInserted, "step \(step.name) inserted: \(Self.quoted(step))", new: step)
    inserted.new = Self.text(step)
    return inserted
  }

  private func removal(_ step: Placed) -> PageChange {
    var removed = change(
      .stepRemoved, "step \(step.name) removed: \(Self.quoted(step))", old: step)
    removed.old = Self.text(step)
    return removed
  }

  private func move(_ old: Placed, _ new: Placed) -> PageChange {
    change(.stepMoved, "step \(old.name) moved, now \(new.name)", old: old, new: new)
  }

  private func rewording(_ old: Placed, _ new: Placed) -> PageChange? {
    let aspects = Self.aspects(old, new)
    guard !aspects.isEmpty else { return nil }
    let words = aspects.map(\.rawValue).joined(separator: ", ")
    var changed = change(.stepChanged, "step \(new.name) changed: \(words)", old: old, new: new)
    changed.aspects = aspects
    if aspects.contains(.words) {
      changed.old = Self.text(old)
      changed.new = Self.text(new)
    }
    return changed
  }

  private static func aspects(_ old: Placed, _ new: Placed) -> [StepAspect] {
    func differs(_ said: (Step, SourceFile) -> [String]) -> Bool {
      said(old.step, old.file) != said(new.step, new.file)
    }
    return StepAspect.allCases.filter { aspect in
      switch aspect {
      case .words: text(old) != text(new)
      case .marks:
        text(old) == text(new)
          && differs { step, file in step.content.map { file.text($0.range) } }
      case .pictures:
        differs { step, file in
          (step.images + step.substeps.flatMap(\.images)).map { file.text($0.range) }
        }
      case .parts:
        differs { step, file in step.substeps.map { VisibleText.of($0.content, in: file) } }
      case .details:
        differs { step, file in step.details.map { file.text($0.range) } }
      case .optional: old.step.isOptional != new.step.isOptional
      }
    }
  }

  /// Steps that go on under another number, those side by side as one change.
  private var renumberings: [PageChange] {
    var runs: [[(old: Placed, new: Placed)]] = []
    for (index, step) in new.enumerated() {
      guard let before = alignment.oldIndex[index], !alignment.moved.contains(before),
        old[before].step.name != step.step.name
      else { continue }
      let pair = (old: old[before], new: step)
      if let last = runs.last?.last, Self.follows(last.old, pair.old),
        Self.follows(last.new, pair.new)
      {
        runs[runs.count - 1].append(pair)
      } else {
        runs.append([pair])
      }
    }
    return runs.compactMap { run in
      guard let first = run.first, let last = run.last else { return nil }
      let message =
        run.count == 1
        ? "step \(first.old.name) is now \(first.new.name)"
        : "steps \(first.old.step.name)–\(last.old.name) are now "
          + "\(first.new.step.name)–\(last.new.name)"
      var renumbered = change(.stepsRenumbered, message, old: first.old, new: first.new)
      renumbered.place = first.new.step.range.union(last.new.step.range)
      renumbered.oldPlace = first.old.step.range.union(last.old.step.range)
      return renumbered
    }
  }

  private static func follows(_ first: Placed, _ second: Placed) -> Bool {
    first.position.procedure == second.position.procedure
      && first.position.ordinal + 1 == second.position.ordinal
  }

  private static func text(_ step: Placed) -> String {
    VisibleText.of(step.step.content, in: step.file)
  }

  /// The beginning of a step's words.
  private static func quoted(_ step: Placed) -> String {
    let text = text(step)
    guard !text.isEmpty else { return "without words" }
    return "'" + String(text.prefix(40)) + (text.count > 40 ? "…'" : "'")
  }
}
