import GuideModel
import SourceText
import Syntax

extension Rule {
  static let screenshotOfTwoSteps = Rule(
    name: "screenshot-of-two-steps", severity: .warning,
    summary: "one picture is shown for two different steps",
    explanation: """
      Each step changes something on the screen, so two steps seldom look the same: most often an \
      address was copied and not changed, and the reader at the second step sees the wrong window. \
      Where the two really look alike, allow it and say why.
      """,
    wrong: Example(
      "copied and not changed",
      """
      **設定例(OE6の場合)
      -(1)ツールを選択。
      https://wiki.example/images/1.gif

      -(2)追加を選択。
      https://wiki.example/images/1.gif

      """, images: ["images/1.gif"]),
    right: Example(
      "a picture each",
      """
      **設定例(OE6の場合)
      -(1)ツールを選択。
      https://wiki.example/images/1.gif

      -(2)追加を選択。
      https://wiki.example/images/2.gif

      """, images: ["images/1.gif", "images/2.gif"]),
    shownCheck: { shown, index in
      guard !shown.page.guides.isEmpty, !shown.repeated.isEmpty else { return [] }
      return shown.local.flatMap { image, number -> [Finding] in
        let picture = index.imageUses.pictures[number]
        return shown.guides.compactMap { guide in
          guard
            let (step, earlier) = shown.repeated.clash(
              at: image.source, of: picture.first, in: guide)
          else { return nil }
          return Finding(
            range: image.source,
            message: "the picture of step '\(step.name)' is that of step '\(earlier.step.name)'",
            notes: [
              .init(
                "step '\(earlier.step.name)' shows it here",
                at: SourcePlace(shown.page.path, earlier.image))
            ],
            help: "show the picture that was taken at this step", subject: picture.path)
        }
      }
    })
}
