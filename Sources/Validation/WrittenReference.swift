import GuideModel

/// A reference to a step with the place in the guide where it stands.
struct WrittenReference {
  let reference: StepReference
  let guide: Guide
  /// The index of the procedure in which it stands.
  let procedure: Int
  /// The step that holds it.
  let step: Step

  static func all(in guide: Guide) -> [WrittenReference] {
    guide.procedures.enumerated().flatMap { index, procedure in
      procedure.steps.flatMap { step in
        step.references.map {
          WrittenReference(reference: $0, guide: guide, procedure: index, step: step)
        }
      }
    }
  }
}
