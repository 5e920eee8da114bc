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
    shownCheck: { shown, index in
      let page = shown.page
      return shown.guides.flatMap { entryPointFindings($0, on: page) }
        + shown.stepReferences.flatMap { missingSteps($0, on: page, index) }
        + linkFindings(on: page, index)
    })

  private static func missingSteps(
    _ written: WrittenReference, on page: PageReading, _ index: SiteIndex
  ) -> [Finding] {
    let reference = written.reference
    let labels =
      reference.label == reference.last ? [reference.label] : [reference.label, reference.last]
    for label in labels {
      let target = index.library.target(
        of: reference, label: label, in: written.procedure, of: written.guide)
      guard let guide = target.guide else { return [] }
      guard target.position == nil else { continue }
      let steps = guide.procedures.flatMap(\.steps)
      return [
        missingStep(
          label, range: reference.range, steps: steps, page,
          of: guide.id == written.guide.id ? "this guide" : "'\(guide.title)'")
      ]
    }
    return []
  }

  private static func entryPointFindings(_ guide: Guide, on page: PageReading) -> [Finding] {
    guide.entryPoints.compactMap { point in
      guard point.target == nil else { return nil }
      let range = words(for: point, in: page.document.file)
      return missingStep(
        point.label, range: range, steps: guide.setupSteps, page, of: "this guide")
    }
  }

  /// `[[Outlook#Step 9]]`, where the page has a guide without such a step.
  private static func linkFindings(on page: PageReading, _ index: SiteIndex) -> [Finding] {
    let file = page.document.file
    return page.facts.links.compactMap { link in
      guard case .page(let written, let anchor?) = link.target,
        let entry = index.library.directory.entry(named: file.text(written), from: page),
        !entry.anchors.contains(file.text(anchor)),
        let target = index.library.step(named: file.text(anchor), onPageAt: entry.path),
        let guide = target.guide, target.position == nil,
        let label = StepReference.label(ofAnchor: file.text(anchor))
      else { return nil }
      return missingStep(
        label, range: anchor, steps: guide.procedures.flatMap(\.steps), page,
        of: "'\(guide.title)'")
    }
  }

  private static func missingStep(
    _ label: String, range: SourceRange, steps: [Step], _ page: PageReading, of owner: String
  ) -> Finding {
    let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
    var extent = ""
    if let first = steps.first, let last = steps.last, steps.count > 1 {
      extent = ", from '\(first.name)' to '\(last.name)'"
    }
    return Finding(
      range: range, message: "there is no step '\(label)': \(owner) has \(count)\(extent)",
      help: nearest(to: label, among: steps).map { "the nearest is step '\($0)'" }
        ?? "name one of its steps", subject: page.document.file.text(range))
  }

  /// The step whose number is next to a label.
  private static func nearest(to label: String, among steps: [Step]) -> String? {
    guard let number = Int(label) else { return nil }
    return steps.compactMap { step in Int(step.name).map { (abs($0 - number), step.name) } }
      .min { $0.0 < $1.0 }?.1
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
