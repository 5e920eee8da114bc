import GuideModel
import SourceText
import Syntax

/// How a page differs from an earlier revision of it: what was put in and taken out, and which words
/// now lead to another step than they did.
///
/// Goes in: both revisions, each read in its own site. Comes out: changes in a fixed order, those of
/// the page first, then those of clients, then guide by guide.
package struct PageDifference: Sendable {
  package let changes: [PageChange]
  package let old: InspectedPage
  package let new: InspectedPage

  package init(from old: InspectedPage, to new: InspectedPage) {
    self.old = old
    self.new = new
    let guides = GuidePairs(old, new)
    changes =
      Self.pageChanges(old, new) + ClientChanges(old, new).changes
      + guides.changes + ReferenceChanges(old, new, guides).changes
  }

  private static func pageChanges(_ old: InspectedPage, _ new: InspectedPage) -> [PageChange] {
    var changes: [PageChange] = []
    if old.reading.title != new.reading.title {
      var change = PageChange(
        .titleChanged, "title '\(old.reading.title)' → '\(new.reading.title)'")
      change.old = old.reading.title
      change.new = new.reading.title
      changes.append(change)
    }
    let before = old.reading.features
    let after = new.reading.features
    for feature in before where !after.contains(where: { $0.id == feature.id }) {
      var change = PageChange(.featureRemoved, "feature \(feature.name) is gone")
      change.feature = feature.id
      change.oldPlace = feature.evidence.first?.range
      changes.append(change)
    }
    for feature in after where !before.contains(where: { $0.id == feature.id }) {
      var change = PageChange(.featureAdded, "feature \(feature.name) is new")
      change.feature = feature.id
      change.place = feature.evidence.first?.range
      changes.append(change)
    }
    return changes
  }
}
