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
    var last: (section: Int?, step: Int?, finding: Diagnostic)?
    return findings.map { finding in
      guard let range = finding.place.range else { return finding }
      var finding = finding
      let section = sections.last(around: range.lower)
      let step = step(at: range.lower)
      if let last, last.section == section, last.step == step {
        finding.shareContext(of: last.finding)
      } else {
        finding.context = context(section: section, step: step)
        last = (section, step, finding)
      }
      return finding
    }
  }

  private func context(section: Int?, step: Int?) -> Diagnostic.Context {
    var context = Diagnostic.Context(section: section.map { page.sections[$0].title })
    if let step = step.map({ steps[$0] }) {
      let guide = guides[step.guide]
      context.step = step.step.name
      context.guide = guide.id
      context.client = guide.clientID.flatMap { clientNames[$0]?.name }
    }
    return context
  }

  /// The step that holds an offset: the last one that begins before it, if it reaches so far.
  private func step(at offset: Int) -> Int? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].range.lower <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, steps[low - 1].range.contains(offset) else { return nil }
    return low - 1
  }
}
