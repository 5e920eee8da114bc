import GuideModel
import SourceText
import Syntax

extension Rule {
  static let danglingStepReference = Rule(
    name: "dangling-step-reference", severity: .error,
    summary: "the text sends the reader to a step that its guide does not have",
    explanation: """
      The reader is in the middle of setting up an account and cannot go on. Correct the number; \
      this often breaks when a step is added or taken out.
      """,
    wrong: Example(
      "a step beyond the last", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)手順9に戻る。\n"),
    right: Example("a step of the guide", "**設定例(OE6の場合)\n-(1)ツールを選択。\n-(2)手順1に戻る。\n"),
    check: { page, _ in
      page.guides.flatMap { guide in
        entryPointFindings(guide, on: page)
          + guide.procedures.flatMap { referenceFindings($0, of: guide) }
      }
    })

  /// A procedure for daily use may send its reader back to the setup: any step of the guide will do.
  private static func referenceFindings(_ procedure: Procedure, of guide: Guide) -> [Finding] {
    guard procedure.steps.contains(where: { !$0.references.isEmpty }) else { return [] }
    let names = Set(guide.procedures.flatMap(\.steps).map(\.name))
    return procedure.steps.flatMap(\.references).flatMap { reference in
      let labels =
        reference.label == reference.last ? [reference.label] : [reference.label, reference.last]
      return labels.filter { !names.contains($0) }.prefix(1).map { label in
        missingStep(label, range: reference.range, steps: guide.procedures.flatMap(\.steps))
      }
    }
  }

  private static func entryPointFindings(_ guide: Guide, on page: PageReading) -> [Finding] {
    guide.entryPoints.compactMap { point in
      guard point.target == nil else { return nil }
      let range = words(for: point, in: page.document.file)
      return missingStep(point.label, range: range, steps: guide.setupSteps)
    }
  }

  private static func missingStep(
    _ label: String, range: SourceRange, steps: [Step]
  ) -> Finding {
    let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
    var extent = ""
    if let first = steps.first, let last = steps.last, steps.count > 1 {
      extent = ", from '\(first.name)' to '\(last.name)'"
    }
    return Finding(
      range: range,
      message: "there is no step '\(label)': this guide has \(count)\(extent)",
      help: "name one of its steps")
  }

  private static func words(for point: EntryPoint, in file: SourceFile) -> SourceRange {
    let whole = point.excerpt.evidence.range
    let forms = ["(\(point.label))", "手順", "ステップ", "step ", "steps "].enumerated().map {
      $0.offset == 0 ? $0.element : $0.element + point.label
    }
    for form in forms + [point.label] {
      let place = file.place(of: form, in: whole)
      if place != whole { return place }
    }
    return whole
  }
}
