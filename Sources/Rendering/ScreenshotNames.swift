import GuideModel
import SourceText
import Syntax

/// What a step's pictures show, in words: the alternative text where the author gave none.
enum ScreenshotNames {
  /// By the picture's range. No two pictures of a guide share a name.
  static func names(in guides: [Guide], text: InterfaceText) -> [SourceRange: String] {
    var names: [SourceRange: String] = [:]
    names.reserveCapacity(guides.reduce(0) { $0 + $1.procedures.reduce(0) { $0 + $1.steps.count } })
    let ofStep = Phrase(text.screenshotOf(text.step.pattern))
    for procedure in guides.flatMap(\.procedures) {
      for step in procedure.steps {
        let name = name(ofStep(step.name), procedure.kind, text)
        add(step.images, named: name, to: &names)
        for (index, substep) in step.substeps.enumerated() {
          add(substep.images, named: "\(name) (\(index + 1))", to: &names)
        }
      }
    }
    return names
  }

  private static func name(
    _ name: String, _ kind: Procedure.Kind, _ text: InterfaceText
  ) -> String {
    switch kind {
    case .setup: return name
    case .operation: return "\(text.operation): \(name)"
    case .troubleshooting: return "\(text.troubleshooting): \(name)"
    }
  }

  private static func add(
    _ images: [Image], named name: String, to names: inout [SourceRange: String]
  ) {
    for (index, image) in images.enumerated() {
      names[image.range] = index == 0 ? name : "\(name) (\(index + 1))"
    }
  }
}
