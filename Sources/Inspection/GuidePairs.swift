import GuideModel
import SourceText
import Syntax

/// Which guide of a page is which of its earlier revision, and which step which.
struct GuidePairs {
  private(set) var changes: [PageChange] = []
  private(set) var pairs: [Pair] = []

  struct Pair {
    let old: Guide
    let new: Guide
    let steps: StepPairs
  }

  init(_ old: InspectedPage, _ new: InspectedPage) {
    var before = old.guides
    var found: [(new: Guide, old: Guide?)] = new.guides.map { guide in
      let index =
        before.firstIndex { $0.id == guide.id } ?? before.firstIndex { $0.title == guide.title }
      return (guide, index.map { before.remove(at: $0) })
    }
    // What has another name and another client may still be the same steps.
    for index in found.indices where found[index].old == nil {
      let guide = found[index].new
      let same = before.firstIndex { StepPairs($0, old, guide, new).isSameGuide }
      found[index].old = same.map { before.remove(at: $0) }
    }
    for guide in before {
      var change = PageChange(
        .guideRemoved, "guide '\(guide.title)' is gone, with \(Self.steps(guide))")
      change.guide = guide.id
      change.oldPlace = guide.range
      changes.append(change)
    }
    for (guide, earlier) in found {
      guard let earlier else {
        var change = PageChange(
          .guideAdded, "guide '\(guide.title)' is new, with \(Self.steps(guide))")
        change.guide = guide.id
        change.place = guide.range
        changes.append(change)
        continue
      }
      if earlier.id != guide.id || earlier.title != guide.title {
        changes.append(Self.renaming(earlier, guide))
      }
      let steps = StepPairs(earlier, old, guide, new)
      changes += steps.changes
      pairs.append(Pair(old: earlier, new: guide, steps: steps))
    }
  }

  private static func renaming(_ old: Guide, _ new: Guide) -> PageChange {
    let ids = old.id == new.id ? "" : " (\(old.id) → \(new.id))"
    var change = PageChange(.guideRenamed, "guide '\(old.title)' → '\(new.title)'\(ids)")
    change.guide = new.id
    change.old = old.title
    change.new = new.title
    change.oldPlace = old.range
    change.place = new.range
    return change
  }

  private static func steps(_ guide: Guide) -> String {
    let count = guide.procedures.reduce(0) { $0 + $1.steps.count }
    return "\(count) step\(count == 1 ? "" : "s")"
  }
}
