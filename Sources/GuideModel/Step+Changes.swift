import SourceText
import Syntax

extension Step {
  /// The same step, named by its position; what the author wrote is still at its range.
  var numberedByPosition: Step {
    Step(
      label: nil, labelRange: labelRange, ordinal: ordinal, content: content, images: images,
      substeps: substeps, details: details, isOptional: isOptional,
      saysRequirement: saysRequirement, references: references, range: range)
  }

  func adding(images more: [Image] = [], details blocks: [Block] = [], range: SourceRange? = nil)
    -> Step
  {
    Step(
      label: label, labelRange: labelRange, ordinal: ordinal, content: content,
      images: images + more, substeps: substeps, details: details + blocks, isOptional: isOptional,
      saysRequirement: saysRequirement, references: references,
      range: range.map(self.range.union) ?? self.range)
  }
}

extension Procedure {
  /// The same with blocks before its own introduction.
  func introduced(by blocks: [Block]) -> Procedure {
    Procedure(
      kind: kind, title: title, introduction: blocks + introduction, steps: steps,
      closing: closing, references: references, range: range)
  }
}
