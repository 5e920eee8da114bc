import GuideModel
import SourceText
import Syntax

/// Says of findings on a page in which guide, section and step they stand.
struct StepPlaces {
  private struct Place {
    let range: SourceRange
    let guide: Guide
    let step: String
  }

  private let page: PageReading
  private let clientNames: [String: Client]
  /// In file order.
  private let steps: [Place]

  init(_ page: PageReading, _ library: GuideLibrary) {
    self.page = page
    clientNames = library.clientsByID
    let guides = library.guides(on: page.path)
    steps = guides.flatMap { guide in
      guide.procedures.flatMap(\.steps).map { step in
        let whole = step.details.reduce(step.range) { $0.union($1.range) }
        return Place(range: whole, guide: guide, step: step.name)
      }
    }.sorted { $0.range < $1.range }
  }

  func located(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !page.sections.isEmpty || !steps.isEmpty else { return findings }
    return findings.map { finding in
      guard let range = finding.place.range else { return finding }
      var finding = finding
      finding.context.section =
        page.sections.last { $0.range.contains(range.lower) }?.title
      if let step = step(at: range.lower) {
        finding.context.step = step.step
        finding.context.guide = step.guide.id
        finding.context.client = step.guide.clientID.flatMap { clientNames[$0]?.name }
      }
      return finding
    }
  }

  /// The step that holds an offset: the last one that begins before it, if it reaches so far.
  private func step(at offset: Int) -> Place? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].range.lower <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, steps[low - 1].range.contains(offset) else { return nil }
    return steps[low - 1]
  }
}
