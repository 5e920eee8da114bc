import GuideModel
import SourceText
import Syntax

/// References that still say the number that they said, while the step that they meant has another one
/// now or is gone. Those of other pages that lead to this one are looked at too.
struct ReferenceChanges {
  private(set) var changes: [PageChange] = []
  private let old: InspectedPage
  private let new: InspectedPage
  private let guides: GuidePairs

  init(_ old: InspectedPage, _ new: InspectedPage, _ guides: GuidePairs) {
    self.old = old
    self.new = new
    self.guides = guides
    for pair in guides.pairs {
      addEntryPoints(pair)
      addReferences(of: pair)
    }
    addReferencesElsewhere()
  }

  // MARK: - Where to begin

  private mutating func addEntryPoints(_ pair: GuidePairs.Pair) {
    var before = pair.old.entryPoints
    for entry in pair.new.entryPoints {
      let same =
        before.firstIndex { $0.audience == entry.audience && $0.label == entry.label }
        ?? before.firstIndex { $0.audience == entry.audience }
      guard let same else {
        changes.append(entryPoint(.entryPointAdded, entry, pair.new, "is new"))
        continue
      }
      let earlier = before.remove(at: same)
      guard earlier.label == entry.label, let meant = earlier.target else { continue }
      let current = pair.steps.current(meant)
      guard current != entry.target else { continue }
      let now = current.map { pair.new.procedures[$0.procedure].steps[$0.ordinal - 1].name }
      var change = entryPoint(
        .entryPointWrong, entry, pair.new,
        now.map { "is wrong now: the step is now \($0)" }
          ?? "is wrong now: that step was removed")
      change.meant = now
      change.oldPlace = earlier.excerpt.evidence.range
      changes.append(change)
    }
    for entry in before {
      var change = entryPoint(.entryPointRemoved, entry, pair.new, "is gone")
      change.oldPlace = change.place
      change.place = nil
      changes.append(change)
    }
  }

  private func entryPoint(
    _ kind: PageChange.Kind, _ entry: EntryPoint, _ guide: Guide, _ words: String
  ) -> PageChange {
    var change = PageChange(
      kind, "the entry point at step \(entry.label) (\(entry.audience.rawValue)) \(words)")
    change.guide = guide.id
    change.step = entry.label
    change.place = entry.excerpt.evidence.range
    return change
  }

  // MARK: - References

  private mutating func addReferences(of pair: GuidePairs.Pair) {
    for (index, procedure) in pair.new.procedures.enumerated() {
      for step in procedure.steps {
        let position = StepPosition(procedure: index, ordinal: step.ordinal)
        guard let earlier = pair.steps.earlier(position) else { continue }
        let before = oldReferences(earlier, pair.old)
        var uses: [String: Int] = [:]
        for reference in step.references {
          let words = FoldedText(reference.range, in: new.file).text
          let use = uses[words, default: 0]
          uses[words] = use + 1
          guard let same = before.filter({ $0.words == words }).dropFirst(use).first else {
            continue
          }
          compare(
            old.targets(of: same.reference, in: same.procedure, of: pair.old),
            new.targets(of: reference, in: index, of: pair.new), at: reference.range,
            in: step, of: pair.new, page: nil, file: new.file)
        }
      }
    }
  }

  private func oldReferences(
    _ step: Step, _ guide: Guide
  ) -> [(words: String, reference: StepReference, procedure: Int)] {
    let procedure =
      guide.procedures.firstIndex { procedure in
        procedure.steps.contains { $0 === step }
      } ?? 0
    return step.references.map {
      (FoldedText($0.range, in: old.file).text, $0, procedure)
    }
  }

  /// References of pages that did not change, which name a guide of this one.
  private mutating func addReferencesElsewhere() {
    guard new.library.procedures.isAsked else { return }
    let before = Dictionary(
      old.library.guides.map { ($0.path + "\n" + $0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    for guide in new.library.guides where guide.path != new.reading.path {
      guard let same = before[guide.path + "\n" + guide.id],
        let file = new.library.page(at: guide.path)?.document.file
      else { continue }
      for (index, procedure) in guide.procedures.enumerated() {
        for step in procedure.steps {
          for reference in step.references where reference.destination != nil {
            compare(
              old.targets(of: reference, in: index, of: same),
              new.targets(of: reference, in: index, of: guide), at: reference.range, in: step,
              of: guide, page: guide.path, file: file)
          }
        }
      }
    }
  }

  /// Says where the same number means another step than it did.
  private mutating func compare(
    _ before: [(label: String, step: TargetStep?)], _ after: [(label: String, step: TargetStep?)],
    at range: SourceRange, in step: Step, of guide: Guide, page: String?, file: SourceFile
  ) {
    for (earlier, now) in zip(before, after) {
      guard earlier.label == now.label, let meant = earlier.step,
        let pair = guides.pairs.first(where: {
          $0.old.id == meant.guide.id && meant.guide.path == old.reading.path
        })
      else { continue }
      let current = pair.steps.current(meant.position)
      let isSame =
        current != nil && now.step?.guide.id == pair.new.id
        && now.step?.position == current
      guard !isSame else { continue }
      let name = current.map { pair.new.procedures[$0.procedure].steps[$0.ordinal - 1].name }
      let words = file.text(range)
      let place =
        page.map { "step \(step.name) of '\(guide.title)' on \($0)" } ?? "step \(step.name)"
      let message: String
      if let name {
        message = "\(place) still says '\(words)': that step is now \(name)"
      } else {
        message =
          "\(place) still says '\(words)': that step was removed"
          + (now.step == nil ? "" : ", and another one has its number")
      }
      var change = PageChange(now.step == nil ? .referenceBroken : .referenceWrong, message)
      change.guide = guide.id
      change.page = page
      change.step = now.label
      change.meant = name
      change.place = range
      changes.append(change)
    }
  }
}
