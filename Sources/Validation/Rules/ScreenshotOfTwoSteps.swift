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
    check: { page, index in
      guard !page.guides.isEmpty, !index.imageUses.inSteps.isEmpty else { return [] }
      let guides = index.library.guides(on: page.path)
      return index.shownPictures(on: page).flatMap { image, path -> [Finding] in
        guides.compactMap { guide in
          let picture = PictureInGuide(
            picture: index.images.twin(of: path) ?? path, guide: guide.id)
          guard let uses = index.imageUses.inSteps[picture],
            let own = uses.firstIndex(where: {
              $0.place == SourcePlace(page.path, image.source)
            }), own > 0, let step = uses[own].step,
            let earlier = uses[..<own].first(where: { $0.step != step }), let other = earlier.step
          else { return nil }
          return Finding(
            range: image.source,
            message: "the picture of step '\(step.name)' is that of step '\(other.name)'",
            notes: [.init("step '\(other.name)' shows it here", at: earlier.place)],
            help: "show the picture that was taken at this step", subject: path)
        }
      }
    })
}
