import GuideModel
import SourceText
import Syntax

/// Says of findings on a page in which guide, section and step they stand.
struct StepPlaces {
  private struct Place {
    let range: SourceRange
    let guide: Int
    let step: Step
  }

  private let page: PageReading
  private let clientNames: [String: Client]
  private let guides: [Guide]
  /// In file order.
  private let steps: [Place]

  init(_ shown: ShownPage, _ library: GuideLibrary) {
    page = shown.page
    clientNames = library.clientsByID
    guides = shown.guides
    var steps: [Place] = []
    for (number, guide) in guides.enumerated() {
      for procedure in guide.procedures {
        for step in procedure.steps {
          steps.append(Place(range: step.stretch, guide: number, step: step))
        }
      }
    }
    let isInOrder = zip(steps, steps.dropFirst()).allSatisfy { $0.range < $1.range }
    self.steps = isInOrder ? steps : steps.sorted { $0.range < $1.range }
  }

  func located(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !page.sections.isEmpty || !steps.isEmpty else { return findings }
    let sections = StretchIndex(page.sections.map(\.range))
    return findings.map { finding in
      guard let range = finding.place.range else { return finding }
      var finding = finding
      finding.context.section = sections.last(around: range.lower).map {
        page.sections[$0].title
      }
      if let step = step(at: range.lower) {
        let guide = guides[step.guide]
        finding.context.step = step.step.name
        finding.context.guide = guide.id
        finding.context.client = guide.clientID.flatMap { clientNames[$0]?.name }
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
