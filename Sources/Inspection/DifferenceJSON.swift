import GuideModel
import Rendering
import SourceText
import Syntax

/// How a page differs from an earlier revision, as JSON: ``PageJSON/schema`` describes it.
package enum DifferenceJSON {
  /// - Parameter against: the earlier revision, as people call it.
  package static func bytes(_ difference: PageDifference, against: String) -> [UInt8] {
    let places = Places(difference)
    return JSONText.bytes(
      .members([
        ("schemaVersion", .integer(PageJSON.schemaVersion)),
        ("path", .text(difference.new.shownPath)), ("against", .text(against)),
        ("changes", .array(difference.changes.map { change($0, places) })),
      ]))
  }

  private struct Places {
    let old: PageRegions
    let new: PageRegions
    let difference: PageDifference

    init(_ difference: PageDifference) {
      self.difference = difference
      old = PageRegions(difference.old.file)
      new = PageRegions(difference.new.file)
    }

    func of(_ change: PageChange) -> JSONText.Value? {
      guard let page = change.page else { return change.place.map(new.place) }
      guard let file = difference.new.library.page(at: page)?.document.file else { return nil }
      return change.place.map(PageRegions(file).place)
    }
  }

  private static func change(_ change: PageChange, _ places: Places) -> JSONText.Value {
    .members([
      ("kind", .string(change.kind.rawValue)), ("message", .text(change.message)),
      ("guide", .text(change.guide)), ("client", .text(change.client)),
      ("feature", .text(change.feature)), ("page", .text(change.page)),
      ("step", .text(change.step)), ("oldStep", .text(change.oldStep)),
      ("meant", .text(change.meant)), ("old", .text(change.old)), ("new", .text(change.new)),
      ("aspects", change.aspects.isEmpty ? nil : .strings(change.aspects.map(\.rawValue))),
      ("place", places.of(change)), ("oldPlace", change.oldPlace.map(places.old.place)),
    ])
  }
}
