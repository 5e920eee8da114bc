import GuideModel
import SourceText
import Syntax

extension Rule {
  static let stepWithoutScreenshot = Rule(
    name: "step-without-screenshot", severity: .warning,
    summary: "a step has no picture, though the steps beside it do",
    explanation: """
      Readers compare each picture with their screen; where one is missing they think that they \
      went wrong. Put the picture on the line after the step.
      """,
    wrong: Example(
      "step 2 has none",
      """
      **設定例(OE6の場合)
      -(1)ツールを選択。
      https://wiki.example/images/1.gif

      -(2)追加を選択。

      -(3)名前を入力。
      https://wiki.example/images/3.gif

      """, images: ["images/1.gif", "images/3.gif"]),
    right: Example(
      "each step has one",
      """
      **設定例(OE6の場合)
      -(1)ツールを選択。
      https://wiki.example/images/1.gif

      -(2)追加を選択。
      https://wiki.example/images/2.gif

      -(3)名前を入力。
      https://wiki.example/images/3.gif

      """, images: ["images/1.gif", "images/2.gif", "images/3.gif"]),
    check: { page, _ in
      // Where every step holds a picture itself, as in most guides, there is nothing to look for.
      guard
        page.guides.contains(where: { guide in
          guide.procedures.contains { $0.steps.contains { $0.images.isEmpty } }
        })
      else { return [] }
      let images = page.facts.images.map(\.range).sorted()
      return page.guides.flatMap(\.procedures).flatMap { procedure in
        stepsWithoutScreenshot(procedure.steps, images: images, file: page.document.file)
      }
    })

  private static func stepsWithoutScreenshot(
    _ steps: [Step], images: [SourceRange], file: SourceFile
  ) -> [Finding] {
    guard steps.count > 1 else { return [] }
    let hasImage = steps.map { step in
      !step.images.isEmpty || holdsAny(of: images, step.range)
        || step.details.contains { holdsAny(of: images, $0.range) }
    }
    return steps.indices.compactMap { position in
      let neighbours = [position - 1, position + 1].filter(steps.indices.contains)
      guard !hasImage[position], neighbours.allSatisfy({ hasImage[$0] }) else { return nil }
      let step = steps[position]
      let line = file.line(around: step.range.lower)
      let start = SourceRange(step.range.lower, min(line.upper, step.range.upper))
      return Finding(
        range: step.labelRange ?? start,
        message: "step '\(step.name)' has no picture, unlike the steps beside it",
        help: "put the picture on the line after the step")
    }
  }

  /// - Parameter images: sorted, so that the first one at or behind the start decides.
  private static func holdsAny(of images: [SourceRange], _ stretch: SourceRange) -> Bool {
    var low = 0
    var high = images.count
    while low < high {
      let middle = (low + high) / 2
      if images[middle].lower < stretch.lower { low = middle + 1 } else { high = middle }
    }
    return low < images.count && stretch.contains(images[low])
  }
}
