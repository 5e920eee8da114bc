import GuideModel
import SourceText

/// A reference to a step with the place in the guide where it stands.
struct WrittenReference {
  let reference: StepReference
  let guide: Guide
  /// The index of the procedure in which it stands.
  let procedure: Int
  /// The step that holds it; nil where it stands before or after the steps.
  let step: Step?

  static func all(in guide: Guide) -> [WrittenReference] {
    var all: [WrittenReference] = []
    for (index, procedure) in guide.procedures.enumerated() {
      for reference in procedure.references {
        all.append(
          WrittenReference(reference: reference, guide: guide, procedure: index, step: nil))
      }
      for step in procedure.steps where !step.references.isEmpty {
        for reference in step.references {
          all.append(
            WrittenReference(reference: reference, guide: guide, procedure: index, step: step))
        }
      }
    }
    return all
  }

  /// Those of a page that name the guide of the step, with the words that do and what they led to.
  static func namingGuides(
    on shown: ShownPage, _ index: SiteIndex
  ) -> [(name: SourceRange, target: StepTarget)] {
    guard index.library.procedures.isAsked else { return [] }
    return shown.stepReferences.compactMap { written in
      guard let destination = written.reference.destination else { return nil }
      let target = index.library.target(
        of: written.reference, label: written.reference.label, in: written.procedure,
        of: written.guide)
      return (destination.range, target)
    }
  }
}
