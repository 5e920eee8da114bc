import GuideModel
import SourceText
import Syntax

/// Finds the step in which something stands on a page, with its client and its text.
struct StepIndex {
  struct Entry {
    let range: SourceRange
    let guide: Guide
    let client: String
    let step: Step
    /// In the guide, from 1, over all its procedures.
    let position: Int
    /// The step's text: what its picture shows.
    let caption: String
  }

  private let entries: [Entry]

  init(_ page: PageReading, _ library: GuideLibrary) {
    let file = page.document.file
    entries = library.guides(on: page.path).flatMap { guide -> [Entry] in
      let client = guide.clientID.flatMap { library.clientsByID[$0]?.name } ?? ""
      return guide.procedures.flatMap(\.steps).enumerated().map { index, step in
        Entry(
          range: step.details.reduce(step.range) { $0.union($1.range) }, guide: guide,
          client: client, step: step, position: index + 1,
          caption: VisibleText.of(step.content, in: file))
      }
    }
  }

  func entry(at offset: Int) -> Entry? { entries.last { $0.range.contains(offset) } }
}
